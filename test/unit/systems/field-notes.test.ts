import { boardNumberNotes } from '@systems/board-number';
import { blocks, fieldNotes } from '@systems/field-notes';
import { onsis } from '@systems/onsis';
import { normalizeScopes } from '@systems/scopes';
import type { Field } from '@systems/system';
import { describe, expect, it } from 'vitest';
import { timesAsLong } from '../../support/times-as-long';

const field = (id: string): Field => {
  const found = onsis.fields.find((one) => one.id === id);
  if (found === undefined) throw new Error(`OnSIS has no field ${id}`);
  return found;
};
const ID = field('clientId');
const SECRET = field('clientSecret');
const URL_FIELD = field('tokenUrl');
const REDIRECT = field('redirectUrl');
const PAE = field('paeRedirectUrl');
const SCOPES = field('scopes');

/** `code severity → repaired`, short enough for a table. */
const notes = (of: Field, value: string): readonly string[] =>
  fieldNotes(of, value).map(
    ({ code, severity, repaired }) => `${code} ${severity}${repaired === undefined ? '' : ` → ${repaired}`}`,
  );

const good = 'https://auth.onsis.example/token';

const table: readonly (readonly [string, Field, string, readonly string[]])[] = [
  ['a good address', URL_FIELD, good, []],
  ['an address with port and path', URL_FIELD, 'https://api.onsis.example:8443/v1?board=B12345', []],
  ['a short name inside a network', URL_FIELD, 'https://sms/onsis', []],
  ['an upper-case scheme', URL_FIELD, 'HTTPS://auth.onsis.example/token', []],
  ['nothing', URL_FIELD, '', ['required blocks']],
  ['only blanks', SECRET, ' \u00a0\u200b\n', ['required blocks']],
  ['nothing, where nothing is needed', PAE, '', []],
  ['far too much', ID, 'x'.repeat(4097), ['too-long blocks']],
  ['a secret may be longer', SECRET, 'x'.repeat(8192), []],
  ['a secret too long', SECRET, 'x'.repeat(8193), ['too-long blocks']],
  ['plain http', URL_FIELD, 'http://auth.onsis.example/token', [`insecure-address blocks → ${good}`]],
  ['no scheme', URL_FIELD, 'auth.onsis.example/token', [`not-an-address blocks → ${good}`]],
  ['a word', URL_FIELD, 'token', ['not-an-address blocks']],
  ['one slash', URL_FIELD, 'https:/auth.onsis.example', ['not-an-address blocks']],
  ['backslashes', URL_FIELD, 'https:\\\\auth.onsis.example', ['not-an-address blocks']],
  ['another scheme', URL_FIELD, 'ftp://auth.onsis.example', ['not-an-address blocks']],
  ['a script', URL_FIELD, 'javascript:alert(1)', ['not-an-address blocks']],
  ['a scheme alone', URL_FIELD, 'https://', ['not-an-address blocks']],
  ['dots for a name', URL_FIELD, 'https://...', ['not-an-address blocks']],
  [
    'a sign-in in the address',
    URL_FIELD,
    'https://me:pw@auth.onsis.example/token',
    ['address-has-sign-in blocks'],
  ],
  ['a fragment', URL_FIELD, `${good}#top`, [`address-has-fragment blocks → ${good}`]],
  ['blanks around', URL_FIELD, `  ${good}\t`, [`outer-blanks blocks → ${good}`]],
  [
    'a blank inside an address',
    URL_FIELD,
    'https://auth.onsis.example/ token',
    [`inner-blanks blocks → ${good}`],
  ],
  ['a wrapped address', URL_FIELD, 'https://auth.onsis.example/\r\ntoken', [`line-breaks blocks → ${good}`]],
  [
    'a zero-width blank',
    URL_FIELD,
    'https://auth.onsis\u200b.example/token',
    [`invisible-characters blocks → ${good}`],
  ],
  ['a BOM', ID, '\ufeffmaple', ['invisible-characters blocks → maple']],
  ['a soft hyphen', ID, 'ma\u00adple', ['invisible-characters blocks → maple']],
  ['a direction mark', ID, 'maple\u202e', ['invisible-characters blocks → maple']],
  ['a NUL', ID, 'ma\u0000ple', ['invisible-characters blocks → maple']],
  [
    'a no-break space inside',
    ID,
    'maple\u00a04821',
    ['invisible-characters blocks → maple 4821', 'inner-blanks warns'],
  ],
  ['a blank inside an identifier', ID, 'maple 4821', ['inner-blanks warns']],
  ['curly quotes around', ID, '“maple”', ['smart-quotes blocks → maple']],
  [
    'guillemets around',
    ID,
    '«\u00a0maple\u00a0»',
    ['invisible-characters blocks → « maple »', 'smart-quotes blocks → maple'],
  ],
  ['a pasted label', ID, 'Client ID: maple', ['pasted-label blocks → maple']],
  [
    'a pasted French label',
    ID,
    'Identifiant client\u00a0: maple',
    ['invisible-characters blocks → Identifiant client : maple', 'pasted-label blocks → maple'],
  ],
  ['another field’s label', URL_FIELD, `API URL / Port: ${good}`, [`pasted-label blocks → ${good}`]],
  ['an address for an identifier', ID, good, ['looks-like-an-address warns']],
  ['an address for a secret', SECRET, good, ['looks-like-an-address warns']],
  ['a secret with every sign', SECRET, 'kP7~!@#$%^&*()_+{}|:"<>?`-=[]\\;\',./é©', []],
  ['blanks around a secret', SECRET, ' kP7 ', ['outer-blanks warns → kP7']],
  ['a blank inside a secret', SECRET, 'kP7 x9', ['inner-blanks warns']],
  ['a line end after a secret', SECRET, 'kP7\n', ['outer-blanks warns → kP7']],
  ['curly quotes in a secret', SECRET, 'kP“7', ['smart-quotes warns → kP"7']],
  ['a pasted label before a secret', SECRET, 'Secret client : kP7', ['pasted-label warns → kP7']],
  ['a secret that begins with a word and a colon', SECRET, 'maple:kP7', []],
  ['a zero-width blank in a secret', SECRET, 'kP\u200b7', ['invisible-characters warns → kP7']],
  ['good scopes', SCOPES, 'demo.read demo.write', []],
  [
    'commas and line ends',
    SCOPES,
    'demo.read,\ndemo.write; x',
    ['scopes-separators warns → demo.read demo.write x'],
  ],
  ['scopes that are addresses', SCOPES, 'https://api.onsis.example/.default', []],
  ['this computer’s redirect URL', REDIRECT, 'http://127.0.0.1:53682/onsis/callback', []],
  [
    'a loopback redirect URL that is not ours',
    REDIRECT,
    'http://127.0.0.1:53682/other',
    ['insecure-address blocks → https://127.0.0.1:53682/other'],
  ],
  [
    'a loopback token URL',
    URL_FIELD,
    'http://127.0.0.1:53682/onsis/callback',
    ['insecure-address blocks → https://127.0.0.1:53682/onsis/callback'],
  ],
  ['an odd redirect URL', REDIRECT, 'https://SMS.board.example:443/a//b/../c?x=%7e', []],
  [
    'a redirect URL with a fragment',
    REDIRECT,
    'https://sms.board.example/#/onsis',
    ['address-has-fragment warns'],
  ],
];

