/* Commands of LaTeX around a label or a value: `\texttt{abc}`, `\verb|abc|`. They come with text that was copied as its source. */

const COMMAND =
  /\\(?:texttt|textbf|textit|textsf|textrm|emph|underline|mathtt|code|url|nolinkurl|lstinline|mbox)\{((?:[^{}\\\n]|\\[^\n]){0,2000})\}/g;
const VERBATIM = /\\(?:verb|lstinline)\*?([|!+"/@])([^\n]{1,2000}?)\1/g;
const LINE_END = /[ \t]{0,20}\\\\(?:\[[^\]\n]{0,20}\])?[ \t]{0,20}\r?$/gm;
const ESCAPED = /\\([_#$%&{}])/g;

/** The text without them, with the escapes inside resolved. */
export function withoutLatex(text: string): string {
  if (!/\\(?:text|emph|under|math|code|url|nolink|lst|mbox|verb)/.test(text)) return text;
  const plain = (_: string, inner: string) => inner.replaceAll(ESCAPED, '$1');
  // Twice, since one may be inside another.
  return text
    .replaceAll(VERBATIM, '$2')
    .replaceAll(COMMAND, plain)
    .replaceAll(COMMAND, plain)
    .replaceAll(LINE_END, '');
}
