/* E-mail source in quoted-printable encoding: `=` at the end of a line, `=3D`, `=C3=A9`. */

const SOFT_BREAK = /=[ \t]{0,3}(?:\r\n|\n|\r)(?:>[ \t]?)?/g;

/** Decodes the text; returns it unchanged if it is not encoded. */
export function withoutQuotedPrintable(text: string): string {
  if (!text.includes('=')) return text;
  const declared = /content-transfer-encoding:\s{0,3}quoted-printable/i.test(text);
  // `=3D` is proof enough: it is the encoding of an equals sign.
  const coded = declared || /=3D|=C3=[89AB][\dA-F]|=C2=A0|=E2=80=[\dA-F]{2}/.test(text) || breaksSoftly(text);
  if (!coded) return text;
  const joined = text.replaceAll(SOFT_BREAK, '');
  if (!declared && !/=3D|=C3=|=C2=|=E2=/.test(joined)) return joined;
  return joined.replaceAll(/(?:=[\dA-F]{2})+/g, (run) => {
    const bytes = Uint8Array.from(run.slice(1).split('='), (hex) => Number.parseInt(hex, 16));
    try {
      return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    } catch {
      return new TextDecoder('windows-1252').decode(bytes);
    }
  });
}

/** Lines of 70 to 76 characters that end in `=`: the line limit of RFC 2045, not the padding of a key. */
const breaksSoftly = (text: string): boolean => /^[^\r\n]{70,75}=\r?$/m.test(text) && !/={2}\r?$/m.test(text);
