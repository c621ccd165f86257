import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { oauth1Authorization } from '../../../electron/sign-in/oauth1';
import { WAIT_LIMIT_MS } from '../../support/limits';

/* Debian's python3-oauthlib verifies our signatures. The package exists only there. */

interface Asked {
  readonly method: 'GET';
  readonly url: string;
  readonly authorization: string;
  readonly clientId: string;
  readonly secret: string;
}

// Debian's interpreter: another one in PATH does not see Debian's packages.
const PYTHON = '/usr/bin/python3';
const SCRIPT = join(import.meta.dirname, '../../servers/verify-oauth1.py');

function verdicts(asked: readonly Asked[]): readonly boolean[] {
  const run = spawnSync(PYTHON, [SCRIPT], {
    input: JSON.stringify(asked),
    encoding: 'utf8',
    timeout: WAIT_LIMIT_MS,
  });
  if (run.status !== 0) throw new Error(`python3 with python3-oauthlib is needed: ${run.stderr}`);
  return JSON.parse(run.stdout) as boolean[];
}

const base = 'https://district.example/ims/oneroster/v1p1/orgs';
const addresses = [
  base,
  `${base}?limit=1&offset=0`,
  `${base}?filter=status%3D%27active%27%20AND%20role%3D%27a%26b%27`,
  `${base}?filter=name~%27%C3%89cole%27&limit=1`,
  `${base}?a=2&a=10&a=&b=%2B%2F%3D%25`,
  'https://district.example:8443/%C3%A9/x%3D/ims/oneroster/v1p1/orgs?limit=1',
];
const secrets = ['plain', 's3cr3t/with+odd=chars', "é~!*'()&%20 ", '"quoted"'];
const methods = ['HMAC-SHA256', 'HMAC-SHA1'] as const;

function signed(url: string, secret: string, method: (typeof methods)[number]): Asked {
  const clientId = '0fc7e3577example';
  const timestamp = Math.floor(Date.now() / 1000);
  const nonce = '0123456789abcdef0123456789abcdef';
  const authorization = oauth1Authorization('GET', url, { clientId, secret, method, timestamp, nonce });
  return { method: 'GET', url, authorization, clientId, secret };
}

describe.skipIf(process.platform !== 'linux')('oauthlib', () => {
  const all = addresses.flatMap((url) =>
    secrets.flatMap((secret) => methods.map((method) => signed(url, secret, method))),
  );

  it('accepts every signature, whatever stands in query and secret', () => {
    const refused = verdicts(all).flatMap((accepted, at) => (accepted ? [] : [all[at]]));
    expect(refused).toEqual([]);
  });

  it('refuses another secret, another query, another path and another method', () => {
    const changed = all.flatMap((asked) => [
      { ...asked, secret: `${asked.secret} ` },
      { ...asked, url: `${asked.url}${asked.url.includes('?') ? '&' : '?'}x=1` },
      { ...asked, url: asked.url.replace('/orgs', '/users') },
      {
        ...asked,
        authorization: asked.authorization.replace(/HMAC-SHA(256|1)/, (name) =>
          name === 'HMAC-SHA1' ? 'HMAC-SHA256' : 'HMAC-SHA1',
        ),
      },
    ]);
    expect(verdicts(changed).filter(Boolean)).toEqual([]);
  });
});
