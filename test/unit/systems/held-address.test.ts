import { readFileSync } from 'node:fs';
import { heldAddress, isGuardLink } from '@systems/addresses/held-address';
import { describe, expect, it } from 'vitest';
import { closedLinks, guardForms, urlDefense3 } from '../../support/guard-links';
import { seeded } from '../../support/seeded';

/** Addresses as schools receive them, with everything that trips up encodings. */
const addresses = [
  'https://sis.maple.example',
  'https://sis.maple.example/',
  'https://sis.maple.example:8443/aeries/ims/oneroster/v1p1',
  'https://auth.maple.example/oauth/token?appName=maple&year=2026',
  'https://auth.maple.example/oauth2/token?resource=https%3A%2F%2Fapi.maple.example%2F.default',
  'https://sis.maple.example/a%20b/%C3%A9cole?x=%2525&y=%252F',
  'https://sis-maple_board.example/a-b_c~d/e+f?g=h*i',
  'https://sis.maple.example/onsis#section',
];

describe.each(guardForms.map(({ product, make }, at) => [`${at} ${product}`, product, make] as const))(
  '%s',
  (_, product, make) => {
    it.each(addresses)('gives back %s', (inner) => {
      expect(heldAddress(make(inner))).toEqual({ kind: 'guard', guard: product, inner });
    });
  },
);

describe('links that do not hold the address', () => {
  it.each(closedLinks)('%s: %s', (guard, link) => {
    expect(heldAddress(link)).toEqual({ kind: 'guard', guard, inner: null });
  });
});

describe('forms that are read without being made here', () => {
  it.each([
    // As found in public mail archives, with other hosts.
    [
      'https://urldefense.us/v3/__https://google.example:443/search?q=a*test&gs=ps__;Kw!-612Flbf0JvQ3kNJkRi5Jg!Ue6t$',
      'https://google.example:443/search?q=a+test&gs=ps',
    ],
    [
      'https://urldefense.com/v3/__https://sis.example/v2.1.300*2Bxpu__;JQ!!G_uCfscf7eWS!ZDMnN0$',
      'https://sis.example/v2.1.300%2Bxpu',
    ],
    ['https://urldefense.com/v3/__https**Bsis.example/__;Oi8v!!tag$', 'https://sis.example/'],
    [
      'https://protect2.fireeye.com/url?k=3fbd62a4-6276e59a&u=https://sis.example/a?b=1&c=2',
      'https://sis.example/a?b=1&c=2',
    ],
    [
      'https://link.edgepilot.com/s/8e5962e4/2Jj9?u=https://sis.example/a?id=1%26key=G%26app=r',
      'https://sis.example/a?id=1&key=G&app=r',
    ],
    [
      'https://clicktime.symantec.com/15xV?h=QCY=&u=https://sis.example/ui/index.php?route%3Daccount',
      'https://sis.example/ui/index.php?route=account',
    ],
    [
      'https://sis.maple.example.mcas.ms/ims/oneroster?limit=1&McasTsid=20893',
      'https://sis.maple.example/ims/oneroster?limit=1',
    ],
    [
      'https://sis.maple.example.us3.mcas.ms/aeries/Login.aspx?McasTsid=20893&McasCtx=4',
      'https://sis.maple.example/aeries/Login.aspx',
    ],
    [
      'https://mcas-proxyweb.mcas.ms/certificate-checker?login=false&originalUrl=https%3A%2F%2Fsis.maple.example.mcas.ms%2Fims%3FMcasTsid%3D11522&McasCSRF=55',
      'https://sis.maple.example/ims',
    ],
    [
      'https://sis--maple-example.translate.goog/ims?_x_tr_sl=en&_x_tr_tl=fr&_x_tr_hl=fr',
      'https://sis-maple.example/ims',
    ],
    ['https://www.google.com/amp/s/sis.maple.example/ims', 'https://sis.maple.example/ims'],
    ['https://www.google.com/url?q=www.maple.example/sis&sa=D', 'https://www.maple.example/sis'],
    ['http://secure-web.cisco.com/1abc/http%3A%2F%2Fsis.maple.example%2F', 'http://sis.maple.example/'],
    [
      'HTTPS://NAM02.SafeLinks.Protection.Outlook.com/?URL=https%3A%2F%2Fsis.maple.example&data=1',
      'https://sis.maple.example',
    ],
    [
      'https://nam02.safelinks.protection.outlook.com:443/?url=https%3A%2F%2Fsis.maple.example&data=1',
      'https://sis.maple.example',
    ],
    [
      'https://nam02.safelinks.protection.outlook.com./?url=https%3A%2F%2Fsis.maple.example&data=1',
      'https://sis.maple.example',
    ],
    [
      'https://nam02.safelinks.protection.outlook.com/?data=1&url=https%3A%2F%2Fsis.maple.example',
      'https://sis.maple.example',
    ],
    [
      'https://links.maple.example/?url=https%3A%2F%2Fsis.maple.example&data=05%7C02%7Cann%40maple.example',
      'https://sis.maple.example',
    ],
    // Truncated where an e-mail program wrapped the line; the rest is still the address.
    [
      'https://nam02.safelinks.protection.outlook.com/?url=https%3A%2F%2Fsis.maple.example%2Fims%2',
      'https://sis.maple.example/ims%2',
    ],
  ] as const)('%s', (link, inner) => {
    expect(heldAddress(link)).toMatchObject({ kind: 'guard', inner });
  });
});

