import { channels } from '@contract/channels';
import { isolated, isPrintable, printable, withoutUnprintable } from '@contract/printable';
import { describe, expect, it } from 'vitest';

/* Names as text, escaped here because an editor would obey them. */
const turned = [
  ['a right-to-left override', 'Maple \u202egnp.exe'],
  ['an isolate that is not closed', 'Maple \u2067'],
  ['the end of an isolate', 'Maple \u2069 proved'],
  ['a direction mark', 'Maple\u200f'],
  ['an Arabic letter mark', 'Maple\u061c'],
] as const;
const unseen = [
  ['a line break', 'Maple\nproved'],
  ['an escape sequence', 'Maple\u001b[2J'],
  ['a C1 control', 'Maple\u009b2J'],
  ['a line separator', 'Maple\u2028proved'],
  ['a zero-width space', 'Ma\u200bple'],
  ['a byte order mark', 'Ma\ufeffple'],
  ['a tag character', 'Maple\u{e0041}'],
] as const;

describe('a name from outside', () => {
  it.each([...turned, ...unseen])('with %s is told from one that is what it looks like', (_what, name) => {
    expect(isPrintable(name)).toBe(false);
    expect(isPrintable(printable(name))).toBe(true);
    expect(isPrintable(withoutUnprintable(name))).toBe(true);
    const asked = { system: 'onsis', environment: 'test', practice: false, redirect: 'sis-server' };
    const takes = (request: object) => channels['create-connection'].request.safeParse(request).success;
    expect(takes({ ...asked, name: 'Maple', boardNumber: 'B12345' })).toBe(true);
    expect(takes({ ...asked, name: `${name}.`, boardNumber: '' })).toBe(false);
    expect(takes({ ...asked, name: 'Maple', boardNumber: `${name}.` })).toBe(false);
  });

  it.each(['École Élisabeth-Bruyère', '\u05d1\u05d9\u05ea \u05e1\u05e4\u05e8', '東京', 'e\u0301cole', '🏫'])(
    'in any script is taken: %s',
    (name) => expect(isPrintable(name)).toBe(true),
  );

  it.each(turned)('with %s turns nothing around it', (_what, name) => {
    const shown = isolated(name);
    expect([...shown].filter((character) => /\p{Bidi_Control}/u.test(character))).toEqual([
      '\u2068',
      '\u2069',
    ]);
    expect(shown.startsWith('\u2068')).toBe(true);
    expect(shown.endsWith('\u2069')).toBe(true);
  });

  it('from right to left is isolated, once, and any other stays as it is', () => {
    const hebrew = '\u05d1\u05d9\u05ea 12';
    expect(isolated(hebrew)).toBe(`\u2068${hebrew}\u2069`);
    expect(isolated(`OnSIS · ${isolated(hebrew)}`)).toBe(`\u2068OnSIS · \u2068${hebrew}\u2069\u2069`);
    expect(isolated('Maple & <b>')).toBe('Maple & <b>');
  });
});
