import { randomBytes, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer as createHttp, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Duplex } from 'node:stream';
import { createServer as createTls, type TLSSocket } from 'node:tls';
import { makeAuthority } from '../support/certificates';
import { type Answer, KvEngine, refused } from './kv-store/engine';
import { allowed, type Capability, type Policy, reaches, readPolicy } from './kv-store/policies';

/*
 * A server of KV version 2 over TLS, as OpenBao and HashiCorp Vault behave by their own code
 * (docs/vendors/shared-store.md). It refuses what they refuse. Two clients that nobody here wrote judge it
 * (test/contract/shared-store).
 */

export type StoreState =
  | 'active'
  | 'sealed'
  | 'not-initialized'
  /** Forwards requests to the active server. */
  | 'standby'
  /** Redirects them to it. */
  | 'standby-redirecting'
  /** Cannot find an active one. */
  | 'standby-alone'
  | 'performance-standby'
  | 'disaster-recovery';

export interface StoreRequest {
  readonly method: string;
  /** With its query. */
  readonly url: string;
  readonly headers: IncomingMessage['headers'];
  readonly text: string;
}

/** What goes wrong with one request. */
export type Mishap =
  | { readonly kind: 'lost' }
  /** Done, and the answer does not arrive. */
  | { readonly kind: 'cut' }
  | {
      readonly kind: 'answer';
      readonly status?: number;
      readonly body: string;
      readonly headers?: { [name: string]: string };
    }
  /** Something on the way sends it twice; the second answer arrives. */
  | { readonly kind: 'twice' }
  /** Answered, and the connection closed without a word about it. */
  | { readonly kind: 'closing' }
  /** One byte at a time, for ever. */
  | { readonly kind: 'drip' }
  /** Answered only then. */
  | { readonly kind: 'late'; readonly until: Promise<unknown> };

interface Token {
  readonly id: string;
  readonly accessor: string;
  readonly policies: readonly string[];
  readonly displayName: string;
  readonly meta: { readonly [name: string]: string } | null;
  readonly path: string;
  /** Milliseconds since 1970; null: it does not end by itself. */
  readonly expires: number | null;
}

interface Wrapped {
  readonly answer: object;
  readonly path: string;
  readonly created: number;
  readonly ttl: number;
}

interface Role {
  readonly roleId: string;
  readonly policies: readonly string[];
  readonly ttl: number;
  readonly secretIds: Map<string, { uses: number }>;
  readonly uses: number;
}

/** A sign-in by a third party's provider, as a role of the store describes it. */
export interface OidcRole {
  readonly policies: readonly string[];
  readonly redirectUris: readonly string[];
  /** The page for the browser. */
  readonly page: (asked: {
    readonly state: string;
    readonly nonce: string;
    readonly redirectUri: string;
  }) => string;
  /** Exchanges the code; null: the provider refused it. */
  readonly exchange: (asked: {
    readonly code: string;
    readonly nonce: string;
    readonly redirectUri: string;
  }) => Promise<{ readonly user: string } | null>;
}

type Mount =
  | {
      readonly type: 'userpass' | 'ldap';
      readonly users: Map<string, { password: string; policies: readonly string[] }>;
    }
  | { readonly type: 'approle'; readonly roles: Map<string, Role> }
  | { readonly type: 'oidc'; readonly roles: Map<string, OidcRole>; readonly begun: Map<string, Begun> };

interface Begun {
  readonly role: string;
  readonly redirectUri: string;
  readonly clientNonce: string;
  readonly nonce: string;
}

const ROOT = 'root-token-of-this-test';
const DAY_S = 24 * 60 * 60;
const NAMED = /^[\w.@+\\ -]+$/;

type Fields = { readonly [name: string]: unknown };

export async function startKvStore(options: { readonly now?: () => number } = {}): Promise<KvStore> {
  const authority = await makeAuthority();
  const leaf = await authority.leaf({ names: ['127.0.0.1', 'localhost'] });
  const store = new KvStore(authority.root.pem, options.now ?? Date.now);
  await store.listen({ key: leaf.key, cert: `${leaf.pem}\n${authority.intermediate.pem}` });
  return store;
}