describe('links around links', () => {
  const inner = 'https://auth.maple.example/oauth/token?appName=maple';
  it('are opened until none is left, whichever stands in which', () => {
    // A plain address in a path or a `__…__;` cannot contain another guard's `#` or `__;`, so those go inside.
    for (const outer of guardForms) {
      for (const within of guardForms) {
        const link = outer.make(within.make(inner));
        const held = heldAddress(link);
        expect(held?.kind, link).toBe('guard');
        expect(held?.kind === 'guard' ? [held.guard, held.inner] : [], link).toEqual([outer.product, inner]);
      }
    }
  });

  it('stay closed where one of them is', () => {
    for (const outer of guardForms)
      for (const [, link] of closedLinks)
        expect(heldAddress(outer.make(link))).toEqual({ kind: 'guard', guard: outer.product, inner: null });
  });

  it('are told by what is inside where the outer one is not known', () => {
    const link = `https://go.vendor.example/r?to=${encodeURIComponent(guardForms[0]?.make(inner) ?? '')}`;
    expect(heldAddress(link)).toEqual({ kind: 'guard', guard: 'Microsoft Safe Links', inner });
  });

  it('end, however many there are', () => {
    let link = 'https://sis.maple.example';
    for (let at = 0; at < 40; at += 1) link = `https://urldefense.com${urlDefense3(link)}`;
    expect(heldAddress(link)).toMatchObject({ kind: 'guard', inner: null });
  });
});

describe('another address inside one that no guard made', () => {
  const outer = 'https://auth.maple.example/token';
  it.each([
    ['https://auth.maple.example/token?resource=https://api.maple.example', 'https://api.maple.example'],
    [
      'https://auth.maple.example/token?resource=https%3A%2F%2Fapi.maple.example%2Fx%3Fy%3D1',
      'https://api.maple.example/x?y=1',
    ],
    [
      'https://auth.maple.example/token?a=1&r=https%253A%252F%252Fapi.maple.example',
      'https://api.maple.example',
    ],
    [
      'https://auth.maple.example/token?r=aHR0cHM6Ly9hcGkubWFwbGUuZXhhbXBsZQ==&s=1',
      'https://api.maple.example',
    ],
    ['https://auth.maple.example/token#https://api.maple.example/x', 'https://api.maple.example/x'],
    ['https://auth.maple.example/token/https%3A%2F%2Fapi.maple.example%2Fx', 'https://api.maple.example/x'],
    ['https://auth.maple.example/token/https://api.maple.example/x?y=1', 'https://api.maple.example/x?y=1'],
  ])('%s', (text, inner) => {
    expect(heldAddress(text)).toEqual({ kind: 'other', inner, outer });
  });
});

/** Every address in docs/vendors, and what looks like a guard's link but is not. */
const legitimate: readonly string[] = [
  'https://mapleboard.infinitecampus.example/campus/api/oneroster/v1p2/maple/ims/oneroster/rostering/v1p2',
  'https://maple.infinitecampus.org/campus/oauth2/token?appName=maple',
  'https://iacloud2.infinitecampus.org/campus/api/ims/oneroster/rostering/v1p2',
  'https://api.sky.blackbaud.com/afe-rostr/ims/oneroster/v1p1/',
  'https://oauth2.sky.blackbaud.com/token',
  'https://maple.myschoolapp.com/ims/oneroster/v1p1',
  'https://genesis.mapleboard.example/genesis',
  'https://oneroster.veracross.com/maple/ims/oneroster/v1p1/',
  'https://accounts.veracross.com/maple/oauth/token',
  'https://ma-maple.myfollett.com/oauth/rest/v2.0/auth',
  'https://maple.skyward.com/mapleAPI',
  'https://skyward.iscorp.com/APImapleTXSTU',
  'https://maple.schooltool.boces.example/STAPIService/ims/oneroster/v1p1',
  'https://maple.example/plus360api/v1/abc/',
  'https://oneroster.edsemblicloud.com',
  'https://accounts.powerschool.com/as/token.oauth2',
  'https://cfapi.renweb.com',
  'https://connect.visma.com/connect/token',
  'https://MyDistrict.aeries.net/aeries',
  'https://district.aeries.net/aeries/ims/oneroster/v1p1/orgs',
  'https://district.powerschool.com',
  'https://district.powerschool.com/public/home.html',
  'https://district.powerschool.com/oauth/access_token',
  'https://example-nj-v2.oneroster.com/ims/oneroster/v1p1/orgs?limit=1&offset=0',
  'https://oneroster-proxy.classlink.io/bWFwbGU%3D/ims/oneroster/v1p1/schools',
  'https://login.microsoftonline.com/11111111-2222-4333-8444-555555555555/oauth2/v2.0/token',
  'https://login.windows.net/maple.example/oauth2/token?api-version=1.0',
  'https://accounts.google.com/o/oauth2/v2/auth',
  'https://oauth2.googleapis.com/token',
  'https://www.googleapis.com/oauth2/v4/token',
  'https://graph.facebook.com/oauth/access_token',
  'https://www.linkedin.com/oauth/v2/accessToken',
  'https://slack.com/api/oauth.v2.access',
  'https://login.yahoo.com/oauth2/get_token',
  'https://sms.maple.example/onsis/callback?url=1&data=2',
  'https://sms.maple.example/link?domain=maple.example',
  'https://sms.maple.example/s/abc?domain=maple.example',
  'https://sms.maple.example/v3/api',
  'https://sms.maple.example/v2/url',
  'https://sms.maple.example/url?a=1&c=E,1',
  'https://google.maple.example/url?x=1',
  'https://sis.safelinks.example/api',
  'https://mimecast.com.maple.example/api',
  'https://notcudasvc.com/api',
  'https://accounts.ocsb.ca/onsis',
  'http://127.0.0.1:53682/onsis/callback',
];

