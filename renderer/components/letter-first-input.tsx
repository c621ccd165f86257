import { type RefObject, useContext, useEffectEvent, useLayoutEffect, useReducer, useRef } from 'react';
import { Input, InputContext, type InputProps } from 'react-aria-components/Input';
import { afterPaint, withoutWaiting } from './after-paint';

interface Props extends Omit<InputProps, 'value' | 'defaultValue' | 'onChange' | 'ref'> {
  readonly value: string;
  /** Told when the letter is seen, or before the next thing that is done. */
  readonly onChange: (value: string) => void;
  readonly inputRef: RefObject<HTMLInputElement | null>;
}

/**
 * The input of a text field, whose letters the browser draws by itself; the screen is told of them after that. A
 * controlled input shows no letter before React has drawn everything around it (docs/performance.md).
 */
export function LetterFirstInput({ value, onChange, inputRef, ...props }: Props) {
  const known = useRef(value);
  const [, drawAgain] = useReducer((times: number) => times + 1, 0);
  const tellScreen = useEffectEvent((written: string) => {
    known.current = written;
    onChange(written);
    // A screen that takes no letters now changes nothing, and would not be drawn.
    drawAgain();
  });

  useLayoutEffect(() => {
    if (value === known.current || inputRef.current === null) return;
    // Somebody else has written here: a repair, a pasted value. Or what was written here was not taken.
    known.current = value;
    inputRef.current.value = value;
  });

  useLayoutEffect(() => {
    const input = inputRef.current;
    if (input === null) return;
    const tell = (): void => {
      if (input.value !== known.current) tellScreen(input.value);
    };
    // Heard at the window, because React's own way to a component costs as much as drawing the letter.
    const hear = (event: Event): void => {
      if (event.target !== input) return;
      event.stopImmediatePropagation();
      afterPaint(tell);
    };
    window.addEventListener('input', hear, true);
    return () => {
      window.removeEventListener('input', hear, true);
      withoutWaiting(tell);
    };
  }, [inputRef]);

  // React Aria's text field would hold the value as well.
  const { value: _value, onChange: _onChange, ...context } = useContext(InputContext) as InputProps;
  return (
    <InputContext value={context}>
      <Input {...props} ref={inputRef} defaultValue={value} />
    </InputContext>
  );
}