export class KvStore {
  readonly rootToken = ROOT;
  state: StoreState = 'active';
  version = '2.4.1';
  /** Where a redirecting standby points to. */
  activeOrigin = 'https://active.store.test:8200';
  /** Decides for each request what goes wrong; null: nothing. */
  mishap: ((request: StoreRequest) => Mishap | null) | null = null;
  /** Namespaces that exist besides the root. */
  readonly namespaces = new Set<string>();
  /** Every request, in order. */
  readonly requests: StoreRequest[] = [];
  connections = 0;
  readonly #now: () => number;
  readonly #engines = new Map<string, KvEngine>();
  readonly #mounts = new Map<string, Mount>();
  readonly #policies = new Map<string, Policy>();
  readonly #tokens = new Map<string, Token>();
  readonly #wrapped = new Map<string, Wrapped>();
  readonly #sockets = new Set<TLSSocket>();
  readonly #http = createHttp((request, response) => this.#receive(request, response));
  #tls: ReturnType<typeof createTls> | null = null;
  #port = 0;

  constructor(
    /** PEM of the authority that its certificate is from. */
    readonly root: string,
    now: () => number,
  ) {
    this.#now = now;
    this.#tokens.set(ROOT, {
      id: ROOT,
      accessor: randomUUID(),
      policies: ['root'],
      displayName: 'root',
      meta: null,
      path: 'auth/token/root',
      expires: null,
    });
  }

  get origin(): string {
    return `https://127.0.0.1:${this.#port}`;
  }

  async listen(identity: { readonly key: string; readonly cert: string }): Promise<void> {
    const tls = createTls(identity, (socket) => {
      this.connections += 1;
      socket.setNoDelay(true);
      this.#sockets.add(socket);
      socket.on('error', () => undefined).on('close', () => this.#sockets.delete(socket));
      this.#http.emit('connection', withListMethod(socket));
    });
    tls.on('tlsClientError', () => undefined);
    tls.listen(0, '127.0.0.1');
    await once(tls, 'listening');
    this.#tls = tls;
    this.#port = (tls.address() as AddressInfo).port;
  }

  async stop(): Promise<void> {
    for (const socket of this.#sockets) socket.destroy();
    const tls = this.#tls;
    if (tls !== null) await new Promise((resolve) => tls.close(resolve));
    this.#http.close();
  }

  /** What an administrator has set up; the same can be done by requests. */
  mountKv(path: string, version: '1' | '2' = '2'): void {
    this.#engines.set(path, new KvEngine(version, () => this.#now()));
  }

  configureKv(
    mount: string,
    settings: { readonly max_versions?: number; readonly cas_required?: boolean },
  ): void {
    const query = new URLSearchParams();
    this.#engines.get(mount)?.answer({ method: 'POST', path: 'config', query, body: settings });
  }

  /** Puts records there, one version each. */
  seed(
    mount: string,
    records: readonly { readonly path: string; readonly data: object; readonly custom: object }[],
  ): void {
    const engine = this.#engines.get(mount);
    for (const { path, data, custom } of records) {
      const asked = { method: 'POST', query: new URLSearchParams() } as const;
      engine?.answer({ ...asked, path: `data/${path}`, body: { data } });
      engine?.answer({ ...asked, path: `metadata/${path}`, body: { custom_metadata: custom } });
    }
  }

  allow(name: string, rules: { readonly [pattern: string]: readonly Capability[] }): void {
    this.#policies.set(name, new Map(Object.entries(rules)));
  }

  addUser(mount: string, name: string, password: string, policies: readonly string[]): void {
    const found = this.#mounts.get(mount) ?? { type: 'ldap' as const, users: new Map() };
    this.#mounts.set(mount, found);
    if (found.type !== 'ldap' && found.type !== 'userpass') throw new Error(`${mount} has no users`);
    found.users.set(name.toLowerCase(), { password, policies });
  }

  addOidcRole(mount: string, name: string, role: OidcRole): void {
    const found = this.#mounts.get(mount) ?? { type: 'oidc' as const, roles: new Map(), begun: new Map() };
    this.#mounts.set(mount, found);
    if (found.type !== 'oidc') throw new Error(`${mount} has no such roles`);
    found.roles.set(name, role);
  }

  /** @param ttl in seconds; 0: it does not end */
  makeToken(
    policies: readonly string[],
    ttl = DAY_S,
    displayName = 'token',
    meta: Token['meta'] = null,
  ): string {
    return this.#issue(policies, ttl, displayName, 'auth/token/create', meta).id;
  }

  revoke(token: string): void {
    this.#tokens.delete(token);
  }

  #issue(
    policies: readonly string[],
    ttl: number,
    displayName: string,
    path: string,
    meta: Token['meta'],
  ): Token {
    const token = {
      id: `hvs.${randomBytes(24).toString('base64url')}`,
      accessor: randomBytes(18).toString('base64url'),
      policies: [...new Set(['default', ...policies])],
      displayName,
      meta,
      path,
      expires: ttl === 0 ? null : this.#now() + ttl * 1000,
    };
    this.#tokens.set(token.id, token);
    return token;
  }

  #receive(request: IncomingMessage, response: ServerResponse): void {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('error', () => undefined);
    request.on('end', () => {
      const seen: StoreRequest = {
        method: request.method ?? '',
        url: request.url ?? '',
        headers: request.headers,
        text: Buffer.concat(chunks).toString('utf8'),
      };
      this.requests.push(seen);
      this.#respond(seen, response).catch((error: unknown) => {
        response.writeHead(500, { 'content-type': 'application/json' });
        response.end(JSON.stringify({ errors: [String(error)] }));
      });
    });
  }

  async #respond(seen: StoreRequest, response: ServerResponse): Promise<void> {
    const mishap = this.mishap?.(seen) ?? null;
    response.setHeader('date', new Date(this.#now()).toUTCString());
    if (mishap?.kind === 'lost') return void response.destroy();
    if (mishap?.kind === 'drip') return drip(response);
    if (mishap?.kind === 'answer') {
      response.writeHead(mishap.status ?? 200, { 'content-type': 'application/json', ...mishap.headers });
      return void response.end(mishap.body);
    }
    if (mishap?.kind === 'twice') await this.#answer(seen);
    const { status, headers, body } = await this.#answer(seen);
    if (mishap?.kind === 'cut') return void response.destroy();
    if (mishap?.kind === 'late') await mishap.until;
    response.writeHead(status, { 'cache-control': 'no-store', ...headers });
    const { socket } = response;
    response.end(body, () => {
      if (mishap?.kind === 'closing') socket?.destroy();
    });
  }

  async #answer(seen: StoreRequest): Promise<{
    readonly status: number;
    readonly headers: { [name: string]: string };
    readonly body: string;
  }> {
    const url = new URL(seen.url, this.origin);
    const json = { 'content-type': 'application/json' };
    const write = (status: number, body: unknown) => ({
      status,
      headers: json,
      body: status === 204 ? '' : `${JSON.stringify(body)}\n`,
    });
    const asGiven = seen.url.split('?')[0] ?? '';
    // Go's own router cleans a path before anything else reads it.
    if (asGiven !== url.pathname || /\/\/|%2e/i.test(asGiven))
      return { status: 301, headers: { location: url.pathname.replaceAll(/\/{2,}/g, '/') }, body: '' };
    if (!url.pathname.startsWith('/v1/'))
      return { status: 404, headers: { 'content-type': 'text/plain' }, body: '404 page not found\n' };
    const path = decodeURIComponent(url.pathname.slice('/v1/'.length));
    if (path === 'sys/health') return write(...this.#health());
    if (this.state === 'sealed') return write(503, { errors: ['Vault is sealed'] });
    if (this.state === 'not-initialized') return write(500, { errors: ['Vault is not initialized'] });
    if (this.state === 'standby-redirecting')
      return { status: 307, headers: { location: `${this.activeOrigin}${seen.url}` }, body: '' };
    if (this.state === 'standby-alone') return write(503, { errors: ['no active Vault instance found'] });
    const answer = await this.#logical(seen, url, path);
    if ('raw' in answer) return write(answer.status, answer.raw);
    const { status, errors, warnings = null, data = null } = answer;
    if (errors !== undefined) return write(status, { errors, ...(warnings !== null && { warnings }) });
    return write(status, { ...blank(), data, warnings });
  }

  #health(): [number, object] {
    const { state } = this;
    const standby = state.startsWith('standby') || state === 'performance-standby';
    const status =
      { sealed: 503, 'not-initialized': 501, 'performance-standby': 473, 'disaster-recovery': 472 }[
        state as string
      ] ?? (standby ? 429 : 200);
    return [
      status,
      {
        initialized: state !== 'not-initialized',
        sealed: state === 'sealed' || state === 'not-initialized',
        standby,
        performance_standby: state === 'performance-standby',
        replication_performance_mode: 'disabled',
        replication_dr_mode: state === 'disaster-recovery' ? 'secondary' : 'disabled',
        server_time_utc: Math.floor(this.#now() / 1000),
        version: this.version,
      },
    ];
  }

  async #logical(seen: StoreRequest, url: URL, path: string): Promise<Answer | Raw> {
    const namespace = String(seen.headers['x-vault-namespace'] ?? '').replace(/\/$/, '');
    if (namespace !== '' && !this.namespaces.has(namespace)) return refused(404, 'namespace not found');
    const list = url.searchParams.get('list');
    const isList = seen.method === 'GET' && list !== null && /^(?:1|t|true)$/i.test(list);
    if (list !== null && !isList && !/^(?:0|f|false)$/i.test(list)) return refused(400);
    const method = isList ? 'LIST' : seen.method === 'PUT' ? 'POST' : seen.method;
    if (method !== 'GET' && method !== 'POST' && method !== 'DELETE' && method !== 'LIST')
      return refused(405);
    let body: Fields = {};
    if (method === 'POST' && seen.text !== '') {
      try {
        const parsed: unknown = JSON.parse(seen.text);
        if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed))
          throw new Error('no object');
        body = parsed as Fields;
      } catch {
        return refused(400, 'failed to parse JSON input');
      }
    }
    const asked: LogicalRequest = {
      method,
      path: isList && !path.endsWith('/') ? `${path}/` : path,
      query: url.searchParams,
      body,
      token: this.#tokenOf(String(seen.headers['x-vault-token'] ?? '')),
      tokenText: String(seen.headers['x-vault-token'] ?? ''),
      wrapTtl: Number.parseInt(String(seen.headers['x-vault-wrap-ttl'] ?? '0'), 10),
    };
    return (await this.#withoutToken(asked)) ?? this.#withToken(asked);
  }

  #tokenOf(text: string): Token | null {
    const token = this.#tokens.get(text);
    if (token === undefined) return null;
    if (token.expires === null || token.expires > this.#now()) return token;
    this.#tokens.delete(text);
    return null;
  }

  /** Paths that need no token. null: any other. */
  async #withoutToken(asked: LogicalRequest): Promise<Answer | Raw | null> {
    const { method, path, body } = asked;
    if (path === 'sys/wrapping/lookup' && method === 'POST')
      return this.#lookUpWrapped(String(body.token ?? asked.tokenText));
    if (path === 'sys/wrapping/unwrap' && method === 'POST')
      return this.#unwrap(asked.token === null ? asked.tokenText : String(body.token ?? ''));
    if (path.startsWith('sys/internal/ui/mounts/') && method === 'GET')
      return this.#describeMount(asked, path.slice('sys/internal/ui/mounts/'.length));
    const [, name = '', rest = ''] =
      /^auth\/(.+?)\/(login(?:\/.+)?|oidc\/(?:auth_url|callback))$/.exec(path) ?? [];
    const mount = this.#mounts.get(name);
    if (mount === undefined) return null;
    if (mount.type === 'oidc') return this.#oidc(name, mount, rest, asked);
    if (method !== 'POST') return refused(405, '1 error occurred:\n\t* unsupported operation\n\n');
    if (mount.type === 'approle') return rest === 'login' ? this.#loginRole(name, mount, body) : null;
    return rest.startsWith('login/') ? this.#loginUser(name, mount, rest.slice('login/'.length), body) : null;
  }

  #loginUser(
    name: string,
    { type, users }: Extract<Mount, { type: 'userpass' | 'ldap' }>,
    user: string,
    { password }: Fields,
  ): Answer | Raw {
    const known = users.get(user.trim().toLowerCase());
    if (typeof password !== 'string' || password === '')
      return refused(
        400,
        type === 'ldap'
          ? 'password cannot be of zero length when passwordless binds are being denied'
          : 'missing password',
      );
    if (known === undefined || known.password !== password)
      return refused(
        400,
        type === 'ldap' ? 'ldap operation failed: failed to bind as user' : 'invalid username or password',
      );
    return this.#signedIn(
      this.#issue(known.policies, DAY_S, `${name}-${user}`, `auth/${name}/login/${user}`, { username: user }),
    );
  }

  #loginRole(name: string, { roles }: Extract<Mount, { type: 'approle' }>, body: Fields): Answer | Raw {
    if (typeof body.role_id !== 'string' || body.role_id === '') return refused(400, 'missing role_id');
    const found = [...roles].find(([, { roleId }]) => roleId === body.role_id);
    const secret = found?.[1].secretIds.get(String(body.secret_id ?? ''));
    if (found === undefined || secret === undefined) return refused(400, 'invalid role or secret ID');
    const [roleName, role] = found;
    if (secret.uses === 1) role.secretIds.delete(String(body.secret_id));
    else if (secret.uses > 1) secret.uses -= 1;
    return this.#signedIn(
      this.#issue(role.policies, role.ttl, 'approle', `auth/${name}/login`, { role_name: roleName }),
    );
  }

  async #oidc(
    name: string,
    { roles, begun }: Extract<Mount, { type: 'oidc' }>,
    rest: string,
    { method, body, query }: LogicalRequest,
  ): Promise<Answer | Raw | null> {
    if (rest === 'oidc/auth_url' && method === 'POST') {
      const roleName = String(body.role ?? '').toLowerCase() || 'default';
      const role = roles.get(roleName);
      if (role === undefined) return refused(400, `role ${JSON.stringify(roleName)} could not be found`);
      const redirectUri = String(body.redirect_uri ?? '');
      if (redirectUri === '') return refused(400, 'missing redirect_uri');
      if (!role.redirectUris.includes(redirectUri)) return { status: 200, data: { auth_url: '' } };
      const [state, nonce] = [
        `st_${randomBytes(15).toString('hex')}`,
        `n_${randomBytes(15).toString('hex')}`,
      ];
      begun.set(state, { role: roleName, redirectUri, clientNonce: String(body.client_nonce ?? ''), nonce });
      return { status: 200, data: { auth_url: role.page({ state, nonce, redirectUri }) } };
    }
    if (rest !== 'oidc/callback' || method !== 'GET') return null;
    const state = query.get('state') ?? '';
    const request = begun.get(state);
    begun.delete(state);
    const role = request === undefined ? undefined : roles.get(request.role);
    if (request === undefined || role === undefined)
      return refused(400, 'Vault login failed. Expired or missing OAuth state.');
    if (request.clientNonce !== '' && query.get('client_nonce') !== request.clientNonce)
      return refused(400, 'invalid client_nonce');
    const { nonce, redirectUri } = request;
    const person = await role.exchange({ code: query.get('code') ?? '', nonce, redirectUri });
    if (person === null) return refused(400, 'Vault login failed. Error exchanging oidc code.');
    return this.#signedIn(
      this.#issue(role.policies, DAY_S, `${name}-${person.user}`, `auth/${name}/oidc/callback`, {
        role: request.role,
        username: person.user,
      }),
    );
  }

  #signedIn(token: Token): Raw {
    const auth = {
      client_token: token.id,
      accessor: token.accessor,
      policies: token.policies,
      token_policies: token.policies,
      metadata: token.meta,
      lease_duration: token.expires === null ? 0 : Math.floor((token.expires - this.#now()) / 1000),
      renewable: true,
      entity_id: randomUUID(),
      token_type: 'service',
      orphan: true,
      mfa_requirement: null,
      num_uses: 0,
    };
    return { status: 200, raw: { ...blank(), auth } };
  }

  #lookUpWrapped(token: string): Answer {
    const found = this.#liveWrapped(token);
    if (found === null) return refused(400, 'wrapping token is not valid or does not exist');
    return {
      status: 200,
      data: {
        creation_path: found.path,
        creation_time: new Date(found.created).toISOString(),
        creation_ttl: found.ttl,
      },
    };
  }

  #unwrap(token: string): Answer | Raw {
    const found = this.#liveWrapped(token);
    this.#wrapped.delete(token);
    if (found === null) return refused(400, 'wrapping token is not valid or does not exist');
    return { status: 200, raw: found.answer };
  }

  #liveWrapped(token: string): Wrapped | null {
    const found = this.#wrapped.get(token);
    return found !== undefined && found.created + found.ttl * 1000 > this.#now() ? found : null;
  }

  /** Says the same of a mount that is not there and of one that is not for the caller. */
  #describeMount({ token }: LogicalRequest, path: string): Answer {
    if (token === null) return permissionDenied;
    const found = this.#engineAt(`${path}/`);
    if (found === null || !(this.#isRoot(token) || reaches(this.#policiesOf(token), `${found.mount}/`)))
      return refused(
        403,
        `preflight capability check returned 403, please ensure client's policies grant access to path "${path}/"`,
      );
    const { mount, engine } = found;
    return {
      status: 200,
      data: {
        type: 'kv',
        options: { version: engine.version },
        path: `${mount}/`,
        description: '',
        local: false,
      },
    };
  }

  #withToken(asked: LogicalRequest): Answer | Raw {
    const { token, path, method } = asked;
    if (token === null) return permissionDenied;
    const found = this.#engineAt(path);
    const inside = found === null ? '' : path.slice(found.mount.length + 1);
    const exists = found?.engine.exists(inside) ?? true;
    const needed: Capability =
      method === 'GET'
        ? 'read'
        : method === 'LIST'
          ? 'list'
          : method === 'DELETE'
            ? 'delete'
            : exists
              ? 'update'
              : 'create';
    const isOwn = OWN_PATHS.includes(path) && token.policies.includes('default');
    if (!isOwn && !this.#isRoot(token) && !allowed(this.#policiesOf(token), path).includes(needed))
      return permissionDenied;
    const answer =
      found === null ? this.#admin(asked, token) : found.engine.answer({ ...asked, method, path: inside });
    if (!Number.isFinite(asked.wrapTtl) || asked.wrapTtl <= 0 || answer.status !== 200) return answer;
    return this.#wrap('raw' in answer ? answer.raw : { ...blank(), data: answer.data }, path, asked.wrapTtl);
  }

  #wrap(answer: object, path: string, ttl: number): Raw {
    const token = `hvs.${randomBytes(24).toString('base64url')}`;
    this.#wrapped.set(token, { answer, path, created: this.#now(), ttl });
    const info = {
      token,
      accessor: randomBytes(18).toString('base64url'),
      ttl,
      creation_time: new Date(this.#now()).toISOString(),
      creation_path: path,
    };
    return { status: 200, raw: { ...blank(), wrap_info: info } };
  }

  #engineAt(path: string): { readonly mount: string; readonly engine: KvEngine } | null {
    const found = [...this.#engines].find(([mount]) => path.startsWith(`${mount}/`));
    return found === undefined ? null : { mount: found[0], engine: found[1] };
  }

  #isRoot(token: Token): boolean {
    return token.policies.includes('root');
  }

  #policiesOf(token: Token): readonly Policy[] {
    return token.policies.flatMap((name) => this.#policies.get(name) ?? []);
  }

  /** What the administrator and the default policy may ask the store itself. */
  #admin(asked: LogicalRequest, token: Token): Answer | Raw {
    const { method, path, body } = asked;
    const is = (how: string, pattern: RegExp): RegExpExecArray | null =>
      method === how ? pattern.exec(path) : null;
    if (is('GET', /^auth\/token\/lookup-self$/)) return { status: 200, data: this.#described(token) };
    if (is('POST', /^auth\/token\/revoke-self$/)) {
      this.#tokens.delete(token.id);
      return { status: 204 };
    }
    if (is('POST', /^sys\/capabilities-self$/)) return this.#capabilities(token, body);
    if (is('POST', /^auth\/token\/create$/)) {
      const policies = stringsOf(body.policies);
      return this.#signedIn(
        this.#issue(policies, secondsOf(body.ttl), String(body.display_name ?? 'token'), path, null),
      );
    }
    const kv = is('POST', /^sys\/mounts\/(.+)$/);
    if (kv !== null) {
      const options = body.options as Fields | undefined;
      if (body.type !== 'kv' && body.type !== 'kv-v2') return refused(400, 'unknown backend type');
      this.mountKv(kv[1] ?? '', body.type === 'kv-v2' || options?.version === '2' ? '2' : '1');
      return { status: 204 };
    }
    const gone = is('DELETE', /^sys\/mounts\/(.+)$/);
    if (gone !== null) {
      this.#engines.delete(gone[1] ?? '');
      return { status: 204 };
    }
    const dropped = is('DELETE', /^sys\/policies\/acl\/([\w-]+)$/);
    if (dropped !== null) {
      this.#policies.delete(dropped[1] ?? '');
      return { status: 204 };
    }
    const policy = is('POST', /^sys\/polic(?:y|ies\/acl)\/([\w-]+)$/);
    if (policy !== null) {
      const read = readPolicy(String(body.policy ?? body.rules ?? ''));
      if (read === null) return refused(400, 'failed to parse policy');
      this.#policies.set(policy[1] ?? '', read);
      return { status: 204 };
    }
    return this.#adminOfAuth(asked) ?? refused(404, `no handler for route "${path}". route entry not found.`);
  }

  #adminOfAuth({ method, path, body }: LogicalRequest): Answer | null {
    const enabled = method === 'POST' ? /^sys\/auth\/(.+)$/.exec(path) : null;
    if (enabled !== null) {
      const [, name = ''] = enabled;
      if (this.#mounts.has(name)) return refused(400, `path is already in use at ${name}/`);
      if (body.type === 'userpass') this.#mounts.set(name, { type: 'userpass', users: new Map() });
      else if (body.type === 'approle') this.#mounts.set(name, { type: 'approle', roles: new Map() });
      else return refused(400, 'plugin not found in the catalog');
      return { status: 204 };
    }
    const disabled = method === 'DELETE' ? /^sys\/auth\/(.+)$/.exec(path) : null;
    if (disabled !== null) {
      this.#mounts.delete(disabled[1] ?? '');
      return { status: 204 };
    }
    const [, name = '', kind = '', item = '', part = ''] =
      /^auth\/([^/]+)\/(users|role)\/([^/]+)(?:\/(role-id|secret-id))?$/.exec(path) ?? [];
    const mount = this.#mounts.get(name);
    if (mount === undefined || !NAMED.test(item)) return null;
    if (mount.type !== 'approle' && mount.type !== 'oidc' && kind === 'users' && method === 'POST') {
      this.addUser(name, item, String(body.password), stringsOf(body.token_policies ?? body.policies));
      return { status: 204 };
    }
    if (mount.type !== 'approle' || kind !== 'role') return null;
    const role = mount.roles.get(item);
    if (part === '' && method === 'POST') {
      mount.roles.set(item, {
        roleId: role?.roleId ?? randomUUID(),
        policies: stringsOf(body.token_policies ?? body.policies),
        ttl: secondsOf(body.token_ttl) || DAY_S,
        secretIds: role?.secretIds ?? new Map(),
        uses: Number(body.secret_id_num_uses ?? 0),
      });
      return { status: 204 };
    }
    if (role === undefined) return refused(404);
    if (part === 'role-id' && method === 'GET') return { status: 200, data: { role_id: role.roleId } };
    if (part !== 'secret-id' || method !== 'POST') return null;
    const secretId = randomUUID();
    role.secretIds.set(secretId, { uses: role.uses });
    return {
      status: 200,
      data: {
        secret_id: secretId,
        secret_id_accessor: randomUUID(),
        secret_id_ttl: 0,
        secret_id_num_uses: role.uses,
      },
    };
  }

  #capabilities(token: Token, body: Fields): Answer {
    const paths = stringsOf(body.paths ?? body.path);
    if (paths.length === 0) return refused(400, 'paths must be supplied');
    const each = paths.map((path): [string, readonly string[]] => [
      path,
      this.#isRoot(token) ? ['root'] : allowed(this.#policiesOf(token), path),
    ]);
    const [only] = each;
    return {
      status: 200,
      data: { ...Object.fromEntries(each), ...(each.length === 1 && { capabilities: only?.[1] }) },
    };
  }

  #described(token: Token): object {
    const left = token.expires === null ? 0 : Math.ceil((token.expires - this.#now()) / 1000);
    return {
      id: token.id,
      accessor: token.accessor,
      policies: token.policies,
      path: token.path,
      meta: token.meta,
      display_name: token.displayName,
      num_uses: 0,
      orphan: true,
      ttl: left,
      expire_time:
        token.expires === null ? null : new Date(token.expires).toISOString().replace('Z', '123456Z'),
      renewable: token.expires !== null,
      type: 'service',
      entity_id: '',
    };
  }
}

