import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startKvStore } from '../servers/kv-store';
import type { Reached } from './vault-clients';
import { waitFor } from './wait-for';

/* A store for the conformance tests: the test server, or a real one that the environment names. */

export interface JudgedStore extends Reached {
  /** Of the KV engine. */
  readonly mount: string;
  /** PEM certificates to trust besides the computer's. */
  readonly roots: readonly string[];
  readonly rootToken: string;
  /** May write, and may read only, below `school-api`. */
  readonly editor: string;
  readonly reader: string;
  readonly users: { readonly mount: string; readonly user: string; readonly password: string };
  readonly role: { readonly mount: string; readonly roleId: string };
  /** A new wrapping token with a `secret_id` of the role. */
  readonly wrappedSecretId: () => Promise<string>;
  readonly stop: () => Promise<void>;
}

const environment = {
  address: process.env.WIZARD_TEST_VAULT_ADDR ?? '',
  token: process.env.WIZARD_TEST_VAULT_TOKEN ?? '',
  authority: process.env.WIZARD_TEST_VAULT_CACERT ?? '',
};
export const namesARealStore = environment.address !== '' && environment.token !== '';

export async function testStoreToJudge(): Promise<JudgedStore> {
  const server = await startKvStore();
  const folder = mkdtempSync(join(tmpdir(), 'wizard-store-'));
  const file = join(folder, 'root.pem');
  writeFileSync(file, server.root);
  return prepared(
    { address: server.origin, authority: { file, pem: server.root } },
    server.rootToken,
    async () => {
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  );
}

export function realStoreToJudge(): Promise<JudgedStore> {
  const { address, token, authority } = environment;
  const trusted = authority === '' ? null : { file: authority, pem: readFileSync(authority, 'utf8') };
  return prepared({ address: new URL(address).origin, authority: trusted }, token, async () => undefined);
}

/** Mounts what the tests need, under names of its own. */
async function prepared(
  reached: Reached,
  rootToken: string,
  stop: () => Promise<void>,
): Promise<JudgedStore> {
  const admin = (method: string, path: string, body?: object, headers: Record<string, string> = {}) =>
    ask(reached, rootToken, method, path, body, headers);
  const own = `wizard-test-${randomBytes(4).toString('hex')}`;
  const [mount, people, roles] = [`${own}-kv`, `${own}-people`, `${own}-roles`];
  const password = randomBytes(12).toString('hex');
  const policy = (rules: { readonly [pattern: string]: readonly string[] }) => ({
    policy: JSON.stringify({
      path: Object.fromEntries(Object.entries(rules).map(([path, capabilities]) => [path, { capabilities }])),
    }),
  });
  await admin('POST', `sys/mounts/${mount}`, { type: 'kv', options: { version: '2' } });
  // A real one is not ready at once; a write without a condition is to be refused.
  await waitFor('the new mount', () =>
    admin('POST', `${mount}/config`, { cas_required: true }).then(
      () => true,
      (error: unknown) => {
        if (String(error).includes('brief period')) return undefined;
        throw error;
      },
    ),
  );
  await admin('POST', `sys/auth/${people}`, { type: 'userpass' });
  await admin('POST', `sys/auth/${roles}`, { type: 'approle' });
  await admin(
    'POST',
    `sys/policies/acl/${own}-reader`,
    policy({
      [`${mount}/data/school-api/*`]: ['read'],
      [`${mount}/metadata/school-api/*`]: ['list', 'read'],
    }),
  );
  await admin(
    'POST',
    `sys/policies/acl/${own}-editor`,
    policy({
      [`${mount}/data/school-api/*`]: ['create', 'read', 'update'],
      [`${mount}/metadata/school-api/*`]: ['list', 'read', 'create', 'update'],
      [`${mount}/delete/school-api/*`]: ['update'],
      [`${mount}/undelete/school-api/*`]: ['update'],
    }),
  );
  await admin('POST', `auth/${people}/users/marie`, { password, token_policies: [`${own}-editor`] });
  await admin('POST', `auth/${roles}/role/nightly`, { token_policies: [`${own}-reader`] });
  const roleId = String(field(await admin('GET', `auth/${roles}/role/nightly/role-id`), 'data', 'role_id'));
  const token = async (name: string) =>
    String(
      field(
        await admin('POST', 'auth/token/create', { policies: [name], ttl: '1h' }),
        'auth',
        'client_token',
      ),
    );
  return {
    ...reached,
    mount,
    roots: reached.authority === null ? [] : [reached.authority.pem],
    rootToken,
    editor: await token(`${own}-editor`),
    reader: await token(`${own}-reader`),
    users: { mount: people, user: 'marie', password },
    role: { mount: roles, roleId },
    wrappedSecretId: async () => {
      const path = `auth/${roles}/role/nightly/secret-id`;
      return String(
        field(await admin('POST', path, {}, { 'x-vault-wrap-ttl': '60s' }), 'wrap_info', 'token'),
      );
    },
    stop: async () => {
      const policies = ['reader', 'editor'].map((name) => `sys/policies/acl/${own}-${name}`);
      for (const path of [`sys/mounts/${mount}`, `sys/auth/${people}`, `sys/auth/${roles}`, ...policies])
        await admin('DELETE', path);
      await stop();
    },
  };
}

function field(value: unknown, ...names: readonly string[]): unknown {
  return names.reduce(
    (inside, name) => (typeof inside === 'object' && inside !== null ? Reflect.get(inside, name) : undefined),
    value,
  );
}

/** One request of the administrator. Throws unless it succeeds. */
function ask(
  { address, authority }: Reached,
  token: string,
  method: string,
  path: string,
  body: object | undefined,
  headers: Record<string, string>,
): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const sent = request(
      `${address}/v1/${path}`,
      { method, headers: { ...headers, 'x-vault-token': token }, agent: false, ca: authority?.pem },
      (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () => {
          const text = Buffer.concat(chunks).toString('utf8');
          if ((response.statusCode ?? 0) >= 300)
            reject(new Error(`${method} ${path}: ${response.statusCode} ${text}`));
          else resolve(text === '' ? null : JSON.parse(text));
        });
      },
    );
    sent.on('error', reject);
    sent.end(body === undefined ? undefined : JSON.stringify(body));
  });
}
