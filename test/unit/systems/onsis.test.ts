import { languages } from '@contract/languages';
import { systemById, systems } from '@systems/catalogue';
import { canonicalLabel, labels } from '@systems/labels';
import { completesHere, onsis } from '@systems/onsis';
import { describe, expect, it } from 'vitest';

const REDIRECT = 'https://SMS.maple-board.example:8443/a%2Fb/onsis/callback?x=1&y=é';
const PAE = 'https://sms.maple-board.example/pae/callback/';
const values = {
  redirectUrl: REDIRECT,
  paeRedirectUrl: PAE,
  clientId: 'onsis-maple-4821',
  authenticationUrl: 'https://auth.onsis.example/authorize',
  tokenUrl: 'https://auth.onsis.example:9443/oauth/token',
  apiUrl: 'https://api.onsis.example/v1/',
  scopes: 'demo.read,demo.write',
};
const sibling = (changes: object, environment: 'production' | 'test' = 'production') => ({
  id: 'a',
  name: 'Maple production',
  environment,
  values: { ...values, apiUrl: 'https://api-prod.onsis.example/v1', ...changes },
});
const codes = (changes: object, siblings: Parameters<typeof onsis.notes>[1] = []) =>
  onsis
    .notes({ ...values, ...changes }, siblings, 'test')
    .map(({ code, field, other, severity }) => [code, field, other, severity]);

