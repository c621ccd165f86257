import { X509Certificate } from 'node:crypto';
import { noPolicies, type Policies, policyNames, restrictions, strictest } from '@contract/policies';
import { describe, expect, it } from 'vitest';
import { judge } from '../../../electron/policies/judge';
import { issue } from '../../support/certificates';

const { pem } = await issue({ subject: 'CN=Board Root', authority: true });
const authority = {
  pem: new X509Certificate(pem).toString().trim(),
  base64: pem.replaceAll(/-----[A-Z ]+-----|\s/g, ''),
};
const serverPapers = await issue({ subject: 'CN=sis.test', names: ['sis.test'] });

const preset = {
  id: 'maple-test',
  system: 'onsis',
  name: 'Maple DSB',
  environment: 'test',
  values: {
    redirectUrl: 'https://sms.maple.example/onsis/callback',
    clientId: 'maple-4821',
    authenticationUrl: 'https://auth.example/authorize',
    tokenUrl: 'https://auth.example/token',
    apiUrl: 'https://api.example',
    scopes: 'demo.read',
  },
};
const told = (given: Record<string, unknown>) =>
  judge(given).wrong.map(({ policy, reason }) => `${policy}: ${reason}`);

describe('policies that are right', () => {
  it('are all in force', () => {
    const { set, wrong } = judge({
      presets: [
        preset,
        { id: 'ic', provider: 'infinite-campus', name: 'IC', environment: 'production', values: {} },
      ],
      allowedSystems: ['onsis'],
      forbidExport: true,
      forbidReveal: false,
      longestClipboardSeconds: 10,
      certificateAuthorities: [authority.pem, authority.base64],
      forbidProxySignIn: true,
      language: 'fr',
      supportContact: ' Help: 555-0100 ',
      forbidPractice: true,
      updateNotice: { url: 'https://updates.maple.example/notice.json' },
    });
    expect(wrong).toEqual([]);
    expect(set).toEqual({
      presets: [
        { ...preset, boardNumber: '', editable: false },
        {
          id: 'ic',
          system: 'oneroster',
          name: 'IC',
          environment: 'production',
          boardNumber: '',
          values: { provider: 'infinite-campus' },
          editable: false,
        },
      ],
      allowedSystems: ['onsis'],
      forbidExport: true,
      forbidReveal: false,
      longestClipboardSeconds: 10,
      certificateAuthorities: [authority.pem, authority.pem],
      forbidProxySignIn: true,
      language: 'fr',
      supportContact: 'Help: 555-0100',
      forbidPractice: true,
      updateNotice: { url: 'https://updates.maple.example/notice.json' },
    });
  });

  it('set nothing that they do not name', () => {
    expect(judge({})).toEqual({ set: {}, wrong: [] });
    expect(judge({ forbidReveal: true }).set).toEqual({ forbidReveal: true });
  });
});

describe('a restriction that cannot be understood', () => {
  const odd: readonly unknown[] = [
    null,
    'yes',
    'false',
    0,
    1,
    -1,
    1.5,
    1e9,
    {},
    [{}],
    { url: true },
    Number.NaN,
  ];
  it.each(restrictions)('counts at its strictest: %s', (name) => {
    // Zero hours are a value of this one.
    for (const value of odd.filter((one) => name !== 'sharedStoreOfflineHours' || (one !== 0 && one !== 1))) {
      const { set, wrong } = judge({ [name]: value });
      expect(wrong, `${name} ${JSON.stringify(value)}`).not.toEqual([]);
      expect(set[name], `${name} ${JSON.stringify(value)}`).toEqual(strictest[name]);
    }
  });

  it('drops only the systems that are not known, and allows none of them', () => {
    expect(judge({ allowedSystems: ['onsis', 'onsiss'] }).set).toEqual({ allowedSystems: ['onsis'] });
    expect(told({ allowedSystems: ['onsis', 'onsiss'] })).toEqual(['allowedSystems[1]: unknown-system']);
  });

  it('restricts under a name that is nearly right, and only then', () => {
    for (const word of ['forbidexport', 'forbidExprt', 'ForbidExports']) {
      expect(judge({ [word]: false }).set, word).toEqual({ forbidExport: true });
      expect(told({ [word]: false }), word).toEqual([`${word}: mistyped-policy`]);
    }
    expect(judge({ forbidExport: false, forbidexport: true }).set).toEqual({ forbidExport: false });
    expect(judge({ theme: 'dark', __proto__: null }).set).toEqual({});
    expect(told({ theme: 'dark' })).toEqual(['theme: unknown-policy']);
  });
});

