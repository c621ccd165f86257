import { decodeText } from '@contract/decode-text';
import { describe, expect, it } from 'vitest';

const utf16 = (text: string) => Buffer.from(text, 'utf16le');

describe('text of a file', () => {
  it.each(['{"name": "École"}', 'a', '', '漢字', '{}', '  {"a":1}'])(
    '%j is read in each way it is written',
    (text) => {
      const marked = `\ufeff${text}`;
      for (const bytes of [Buffer.from(text), Buffer.from(marked), utf16(marked), utf16(marked).swap16()])
        expect(decodeText(bytes)).toBe(text);
    },
  );

  it('needs no mark in UTF-16 where it begins with two characters of ASCII', () => {
    expect(decodeText(utf16('{"é": 1}'))).toBe('{"é": 1}');
    expect(decodeText(utf16('{"é": 1}').swap16())).toBe('{"é": 1}');
  });

  it('is refused where it is neither', () => {
    expect(decodeText(Buffer.from('École', 'latin1'))).toBeNull();
    // Truncated in the middle of a character; UTF-32.
    expect(decodeText(utf16('\ufeffab').subarray(0, -1))).toBeNull();
    expect(decodeText(Buffer.from('fffe000061000000', 'hex'))).toBeNull();
  });
});