describe('addresses that are meant', () => {
  it.each(legitimate)('%s holds no other one', (address) => {
    expect(heldAddress(address)).toBeNull();
  });

  it.each([
    '',
    ' ',
    'token',
    'maple:kP7',
    'https://',
    'https://...',
    'ftp://x?u=https://y',
    '%%%',
    'http://[',
    '\u0000',
  ])('%j is nothing at all', (text) => {
    expect(heldAddress(text)).toBeNull();
  });

  it('are never called a link because of a resource, a scope or a way back', () => {
    for (const address of legitimate.filter((one) => one.startsWith('https:'))) {
      for (const inner of addresses) {
        for (const name of ['resource', 'scope', 'redirect_uri', 'returnUrl', 'audience']) {
          const joined = `${address}${address.includes('?') ? '&' : '?'}${name}=`;
          expect(isGuardLink(joined + inner), joined).toBe(false);
          expect(isGuardLink(joined + encodeURIComponent(inner)), joined).toBe(false);
        }
      }
    }
  });

  it('holds for every address in the words and examples of the systems', () => {
    for (const id of [
      'onsis',
      'powerschool',
      'aeries-oneroster',
      'classlink-direct',
      'classlink-proxy',
      'oneroster',
    ]) {
      const source = readFileSync(`assets/locales/en/systems/${id}.json`, 'utf8');
      for (const [address] of source.matchAll(/https:\/\/[^\s"’”“]+/g))
        expect(isGuardLink(address), address).toBe(false);
    }
  });
});

describe('random addresses', () => {
  const signs = [..."abcXYZ019-_.~!$&'()*+,;=:@%/?"];
  const random = seeded(20_261_129);
  const word = (of: readonly string[], longest: number): string =>
    Array.from({ length: random.whole(1, longest) }, () => random.pick(of)).join('');
  /** Valid, and without what no form can represent: an invalid escape, a `___`, a plain `&amp;`. */
  const address = (): string => {
    const path = word(signs, 24).replaceAll('%', '%25').replace(/_{2,}/g, '_').replaceAll('?', '');
    const query = random.chance(0.5)
      ? `?${word(signs, 24).replaceAll('%', '%2F').replace(/_{2,}/g, '_')}`
      : '';
    return `https://${word([...'abc09'], 8)}.${word([...'abc-xyz'], 6).replaceAll('-', 'x')}.example/${path}${query}`;
  };

  it('come back as they were from every form', () => {
    for (let round = 0; round < 400; round += 1) {
      const inner = address();
      for (const { product, make } of guardForms)
        expect(heldAddress(make(inner)), `${product}: ${inner}`).toEqual({
          kind: 'guard',
          guard: product,
          inner,
        });
    }
  });

  it('never end in anything but an answer, whatever is changed in a link', () => {
    for (let round = 0; round < 4000; round += 1) {
      const { make } = random.pick(guardForms);
      const link = make(address());
      const at = random.whole(8, link.length);
      const broken = random.pick([
        link.slice(0, at),
        link.slice(0, at) + link.slice(at + 1),
        `${link.slice(0, at)}${random.pick(signs)}${link.slice(at)}`,
        link + link,
      ]);
      const held = heldAddress(broken);
      if (held?.inner !== undefined && held.inner !== null)
        expect(URL.canParse(held.inner), broken).toBe(true);
    }
  });

  it('are read in little time, the longest that fit a field included', () => {
    const before = process.threadCpuUsage();
    for (const piece of [
      'https://',
      'https%3A%2F%2F',
      '%25',
      '*',
      '**_',
      '&u=',
      '/___',
      '__;',
      '!',
      'aHR0cHM6Ly',
      '/',
      '?',
      '=',
      '-3A',
      '&amp;',
    ]) {
      for (const { make } of guardForms)
        heldAddress(make(`https://a.example/${piece.repeat(4096 / piece.length)}`));
      heldAddress(`https://a.example/${piece.repeat(4096 / piece.length)}`);
    }
    expect(process.threadCpuUsage(before).user).toBeLessThan(10_000_000);
  });
});