function drip(response: ServerResponse): void {
  response.writeHead(200, { 'content-type': 'application/json' });
  response.write('{"data":"');
  const timer = setInterval(() => response.write('x'), 20);
  response.once('close', () => clearInterval(timer));
}

/** An answer that is written as it is. */
interface Raw {
  readonly status: number;
  readonly raw: object;
}

interface LogicalRequest {
  readonly method: 'GET' | 'POST' | 'DELETE' | 'LIST';
  readonly path: string;
  readonly query: URLSearchParams;
  readonly body: Fields;
  readonly token: Token | null;
  readonly tokenText: string;
  /** In seconds; 0: not to be wrapped. */
  readonly wrapTtl: number;
}

/** What the policy `default` allows every token. */
const OWN_PATHS = ['auth/token/lookup-self', 'auth/token/revoke-self', 'sys/capabilities-self'];

const permissionDenied = refused(403, 'permission denied');

const blank = () => ({
  request_id: randomUUID(),
  lease_id: '',
  renewable: false,
  lease_duration: 0,
  data: null,
  wrap_info: null,
  warnings: null,
  auth: null,
});

const stringsOf = (value: unknown): readonly string[] =>
  Array.isArray(value)
    ? value.map(String)
    : typeof value === 'string' && value !== ''
      ? value.split(',')
      : [];

