import { findingCodes, findings } from '@contract/findings';
import { languages } from '@contract/languages';
import type { Fact, Facts } from '@contract/report';
import { findingWords } from '@systems/finding-words';
import { onsis } from '@systems/onsis';
import { describe, expect, it } from 'vitest';

const words = (
  code: (typeof findingCodes)[number],
  facts: Record<string, Fact>,
  language: 'en' | 'fr' = 'en',
) => findingWords({ code, subject: null, facts }, onsis, language);

describe('findingWords', () => {
  it('fills in the facts, in the message to send as well', () => {
    const found = words('tls-intercepted', {
      host: 'sis.maple.example',
      port: 8443,
      issuer: 'Maple Filter Root',
    });
    expect(found.job).toBe('network-team');
    expect(found.happened).toContain(
      'sis.maple.example answered with a certificate from “Maple Filter Root”',
    );
    expect(found.send).toContain('sis.maple.example, TCP port 8443, are re-signed by “Maple Filter Root”');
  });

  it('says days, numbers, lists and labels as the reader does', () => {
    const end = '2026-02-03T00:00:00.000Z';
    expect(words('tls-expired', { host: 'a.example', validTo: end }).happened).toContain('February 3, 2026');
    expect(words('tls-expired', { host: 'a.example', validTo: end }, 'fr').happened).toContain(
      '3 février 2026',
    );
    expect(words('clock-skew', { host: 'a.example', seconds: 12_345 }).happened).toContain('12,345 s');
    expect(
      words('tls-name-mismatch', { host: 'a.example', names: ['b.example', 'c.example'] }).happened,
    ).toContain('issued for b.example and c.example');
    expect(words('field-missing', { field: 'tokenUrl' }).happened).toContain(
      '“Authentication Token URL” is empty',
    );
    expect(words('same-address-twice', { field: 'apiUrl', other: 'tokenUrl' }, 'fr').happened).toContain(
      'URL du jeton',
    );
  });

  it('takes the system’s own wording where it has one', () => {
    expect(words('credentials-rejected', { host: 'a.example' }).happened).toContain('in a different form');
    expect(
      findingWords(
        { code: 'credentials-rejected', subject: null, facts: { host: 'a.example' } },
        undefined,
        'en',
      ).happened,
    ).not.toContain('OnSIS');
  });

  it.each(languages)('leaves no hole in %s when facts are not there', (language) => {
    for (const code of findingCodes) {
      for (const facts of [{}, Object.fromEntries(findings[code].facts.always.map((name) => [name, null]))]) {
        const { title, happened, todo, send = '' } = words(code, facts, language);
        for (const part of [title, happened, todo, send])
          expect(part, code).not.toMatch(/\{\{|\}\}|\bnull\b|undefined|…/);
        expect(happened.charAt(0), code).toMatch(/[A-ZÀÉL“«C]/);
      }
    }
  });

  it('says of a word outside a standard’s list that it is one', () => {
    const facts = { host: 'a.example', port: 443, alert: 'other' };
    for (const part of ['happened', 'send'] as const) {
      expect(words('tls-refused', facts)[part]).toContain('alert “not a standard one”');
      expect(words('tls-refused', facts, 'fr')[part]).toContain('«\u00a0hors norme\u00a0»');
      expect(words('tls-refused', { ...facts, alert: 'bad_record_mac' })[part]).toContain('“bad_record_mac”');
    }
  });

  it('is not fooled by facts that look like places to fill', () => {
    expect(words('tls-self-signed', { host: '{{port}}', port: 1 }).happened).toContain('{{port}}');
  });
});

describe('a proxy that wants a sign-in', () => {
  const said = (problem: string, language: 'en' | 'fr', more: Facts = {}) =>
    findingWords(
      {
        code: 'proxy-sign-in-required',
        subject: null,
        facts: { host: 'sis.test', port: 443, via: 'proxy.test:3128', problem, ...more },
      },
      undefined,
      language,
    );

  it('by user name and password may get one; of another kind it cannot be done, and that is said', () => {
    for (const problem of ['basic', 'basic ntlm']) {
      expect(said(problem, 'en').todo).toContain('window');
      expect(said(problem, 'fr').todo).toContain('fenêtre');
    }
    for (const problem of ['digest', 'bearer', '']) {
      expect(said(problem, 'en').happened).toContain('this program cannot do');
      expect(said(problem, 'en').todo).toMatch(/does not help.*message below/);
      expect(said(problem, 'en').send).toMatch(
        /^Hello,\n\n.*proxy\.test:3128.*sis\.test, TCP port 443.*Thank you$/s,
      );
      expect(said(problem, 'fr').happened).toContain('ne sait pas faire');
      expect(said(problem, 'fr').send).toMatch(/^Bonjour,\n\n.*Merci$/s);
    }
  });

  it.each([
    ['no-ticket', 'you', /klist/],
    ['ticket-expired', 'you', /kinit/],
    ['clock', 'you', /date and time/],
    ['proxy-not-known-to-domain', 'network-team', /message below/],
    ['account-wanted', 'network-team', /window/],
    ['forbidden-here', 'network-team', /allow the sign-in/],
    ['unknown', 'network-team', /without a sign-in/],
  ] as const)('of Windows says why it was not made and what to do: %s', (why, job, todo) => {
    const english = said('ntlm negotiate', 'en', { why });
    expect(english).toMatchObject({ job, todo: expect.stringMatching(todo) });
    expect(english.send).toMatch(/proxy\.test:3128/);
    expect(said('ntlm negotiate', 'fr', { why }).title).not.toBe(english.title);
  });

  it('by a plain user name and password says nothing of Windows', () => {
    expect(said('basic', 'en', { why: 'account-wanted' })).toEqual(said('basic', 'en'));
  });
});

describe('a certificate used for what it is not for', () => {
  const facts = { host: 'sis.example', port: 8443 };

  it.each(['purpose', 'issuer-purpose', 'not-an-authority', 'path-length', 'key-usage', 'unreadable-rule'])(
    'is told by the rule it breaks, in both languages: %s',
    (problem) => {
      const [english, french] = languages.map((language) => {
        const general = words('tls-unsuitable', facts, language);
        const exact = words('tls-unsuitable', { ...facts, problem }, language);
        for (const part of ['title', 'happened', 'send'] as const) {
          expect(exact[part]).not.toBe(general[part]);
          expect(exact[part]).not.toMatch(/\{\{|…/);
        }
        expect(exact.todo).toBe(general.todo);
        expect(exact.send).toContain('sis.example, port 8443');
        return exact;
      });
      expect(english?.title).not.toBe(french?.title);
      expect(french?.send).not.toMatch(/ [:;?!»]|« |[“”]/);
    },
  );

  it('is told in general where the rule is not known here', () => {
    expect(words('tls-unsuitable', { ...facts, problem: 'of-a-newer-version' })).toEqual(
      words('tls-unsuitable', facts),
    );
  });
});