/** Of the policies whose strictest is to set nothing. */
const sound: Partial<Policies> = { language: 'fr', supportContact: 'x', updateNotice: { url: '' } };

describe('anything at all', () => {
  it('is judged without a fault, and sets only what a policy can be', () => {
    const odd: readonly unknown[] = [
      null,
      true,
      0,
      -1,
      '',
      'x',
      [],
      {},
      [[]],
      [{}],
      { url: {} },
      '\u202e',
      'onsis',
    ];
    const names = [...policyNames, 'forbid', '__proto__', 'constructor', 'presets[0]'];
    for (const name of names)
      for (const value of [
        ...odd,
        ...odd.map((one) => [one, one]),
        ...odd.map((one) => [{ ...preset, values: one }]),
      ]) {
        const given = Object.fromEntries([[name, value]]);
        const { set } = judge(given);
        const told = JSON.stringify([name, value]);
        for (const policy of policyNames) {
          if (!(policy in set)) continue;
          expect(typeof set[policy], told).toBe(
            typeof (set[policy] === null ? null : (strictest[policy] ?? sound[policy])),
          );
        }
      }
  });
});

describe('a wrong value that gives something', () => {
  const nothing = (name: keyof Policies, value: unknown) => {
    const { set, wrong } = judge({ [name]: value });
    expect(wrong, JSON.stringify(value)).not.toEqual([]);
    expect(set[name], JSON.stringify(value)).toEqual(noPolicies[name]);
  };

  it.each<[keyof Policies, unknown]>([
    ['language', 'xx'],
    ['language', 1],
    ['supportContact', ''],
    ['supportContact', 'x'.repeat(301)],
    ['supportContact', 'moc.elpmaxe@pleh\u202e'],
    ['supportContact', 'one\ntwo'],
    ['updateNotice', 'https://updates.example'],
    ['updateNotice', { url: 'http://updates.example' }],
    ['updateNotice', { url: 'https://pat:pw@updates.example' }],
    ['updateNotice', { url: 'https://updates.example', key: 'x' }],
    ['certificateAuthorities', ['not a certificate']],
    ['certificateAuthorities', [serverPapers.pem]],
    ['certificateAuthorities', authority.pem],
    ['presets', preset],
    ['presets', [null, 1, 'x', []]],
  ])('gives nothing: %s %#', nothing);

  it.each<[string, Record<string, unknown>, string]>([
    ['an unknown key', { ...preset, secret: 'x' }, 'presets[0].secret: unknown-key'],
    ['no id', { ...preset, id: undefined }, 'presets[0].id: missing-key'],
    ['an id of other letters', { ...preset, id: '../x' }, 'presets[0].id: wrong-value'],
    ['no name', { ...preset, name: ' ' }, 'presets[0].name: wrong-type'],
    ['an unknown system', { ...preset, system: 'onsys' }, 'presets[0].system: unknown-system'],
    ['an unknown provider', { ...preset, provider: 'x' }, 'presets[0].values.redirectUrl: unknown-key'],
    [
      'a wrong environment',
      { ...preset, environment: 'prod' },
      'presets[0].environment: unknown-environment',
    ],
    ['a hidden direction', { ...preset, name: 'Maple\u202e' }, 'presets[0].name: invisible-characters'],
    [
      'a secret',
      { ...preset, values: { ...preset.values, clientSecret: 'x' } },
      'presets[0].values.clientSecret: secret-in-values',
    ],
    [
      'an address without protection',
      { ...preset, values: { ...preset.values, tokenUrl: 'http://auth.example/token' } },
      'presets[0].values.tokenUrl: wrong-value',
    ],
    ['a wrong editable', { ...preset, editable: 'true' }, 'presets[0].editable: wrong-type'],
  ])('prepares no connection with %s, and says where', (_what, wrong, line) => {
    expect(told({ presets: [wrong] })).toEqual([line]);
    expect(judge({ presets: [wrong, { ...preset, id: 'good' }] }).set.presets?.map(({ id }) => id)).toEqual([
      'good',
    ]);
  });

  it('prepares the first of two with one id', () => {
    const { set } = judge({ presets: [preset, { ...preset, name: 'Other' }] });
    expect(set.presets?.map(({ name }) => name)).toEqual(['Maple DSB']);
    expect(told({ presets: [preset, preset] })).toEqual(['presets[1].id: same-id']);
  });
});
