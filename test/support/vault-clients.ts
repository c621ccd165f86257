import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import nodeVault from 'node-vault';

/*
 * Clients of OpenBao and Vault that nobody here wrote: Debian's python3-hvac, and npm's node-vault. They judge the test
 * server, and what our adapter has written.
 */

/** What is asked of a client. Paths are below the mount. */
type Ask =
  | { readonly do: 'token'; readonly token: string }
  | {
      readonly do: 'write';
      readonly mount: string;
      readonly path: string;
      readonly data: object;
      readonly cas?: number;
    }
  | { readonly do: 'read'; readonly mount: string; readonly path: string; readonly version?: number }
  | { readonly do: 'list' | 'metadata' | 'remove'; readonly mount: string; readonly path: string }
  | { readonly do: 'describe'; readonly mount: string; readonly path: string; readonly custom: object }
  | {
      readonly do: 'delete' | 'undelete' | 'destroy';
      readonly mount: string;
      readonly path: string;
      readonly versions: readonly number[];
    }
  | { readonly do: 'whoAmI' | 'health' }
  | { readonly do: 'capabilities'; readonly paths: readonly string[] }
  | { readonly do: 'loginUser'; readonly mount: string; readonly user: string; readonly password: string }
  | { readonly do: 'loginRole'; readonly mount: string; readonly roleId: string; readonly secretId: string }
  | { readonly do: 'unwrap'; readonly token: string };

/** As the client understood it. */
type Understood = { readonly ok: unknown } | { readonly status: number; readonly errors: readonly string[] };

export interface VaultClient {
  readonly ask: (ask: Ask) => Promise<Understood>;
  readonly stop: () => void;
}

/** Where a server is; `authority` is a PEM file, or '' if this computer trusts it. */
export interface Reached {
  readonly address: string;
  readonly authority: { readonly file: string; readonly pem: string } | null;
}

// Debian's interpreter: another one in PATH does not see Debian's packages.
const PYTHON = '/usr/bin/python3';
const SCRIPT = join(import.meta.dirname, '../servers/hvac-client.py');

export function hvac({ address, authority }: Reached): VaultClient {
  const child: ChildProcess = spawn(PYTHON, [SCRIPT, address, authority?.file ?? ''], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const { stdin, stdout } = child;
  if (stdin === null || stdout === null) throw new Error('python3 with python3-hvac is needed');
  const waiting: ((answer: Understood) => void)[] = [];
  const ended = () => {
    for (const answer of waiting.splice(0)) answer({ status: 0, errors: ['the client has ended'] });
  };
  child.once('error', ended).once('exit', ended);
  createInterface({ input: stdout }).on('line', (line) => waiting.shift()?.(JSON.parse(line) as Understood));
  return {
    ask: (ask) =>
      new Promise((resolve) => {
        waiting.push(resolve);
        stdin.write(`${JSON.stringify(ask)}\n`);
      }),
    stop: () => stdin.end(),
  };
}

export function nodeVaultClient({ address, authority }: Reached): VaultClient {
  let token = '';
  const client = (as = token) =>
    nodeVault({
      apiVersion: 'v1',
      endpoint: address,
      token: as,
      ...(authority !== null && { requestOptions: { ca: authority.pem } }),
    });
  const dataOf = async (answer: Promise<{ readonly data?: unknown }>): Promise<unknown> =>
    (await answer).data;
  const done = async (answer: Promise<unknown>): Promise<null> => {
    await answer;
    return null;
  };
  const perform = async (ask: Ask): Promise<unknown> => {
    const vault = client();
    switch (ask.do) {
      case 'token':
        token = ask.token;
        return null;
      case 'write': {
        const options = ask.cas === undefined ? {} : { options: { cas: ask.cas } };
        const made = await dataOf(
          vault.write(`${ask.mount}/data/${ask.path}`, { data: ask.data, ...options }),
        );
        return (made as { readonly version: number }).version;
      }
      case 'read': {
        const query = ask.version === undefined ? '' : `?version=${ask.version}`;
        return dataOf(vault.read(`${ask.mount}/data/${ask.path}${query}`));
      }
      case 'list':
        return ((await dataOf(vault.list(`${ask.mount}/metadata/${ask.path}`))) as { readonly keys: unknown })
          .keys;
      case 'metadata':
        return dataOf(vault.read(`${ask.mount}/metadata/${ask.path}`));
      case 'describe':
        return done(vault.write(`${ask.mount}/metadata/${ask.path}`, { custom_metadata: ask.custom }));
      case 'delete':
      case 'undelete':
      case 'destroy':
        return done(vault.write(`${ask.mount}/${ask.do}/${ask.path}`, { versions: ask.versions }));
      case 'remove':
        return done(vault.delete(`${ask.mount}/metadata/${ask.path}`));
      case 'whoAmI':
        return dataOf(vault.tokenLookupSelf());
      case 'health':
        return vault.health();
      case 'capabilities':
        return dataOf(vault.write('sys/capabilities-self', { paths: ask.paths }));
      case 'loginUser': {
        const { user: username, password, mount: mount_point } = ask;
        return tokenOf(await vault.userpassLogin({ username, password, mount_point }));
      }
      case 'loginRole': {
        const { roleId: role_id, secretId: secret_id, mount: mount_point } = ask;
        return tokenOf(await vault.approleLogin({ role_id, secret_id, mount_point }));
      }
      case 'unwrap':
        return dataOf(client(ask.token).unwrap());
    }
  };
  return {
    ask: async (ask) => {
      try {
        return { ok: await perform(ask) };
      } catch (error) {
        const { response } = error as { readonly response?: { statusCode: number; body: unknown } };
        if (response === undefined) throw error;
        const { errors = [] } = (response.body ?? {}) as { readonly errors?: readonly string[] };
        return { status: response.statusCode, errors };
      }
    },
    stop: () => undefined,
  };
}

const tokenOf = (answer: { readonly auth: { readonly client_token: string } }): string =>
  answer.auth.client_token;