describe('fieldNotes', () => {
  it.each(table)('%s', (_, of, value, expected) => {
    expect(notes(of, value)).toEqual(expected);
  });

  it('is at rest once everything offered was accepted', () => {
    for (const [, of, value] of table) {
      let text = value;
      for (let round = 0; round < 8; round += 1) {
        const next = fieldNotes(of, text).find(({ repaired }) => repaired !== undefined)?.repaired;
        if (next === undefined) break;
        expect(next).not.toBe(text);
        text = next;
      }
      expect(
        fieldNotes(of, text).filter(({ repaired }) => repaired !== undefined),
        value,
      ).toEqual([]);
    }
  });

  it('never blocks a secret for what stands in it', () => {
    for (let code = 1; code < 0x3000; code += 1) {
      expect(blocks(fieldNotes(SECRET, `kP7${String.fromCharCode(code)}x`)), code.toString(16)).toBe(false);
    }
  });

  it('never mentions a repair that drops a visible character of a secret', () => {
    for (let code = 0x21; code < 0x7f; code += 1) {
      expect(fieldNotes(SECRET, `${String.fromCharCode(code)}kP7`)).toEqual([]);
    }
  });

  it.each([' ', '\u200b', '“', '\n', 'Client ID:', 'a b', 'http://'])(
    'takes time only in proportion to the length of the value: %j',
    (piece) => {
      const noting = (length: number) => () => {
        for (const one of onsis.fields) fieldNotes(one, piece.repeat(length).slice(0, length));
      };
      expect(timesAsLong(noting(512), noting(4096))).toBeLessThan(24);
    },
  );
});

describe('boardNumberNotes', () => {
  it.each([
    ['', []],
    ['B12345', []],
    ['b12345', ['B12345']],
    [' B 12345\u00a0', ['B12345']],
    ['123456', [undefined]],
    ['Maple', [undefined]],
  ] as const)('%j', (value, repaired) => {
    const found = boardNumberNotes(value);
    expect(found.map((note) => note.repaired)).toEqual([...repaired]);
    expect(blocks(found)).toBe(false);
  });
});

describe('normalizeScopes', () => {
  it('puts one space between, and drops nothing', () => {
    expect(normalizeScopes(' a.b,\u00a0c;d\n\te a.b ')).toBe('a.b c d e a.b');
    expect(normalizeScopes(' ,; ')).toBe('');
  });
});
