import i18next from 'i18next';
import { type ReactNode, useId, useRef, useState } from 'react';
import { Button as AriaButton, type ButtonProps } from 'react-aria-components/Button';
import { useAnnounce } from './announcer';

interface OffProps {
  /** What is missing before the button can be pressed; a press says it, and a button with text shows it. */
  readonly reason?: string | null;
  /** The id of what says the reason on the screen already, if anything does. */
  readonly reasonAt?: string | undefined;
}

interface Props extends Omit<ButtonProps, 'className' | 'children' | 'style'>, OffProps {
  readonly children: ReactNode;
  /** At most one `primary` per screen: the thing to do now. */
  readonly kind?: 'primary' | 'plain' | 'danger' | 'quiet';
  readonly size?: 'normal' | 'small';
}

/** A button with text; the verb says what will happen. */
export function Button({ kind = 'plain', size = 'normal', children, ...props }: Props) {
  const { before, rest } = useOff(props, { shows: true });
  return (
    <>
      {before}
      <AriaButton className="button" data-kind={kind} data-size={size} {...rest}>
        {children}
      </AriaButton>
    </>
  );
}

/**
 * Makes a button that is off keep the focus and say why: the attribute `disabled` would drop the focus onto the page,
 * where a screen reader falls silent (docs/electron-notes.md#accessibility-on-linux). `isDisabled` without a reason is
 * for the moment in which the last press is still being carried out. The reason comes before the button, so that it is
 * read first.
 */
function useOff(
  { reason = null, reasonAt, isDisabled = false, onPress, ...rest }: ButtonProps & OffProps,
  { shows }: { readonly shows: boolean },
): {
  readonly before: ReactNode;
  readonly rest: ButtonProps;
} {
  const announce = useAnnounce();
  const ownId = useId();
  /** The reason that a press asked for. */
  const [asked, setAsked] = useState<string | null>(null);
  /** Whether the press began while it was off. The one that turned it off may end only now, and asks for nothing. */
  const isAsking = useRef(false);
  if (reason === null && !isDisabled) {
    return { before: null, rest: onPress === undefined ? rest : { ...rest, onPress } };
  }
  // Not `useTranslation`, which every button of a long list would subscribe to.
  const why = reason ?? i18next.t('common.action.wait');
  return {
    before:
      reasonAt === undefined ? (
        <span id={ownId} className={shows && reason !== null && asked === reason ? 'hint' : 'for-readers'}>
          {why}
        </span>
      ) : null,
    rest: {
      ...rest,
      type: 'button',
      ...{ 'aria-disabled': true, 'aria-describedby': reasonAt ?? ownId, 'data-off': true },
      onPressStart: () => {
        isAsking.current = true;
      },
      onPress: () => {
        if (!isAsking.current) return;
        isAsking.current = false;
        setAsked(reason);
        announce(why);
      },
    },
  };
}

interface IconProps extends Omit<ButtonProps, 'className' | 'children' | 'style'>, OffProps {
  readonly children: ReactNode;
  /** What the button does, and to what: read aloud and shown as a tooltip. */
  readonly 'aria-label': string;
}

/** An icon-only button; `aria-label` is required. */
export function IconButton({ children, ...props }: IconProps) {
  const { before, rest } = useOff(props, { shows: false });
  return (
    <>
      {before}
      <AriaButton className="icon-button" {...rest}>
        {children}
      </AriaButton>
    </>
  );
}