/** `30`, `30s`, `5m` or `1h`, in seconds. */
function secondsOf(value: unknown): number {
  const [, number = '0', unit = 's'] = /^(\d+)([smh]?)$/.exec(String(value ?? '0')) ?? [];
  return Number(number) * (unit === 'h' ? 3600 : unit === 'm' ? 60 : 1);
}

/**
 * Both products know a method LIST, which Node's parser refuses. The same request with GET and `list=true` means the
 * same to them, so it is rewritten before Node reads it.
 */
function withListMethod(socket: TLSSocket): Duplex {
  const duplex = new Duplex({
    read: () => void socket.resume(),
    write: (chunk, _encoding, done) => void socket.write(chunk, () => done()),
    final: (done) => void socket.end(done),
    destroy: (error, done) => {
      socket.destroy();
      done(error);
    },
  });
  socket.on('data', (chunk: Buffer) => {
    const text = chunk.toString('latin1');
    const listed = text.replace(/^LIST (\S+) HTTP/, (_all, target: string) =>
      target.includes('?') ? `GET ${target}&list=true HTTP` : `GET ${target}?list=true HTTP`,
    );
    if (!duplex.push(Buffer.from(listed, 'latin1'))) socket.pause();
  });
  socket.on('end', () => duplex.push(null)).on('close', () => duplex.destroy());
  return duplex;
}
