import { findings } from '@contract/findings';
import { languages } from '@contract/languages';
import { findingWords } from '@systems/finding-words';
import { describe, expect, it } from 'vitest';
import { explain } from '../../../electron/explain/explain';
import { holdsSecret } from '../../../electron/explain/holds-secret';
import { signs } from '../../../electron/explain/signs';
import { foreignMessages } from '../../support/foreign-messages';
import { hostile } from '../../support/hostile-replies';
import { chosenSeed } from '../../support/seeded';

/* Messages of other programs: real ones, each with the finding a careful technician would name. */

const known = foreignMessages.filter(({ code }) => code !== null);

describe('what people met', () => {
  it.each(foreignMessages.map((one) => [`${one.family}: ${one.text.slice(0, 80)}`, one] as const))(
    '%s',
    (_, one) => {
      expect(explain(one.text).code, one.source).toBe(one.code);
    },
  );

  it('comes from at least eight kinds of programs, and from where anyone can read it', () => {
    expect(known.length).toBeGreaterThanOrEqual(150);
    expect(new Set(known.map(({ family }) => family)).size).toBeGreaterThanOrEqual(8);
    for (const { source } of foreignMessages) expect(source).toMatch(/^https?:\/\//);
  });
});

describe('the same message, as people paste it', () => {
  it.each([
    ['in capitals', (text: string) => text.toUpperCase()],
    ['quoted in a mail', (text: string) => text.replaceAll(/^/gm, '> ')],
    ['with other quotation marks', (text: string) => text.replaceAll(/["']/g, '’')],
    ['broken into lines of 72', (text: string) => text.replaceAll(/(.{50,72}) /g, '$1\n')],
    ['behind a time', (text: string) => `2026-09-14 13:05:09,412 ERROR [main] ${text}`],
  ])('%s', (_, change) => {
    // A list's number says what it is only at the beginning.
    const movable = known.filter(({ text }) => !/^\W*12\d{3}\s/.test(text));
    const lost = movable.filter(({ text, code }) => explain(change(text)).code !== code);
    expect(lost.map(({ text }) => text)).toEqual([]);
  });
});

describe('every row of the table', () => {
  it('is told in every language without a gap', () => {
    for (const { code } of signs)
      for (const language of languages) {
        if (code === null) continue;
        const words = findingWords({ code, subject: null, facts: {} }, undefined, language);
        expect(JSON.stringify(words), `${code} ${language}`).not.toMatch(/\{\{|undefined|…/);
      }
  });

  it('names a finding and can be reached', () => {
    for (const { code, says = [] } of signs) {
      if (code === null) continue;
      expect(findings[code]).toBeDefined();
      for (const phrase of says) expect(explain(phrase).code, phrase).not.toBeNull();
    }
  });
});

it('never guesses at text that says nothing of a connection', () => {
  const random = chosenSeed('explain');
  const words =
    'the class schedule for grade 4 was updated by school board total 404 rows 12002 students 10060 list page error report'.split(
      ' ',
    );
  for (let index = 0; index < 5_000; index += 1) {
    const text = Array.from({ length: random.whole(1, 40) }, () => random.pick(words)).join(' ');
    const { code } = explain(text);
    if (/error \W*404/.test(text) || text.startsWith('12002')) continue;
    if (/error \W*(?:12002|10060)/.test(text)) continue;
    expect(code, text).toBeNull();
  }
});

it.each([
  'SyntaxError: Unexpected token } in config.json',
  '"Hello" is not valid JSON',
  'We cannot get the file today',
  'Just a moment, please',
  'The coupon is not valid for this course',
  'Lightspeed is used in our board',
  'Login failed for user sa',
])('blames nobody for: %s', (text) => {
  expect(explain(text).code).toBeNull();
});

it('tells nothing of the text but a server, its port and a status', () => {
  const secret = 'Zq8-Sup3r_Secret';
  for (const { text } of foreignMessages) {
    const { facts } = explain(
      `${text}\nAuthorization: Basic ${secret}\nhttps://user:${secret}@sis.example/${secret}?k=${secret}`,
    );
    expect(Object.keys(facts).every((name) => ['host', 'port', 'status'].includes(name))).toBe(true);
    expect(JSON.stringify(facts)).not.toContain(secret);
  }
});

it('notices a secret', () => {
  for (const text of [
    'Authorization: Bearer abcdef',
    'client_secret=abcdef12',
    '"access_token":"abcdef12"',
    'mot de passe : abcdef12',
    '-----BEGIN RSA PRIVATE KEY-----',
  ])
    expect(holdsSecret(text), text).toBe(true);
  for (const text of ['invalid_client', 'Your access token expired', 'password incorrect'])
    expect(holdsSecret(text), text).toBe(false);
});

it.each(Object.keys(hostile))('reads a long text in the time of its length: %s', (name) => {
  const piece = hostile[name] ?? '';
  const size = 200_000;
  const text = typeof piece === 'string' ? piece.repeat(Math.ceil(size / piece.length)) : piece(size);
  const before = process.threadCpuUsage();
  explain(text);
  const { user, system } = process.threadCpuUsage(before);
  expect((user + system) / 1000).toBeLessThan(3_000);
});
