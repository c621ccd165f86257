import styles from './plain-secret.module.css';

/** Splits into runs of letters, digits, or other characters. */
export function splitByKind(
  text: string,
): readonly { readonly kind: 'letters' | 'digit' | 'symbol'; readonly text: string }[] {
  return [...text.matchAll(/(\p{N}+)|(\p{L}+)|([^\p{N}\p{L}]+)/gu)].map(([run, digits, letters]) => ({
    kind: digits !== undefined ? 'digit' : letters !== undefined ? 'letters' : 'symbol',
    text: run,
  }));
}

const colours = { letters: undefined, digit: styles.digit, symbol: styles.symbol };

/**
 * A revealed secret, which can only be read: copying it marks, clears and records it, selecting it would not. Digits and symbols have their own colours, so that `0 O` and `1 l I` cannot be confused.
 */
export function PlainSecret({ text }: { readonly text: string }) {
  let at = 0;
  return (
    <span className={`value shown ${styles.secret}`} translate="no">
      {splitByKind(text).map((run) => {
        at += run.text.length;
        return (
          <span key={at} className={colours[run.kind]}>
            {run.text}
          </span>
        );
      })}
    </span>
  );
}

/** Always the same number, so as not to reveal the secret's length. */
export const DOTS = '••••••••••••';
