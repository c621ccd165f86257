/* Text in quotation marks, as in code. */

const CLOSING: Readonly<Record<string, string>> = {
  '"': '"',
  "'": "'",
  '`': '`',
  '“': '”',
  '”': '”',
  '„': '“',
  '«': '»',
  '‘': '’',
};

export const isOpeningQuote = (character: string): boolean => CLOSING[character] !== undefined;

/** Limits the search for a closing mark; no value is longer. */
const LONGEST_VALUE = 10_000;

interface Quoted {
  /** The text between the marks, with escapes resolved. */
  readonly value: string;
  /** The text as written. Differs only if it contains escapes. */
  readonly raw: string;
  /** The offset after the closing mark. */
  readonly end: number;
}

/** The quoted text at `at`; null if it is not closed on the same line. A doubled mark stands for one. */
export function quotedAt(text: string, at: number, end = text.length): Quoted | null {
  const limit = Math.min(end, at + LONGEST_VALUE);
  const open = text.charAt(at);
  const close = CLOSING[open];
  if (close === undefined) return null;
  // Most quoted text has no escapes.
  const simple = open === '"' || open === "'" ? text.indexOf(open, at + 1) : -1;
  if (simple > at + 1 && simple < Math.min(limit, at + 200)) {
    const plain = text.slice(at + 1, simple);
    if (text.charAt(simple + 1) !== open && !/[\\\r\n]/.test(plain))
      return { value: plain, raw: plain, end: simple + 1 };
  }
  let value = '';
  for (let index = at + 1; index < limit; index += 1) {
    const character = text.charAt(index);
    if (character === '\n' || character === '\r') return null;
    if (character === '\\' && index + 1 < limit) {
      const [plain, length] = unescaped(text, index, close);
      value += plain;
      index += length - 1;
      continue;
    }
    // Word processors close a straight mark with a curly one, and the other way round.
    if (character === close || (close === '”' && character === '“')) {
      if (text.charAt(index + 1) === close && (close === "'" || close === '"') && index + 1 < limit) {
        if (value !== '' || text.charAt(index + 2) === close) {
          value += close;
          index += 1;
          continue;
        }
      }
      return { value, raw: text.slice(at + 1, index), end: index + 1 };
    }
    value += character;
  }
  return null;
}

const SIMPLE: Readonly<Record<string, string>> = {
  '"': '"',
  "'": "'",
  '`': '`',
  '\\': '\\',
  '/': '/',
  n: '\n',
  r: '\r',
  t: '\t',
  b: '\b',
  f: '\f',
};

/** Resolves the escape at a backslash; unknown escapes stay as they are. */
function unescaped(text: string, at: number, close: string): readonly [string, number] {
  const next = text.charAt(at + 1);
  if (close === "'" && next !== "'" && next !== '\\') return ['\\', 1];
  if (next === 'u') {
    const code = /^[\da-f]{4}/i.exec(text.slice(at + 2, at + 6))?.[0];
    return code === undefined ? ['\\', 1] : [String.fromCharCode(Number.parseInt(code, 16)), 6];
  }
  const plain = SIMPLE[next];
  return plain === undefined ? ['\\', 1] : [plain, 2];
}
