/* Shell commands: where they end, and their words. */

/** A line continuation in bash, cmd or PowerShell. */
const GOES_ON = /[\\^`][ \t]*$/;
const LONGEST_COMMAND = 20_000;

/** The end of the command that begins at `start`, including continuation lines. */
export function commandEnd(text: string, start: number): number {
  let end = start;
  const limit = Math.min(text.length, start + LONGEST_COMMAND);
  let quote = '';
  while (end < limit) {
    const line = text.indexOf('\n', end);
    const stop = line < 0 ? limit : Math.min(line, limit);
    quote = openQuote(text, end, stop, quote);
    const more = quote !== '' || GOES_ON.test(text.slice(Math.max(end, stop - 4), stop).replace(/\r$/, ''));
    end = stop;
    if (!more || line < 0) break;
    end = Math.min(line + 1, limit);
  }
  return end;
}

function openQuote(text: string, start: number, end: number, before: string): string {
  let open = before;
  for (let at = start; at < end; at += 1) {
    const character = text.charAt(at);
    if (open === '') {
      if (character === '"' || character === "'") open = character;
    } else if (character === '\\' && open === '"') at += 1;
    else if (character === open) open = '';
  }
  return open;
}

/** The words of a command line, without their quotes. */
export function shellWords(command: string): readonly string[] {
  const words: string[] = [];
  const joined = command.replaceAll(/[\\^`][ \t]*\r?\n[ \t>]*/g, ' ');
  let word: string | null = null;
  let quote = '';
  for (let at = 0; at < joined.length; at += 1) {
    const character = joined.charAt(at);
    if (quote !== '') {
      if (character === quote) quote = '';
      else if (character === '\\' && quote === '"' && /["\\$`]/.test(joined.charAt(at + 1))) {
        at += 1;
        word = (word ?? '') + joined.charAt(at);
      } else word = (word ?? '') + character;
    } else if (character === '"' || character === "'") {
      quote = character;
      word ??= '';
    } else if (/\s/.test(character)) {
      if (word !== null) words.push(word);
      word = null;
    } else if (character === '\\' && at + 1 < joined.length) {
      at += 1;
      word = (word ?? '') + joined.charAt(at);
    } else word = (word ?? '') + character;
  }
  if (word !== null) words.push(word);
  return words;
}
