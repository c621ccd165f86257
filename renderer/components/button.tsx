import type { ReactNode } from 'react';
import { Button as AriaButton, type ButtonProps } from 'react-aria-components/Button';

interface Props extends Omit<ButtonProps, 'className' | 'children' | 'style'> {
  readonly children: ReactNode;
  /** At most one `primary` per screen: the thing to do now. */
  readonly kind?: 'primary' | 'plain' | 'danger' | 'quiet';
  readonly size?: 'normal' | 'small';
}

/** A button with text; the verb says what will happen. */
export function Button({ kind = 'plain', size = 'normal', children, ...props }: Props) {
  return (
    <AriaButton className="button" data-kind={kind} data-size={size} {...props}>
      {children}
    </AriaButton>
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
