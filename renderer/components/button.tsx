import { type ReactNode, useId, useState } from 'react';
import { Button as AriaButton, type ButtonProps } from 'react-aria-components/Button';
import { useAnnounce } from './announcer';

interface PlainProps extends Omit<ButtonProps, 'className' | 'children' | 'style'> {
  readonly children: ReactNode;
  /** At most one `primary` per screen: the thing to do now. */
  readonly kind?: 'primary' | 'plain' | 'danger' | 'quiet';
  readonly size?: 'normal' | 'small';
}

interface Props extends PlainProps {
  /** What is missing before the button can be pressed, as a sentence; a press says and shows it. */
  readonly reason?: string | null;
  /** The id of what says the reason on the screen already. */
  readonly reasonAt?: string | undefined;
}

/** A button with text; the verb says what will happen. */
export function Button({ reason = null, reasonAt, ...props }: Props) {
  return reason === null ? (
    <PlainButton {...props} />
  ) : (
    <NotYet {...props} reason={reason} reasonAt={reasonAt} />
  );
}

/**
 * One that is off keeps the focus: the attribute `disabled` would drop it onto the page, where a screen reader falls
 * silent (docs/electron-notes.md#accessibility-on-linux).
 */
function PlainButton({
  kind = 'plain',
  size = 'normal',
  isDisabled = false,
  children,
  ...props
}: PlainProps) {
  const { onPress, ...rest } = props;
  return (
    <AriaButton
      className="button"
      data-kind={kind}
      data-size={size}
      {...rest}
      {...(isDisabled
        ? { 'aria-disabled': true, 'data-off': true, type: 'button' }
        : onPress === undefined
          ? {}
          : { onPress })}
    >
      {children}
    </AriaButton>
  );
}

interface NotYetProps extends PlainProps {
  readonly reason: string;
  readonly reasonAt: string | undefined;
}

/** A button that cannot be pressed yet. Its reason comes before it, so that it is read first. */
function NotYet({ reason, reasonAt, kind = 'plain', size = 'normal', children, ...props }: NotYetProps) {
  const { isDisabled: _isOff, onPress: _act, ...rest } = props;
  const announce = useAnnounce();
  const ownId = useId();
  const [isAsked, setAsked] = useState(false);
  return (
    <>
      {reasonAt === undefined ? (
        <span id={ownId} className={isAsked ? 'hint' : 'for-readers'}>
          {reason}
        </span>
      ) : null}
      <AriaButton
        className="button"
        data-kind={kind}
        data-size={size}
        {...rest}
        type="button"
        aria-disabled
        aria-describedby={reasonAt ?? ownId}
        data-off
        onPress={() => {
          setAsked(true);
          announce(reason);
        }}
      >
        {children}
      </AriaButton>
    </>
  );
}

interface IconProps extends Omit<ButtonProps, 'className' | 'children' | 'style'> {
  readonly children: ReactNode;
  /** What the button does, and to what: read aloud and shown as a tooltip. */
  readonly 'aria-label': string;
}

/** An icon-only button; `aria-label` is required. */
export function IconButton({ children, ...props }: IconProps) {
  return (
    <AriaButton className="icon-button" {...props}>
      {children}
    </AriaButton>
  );
}