describe('OnSIS', () => {
  it('asks in the order of the SMS page, all six values mandatory', () => {
    expect(onsis.fields.map(({ id, askedAt }) => `${askedAt} ${id}`)).toEqual([
      'register redirectUrl',
      'register paeRedirectUrl',
      'enter clientId',
      'enter clientSecret',
      'enter authenticationUrl',
      'enter tokenUrl',
      'enter apiUrl',
      'enter scopes',
    ]);
    expect(onsis.fields.filter(({ optional }) => optional).map(({ id }) => id)).toEqual(['paeRedirectUrl']);
    expect(onsis.fields.filter(({ secret }) => secret).map(({ id }) => id)).toEqual(['clientSecret']);
  });

  it.each(languages)('has label, help, example and whereabouts for every field in %s', (language) => {
    const texts = onsis.texts[language];
    expect(Object.keys(texts.fields)).toEqual(onsis.fields.map(({ id }) => id));
    for (const { label, help, example, where } of Object.values(texts.fields)) {
      for (const text of [label, help, example, ...where]) expect(text.length).toBeGreaterThan(2);
      expect(where.length).toBeGreaterThan(1);
    }
    expect(texts.guide.length).toBeGreaterThan(2);
  });

  it('says nothing in French as in English', () => {
    const { en, fr } = onsis.texts;
    for (const [id, text] of Object.entries(en.fields)) {
      expect(fr.fields[id]?.help).not.toBe(text.help);
      expect(fr.fields[id]?.where).not.toEqual(text.where);
    }
    expect(JSON.stringify(fr)).not.toMatch(/'|« | »| :/);
  });

  it('gives the secret to the token URL’s origin alone', () => {
    expect(onsis.secretOrigins(values)).toEqual({ clientSecret: ['https://auth.onsis.example:9443'] });
    for (const tokenUrl of ['', 'token', 'http://auth.onsis.example/token', 'file:///etc/passwd']) {
      expect(onsis.secretOrigins({ ...values, tokenUrl })).toEqual({ clientSecret: [] });
    }
    expect(onsis.secretOrigins({})).toEqual({ clientSecret: [] });
  });

  it.each([
    ['http://127.0.0.1:53682/onsis/callback', true],
    ['http://127.0.0.1:65535/onsis/callback', true],
    ['http://127.0.0.1:65536/onsis/callback', false],
    ['http://127.0.0.1:0/onsis/callback', false],
    ['http://127.0.0.1/onsis/callback', false],
    ['http://localhost:53682/onsis/callback', false],
    ['https://127.0.0.1:53682/onsis/callback', false],
    ['http://127.0.0.1:53682/onsis/callback/', false],
    ['http://127.0.0.1:53682/onsis/callback?x', false],
    ['http://127.0.0.1:53682@evil.example/onsis/callback', false],
    ['', false],
  ])('%s completes here: %s', (address, expected) => {
    expect(completesHere(address)).toBe(expected);
  });

  it('plans the three addresses, the sign-in, and no API call in earnest', () => {
    const plan = onsis.plan(values, false);
    expect(plan.addresses).toEqual([
      { subject: 'authenticationUrl', url: values.authenticationUrl },
      { subject: 'tokenUrl', url: values.tokenUrl },
      { subject: 'apiUrl', url: values.apiUrl },
    ]);
    expect(plan.signIn).toEqual({
      kind: 'authorization-code',
      authorizationUrl: values.authenticationUrl,
      tokenUrl: values.tokenUrl,
      clientId: values.clientId,
      secretField: 'clientSecret',
      scopes: 'demo.read demo.write',
      redirectUrl: REDIRECT,
      clientAuthentication: 'basic-form-encoded',
      completesHere: false,
    });
    expect([plan.reach, plan.permission, plan.proof]).toEqual([null, [], null]);
  });

  it('calls the practice ministry’s own ping in a rehearsal', () => {
    const { permission, proof } = onsis.plan(
      { ...values, apiUrl: 'https://127.0.0.1:8443/onsis/api/' },
      true,
    );
    expect(permission.map(({ url, subject }) => [url, subject])).toEqual([
      ['https://127.0.0.1:8443/onsis/api/ping', 'ping'],
    ]);
    expect(proof).toBe('ping');
    const read = permission[0]?.read;
    const answer = { status: 200, contentType: 'application/json' };
    expect(read?.({ ...answer, json: { ok: true } })).toMatchObject({ outcome: 'passed', code: 'ok' });
    for (const json of [undefined, null, 1, 'ok', [], {}, { ok: 'true' }]) {
      expect(read?.({ ...answer, json })).toMatchObject({ outcome: 'failed', code: 'unexpected-answer' });
    }
  });
});

describe('a rehearsal that was given a real address', () => {
  it('calls no API either', () => {
    for (const apiUrl of [
      values.apiUrl,
      'https://127.0.0.1.onsis.example',
      'https://localhost@onsis.example',
      '',
    ]) {
      const plan = onsis.plan({ ...values, apiUrl }, true);
      expect([plan.permission, plan.proof]).toEqual([[], null]);
    }
  });
});

describe('the rules across fields', () => {
  it('find nothing in values as they should be', () => {
    expect(codes({}, [sibling({})])).toEqual([]);
    expect(codes({}, [sibling({ clientId: '', apiUrl: '' })])).toEqual([]);
    expect(onsis.notes({}, [], 'test')).toEqual([]);
  });

  it.each([
    [{ tokenUrl: values.authenticationUrl }, 'tokenUrl', 'authenticationUrl', 'blocks'],
    [{ apiUrl: values.tokenUrl }, 'apiUrl', 'tokenUrl', 'blocks'],
    [{ apiUrl: 'HTTPS://AUTH.onsis.example:443/authorize/' }, 'apiUrl', 'authenticationUrl', 'blocks'],
    [{ authenticationUrl: REDIRECT }, 'authenticationUrl', 'redirectUrl', 'blocks'],
    [{ paeRedirectUrl: REDIRECT }, 'paeRedirectUrl', 'redirectUrl', 'warns'],
  ])('the same address twice: %j', (changes, field, other, severity) => {
    expect(codes(changes)).toContainEqual(['same-address-twice', field, other, severity]);
  });

  it.each([
    [
      { authenticationUrl: values.tokenUrl, tokenUrl: values.authenticationUrl },
      'authenticationUrl',
      'tokenUrl',
    ],
    [
      { tokenUrl: 'https://auth.onsis.example/login', authenticationUrl: 'https://a.example/b' },
      'tokenUrl',
      'authenticationUrl',
    ],
    [{ tokenUrl: 'https://api.onsis.example/v1', apiUrl: values.tokenUrl }, 'apiUrl', 'tokenUrl'],
  ])('swapped addresses: %j', (changes, field, other) => {
    expect(codes(changes)).toContainEqual(['addresses-swapped', field, other, 'warns']);
  });

  it.each([
    ['kP7~vW2=x.Q9:mZ/4t+', true],
    ['aB3dE6gH9jK2mN5pQ8sT1vW4yZ7bC0eF', true],
    ['onsis-maple-4821', false],
    ['3f2504e0-4f89-41d3-9a0c-0305e82c3301', false],
    ['OnSIS_Maple_DSB_Production_2026_Client01', false],
    ['https://sms.maple.example/Client1', false],
    ['MapleDSB2026', false],
    ['', false],
  ])('a secret in the place of the Client ID: %s', (clientId, expected) => {
    const found = codes({ clientId }).some(([code]) => code === 'looks-like-the-secret');
    expect(found).toBe(expected);
  });

  it('compare with the board’s other connections', () => {
    expect(codes({}, [sibling({ clientId: 'other' })])).toEqual([
      ['different-client-id', 'clientId', 'Maple production', 'warns'],
    ]);
    expect(codes({}, [sibling({ apiUrl: 'https://API.onsis.example/v1' })])).toEqual([
      ['same-api-in-test-and-production', 'apiUrl', 'Maple production', 'warns'],
    ]);
    expect(codes({}, [sibling({ apiUrl: values.apiUrl }, 'test')])).toEqual([]);
  });
});

describe('the registration e-mail', () => {
  const registration = { values, name: 'Maple DSB', environment: 'test' as const, boardNumber: 'B12345' };
  const write = (changes: object = {}, language: 'en' | 'fr' = 'en') => {
    const mail = onsis.registrationMail?.({ ...registration, ...changes }, language);
    if (mail === undefined) throw new Error('OnSIS registers by e-mail');
    return mail;
  };

  it('is this in English', () => {
    expect(write()).toEqual({
      to: 'ONSIS_SISON@ontario.ca',
      subject: 'OnSIS API: Redirect URL to register, Maple DSB (test)',
      body: `Hello,

Please register our application for the OnSIS API.

Board: ________
Instance: Maple DSB
Environment: Test
Board number (BSID): B12345

Redirect URL of the page OnSIS API Reporting Setup:
${REDIRECT}

Redirect URL of the page Download & Import OnSIS PAE Files:
${PAE}

Please register each address exactly as it is written here, and send us the values for this instance:
- Client ID
- Client Secret
- Authentication URL/Board
- Authentication Token URL
- API URL / Port
- Scopes

Contact (name, role, phone): ________

Thank you,
`,
    });
  });

  it('is this in French', () => {
    const { to, subject, body } = write({ environment: 'production' }, 'fr');
    expect(to).toBe('ONSIS_SISON@ontario.ca');
    expect(subject).toBe('API SISOn\u00a0: URL de redirection à inscrire, Maple DSB (production)');
    expect(body).toContain('Environnement\u00a0: Production\nNuméro du conseil (BSID)\u00a0: B12345\n');
    expect(body).toContain(`«\u00a0OnSIS API Reporting Setup\u00a0»\u00a0:\n${REDIRECT}\n`);
    expect(body).toContain('- Client Secret (secret client)\n');
    expect(body).toContain('\nConseil\u00a0: ________\n');
    expect(body).toContain('Personne-ressource (nom, fonction, téléphone)\u00a0: ________\n');
  });

  it.each(languages)('carries each address exact to the byte, alone on its line, in %s', (language) => {
    const lines = write({}, language).body.split('\n');
    expect(lines.filter((line) => line === REDIRECT)).toHaveLength(1);
    expect(lines.filter((line) => line === PAE)).toHaveLength(1);
  });

  it('leaves out what is not there', () => {
    const { body } = write({ values: { redirectUrl: REDIRECT }, boardNumber: ' ' });
    expect(body).not.toMatch(/PAE|BSID/);
  });

  it('keeps the subject on one line', () => {
    expect(write({ name: ' Maple\r\nBcc: someone@example.org ' }).subject).toBe(
      'OnSIS API: Redirect URL to register, Maple Bcc: someone@example.org (test)',
    );
  });

  it.each(languages)('never carries a secret in %s, wherever one was typed', (language) => {
    const canary = 'canary-7f3c-not-a-secret';
    const mail = write(
      {
        values: {
          ...values,
          clientId: canary,
          clientSecret: canary,
          authenticationUrl: canary,
          tokenUrl: canary,
          apiUrl: canary,
          scopes: canary,
        },
      },
      language,
    );
    expect(JSON.stringify(mail)).not.toContain(canary);
  });
});

describe('the catalogue', () => {
  it('finds each system by its id', () => {
    for (const [id, system] of Object.entries(systems)) {
      expect(system.id).toBe(id);
      expect(systemById(system.id)).toBe(system);
    }
  });

  it('knows every label in the form in which it is looked up, and for one field of a system only', () => {
    for (const label of Object.values(labels).flat()) expect(canonicalLabel(label)).toBe(label);
    for (const system of Object.values(systems)) {
      const all = Object.values(system.replyLabels).flat();
      expect(new Set(all).size, system.id).toBe(all.length);
      for (const field of Object.keys(system.replyLabels))
        expect(system.fields.map(({ id }) => id)).toContain(field);
    }
  });
});
