import { randomBytes } from 'node:crypto';
import { parseAddress } from '@contract/address';
import { ok, type Result, refuse } from '@contract/result';
import type { Reading } from '@systems/system';
import { answerFacts } from '../answers/read-answer';
import { failed } from '../answers/readings';
import { type Interruption, seconds, type Waiting, wait } from '../http/waiting';
import type { ListenForRedirect } from '../sign-in/loopback-redirect';
import { askWhoIAm } from './identity';
import type { StoreIdentity } from './port';
import { dataOf, isAbsent, memberOf, messagesOf, readRefusal } from './store-answers';
import { isToken, type StoreLine, type TokenPort, type Told } from './store-line';

/** A secret, asked for only once the store has been verified. */
type SecretPort = () => Promise<Result<string, Reading>>;

export type WayIn =
  | { readonly way: 'token'; readonly token: SecretPort }
  /** User name and password, as a rule of Active Directory. */
  | { readonly way: 'ldap'; readonly mount: string; readonly user: string; readonly password: SecretPort }
  /** In the user's own browser. An empty role: the store's default. */
  | { readonly way: 'oidc'; readonly mount: string; readonly role: string }
  | {
      readonly way: 'app-role';
      readonly mount: string;
      readonly roleId: string;
      readonly secretId: SecretPort;
    };

export interface StoreSignInPorts {
  readonly line: StoreLine;
  readonly waiting: () => Waiting;
  /** null: there is no browser, as on the command line. */
  readonly browser: {
    open(url: string): Promise<unknown>;
    readonly listenForRedirect: ListenForRedirect;
    /** Pauses the time limit while the user signs in; `done` is called whatever happens. */
    readonly waitingForPerson: () => { readonly waiting: Waiting; readonly done: () => void };
    /** The address that was opened, so that the user can copy it. */
    readonly onOpened?: (url: string, waitSeconds: number) => void;
  } | null;
  /** Of the way back to this computer; tests take another. */
  readonly redirectPort?: number;
}

export interface StoreSession {
  readonly token: StoreToken;
  readonly identity: StoreIdentity;
}

/** A token in memory. Nothing shows it: it is not a property, and not part of its text or its JSON. */
export class StoreToken {
  #value: string | null;

  constructor(value: string) {
    this.#value = value;
  }

  readonly port: TokenPort = () => this.#value;

  /** Forgets it. The store still knows it, until it is revoked there. */
  forget(): void {
    this.#value = null;
  }
}

/** The port that Vault's and OpenBao's own programs return to, so that roles allow it. */
const REDIRECT_PORT = 8250;

/**
 * Signs in once. A rejected sign-in is never repeated: that could lock an account. The secret leaves this computer only
 * after the store's certificate was verified.
 */
export async function signInToStore(
  way: WayIn,
  ports: StoreSignInPorts,
): Promise<Result<StoreSession, Reading>> {
  const sent: string[] = [];
  const token = await tokenBy(way, ports, sent);
  if (!token.ok) return token;
  const session = new StoreToken(token.value);
  const identity = await askWhoIAm(ports.line, session.port, ports.waiting, sent);
  if (identity.ok) return ok({ token: session, identity: identity.value });
  session.forget();
  const { code } = identity.failure;
  // A token that was entered, and one just given, cannot have ended meanwhile.
  return refuse(code === 'store-sign-in-ended' ? rejected(identity.failure) : identity.failure);
}

/** Tells the store that the token is no longer needed. Whether it hears that is not waited for. */
export async function signOutOfStore(
  token: StoreToken,
  line: StoreLine,
  waiting: () => Waiting,
): Promise<void> {
  await line.ask({ path: 'auth/token/revoke-self', token: token.port, body: async () => ok({}) }, waiting);
  token.forget();
}

/**
 * Opens a wrapped `secret_id`, which can be done once. Fails with `store-sign-in-rejected` if somebody else has opened
 * it, or if something other than a role's `secret_id` is inside (docs/vendors/shared-store.md#wrapping).
 *
 * @param mount of the sign-in by role
 */
export async function unwrapSecretId(
  wrapped: SecretPort,
  mount: string,
  { line, waiting }: Pick<StoreSignInPorts, 'line' | 'waiting'>,
): Promise<Result<string, Reading>> {
  const token = await wrapped();
  if (!token.ok) return token;
  const wrapping = token.value.trim();
  // Where it was made is the store's own word; whoever replaced the token on its way cannot choose it.
  const looked = await line.ask(
    {
      path: 'sys/wrapping/lookup',
      body: async () => ok({ token: wrapping }),
      secrets: () => [wrapping],
    },
    waiting,
  );
  if (!looked.ok) return looked;
  const path: unknown = memberOf(dataOf(looked.value.answer), 'creation_path');
  if (looked.value.answer.status !== 200) return refuse(notUnwrapped(looked.value));
  const own = new RegExp(`^auth/${escaped(mount)}/role/[^/]+/secret-id$`);
  if (typeof path !== 'string' || !own.test(path)) return refuse(unwrapped(looked.value));
  const opened = await line.ask(
    { path: 'sys/wrapping/unwrap', token: () => wrapping, body: async () => ok({}), isAboutToken: true },
    waiting,
  );
  if (!opened.ok) return opened;
  const secretId: unknown = memberOf(dataOf(opened.value.answer), 'secret_id');
  if (opened.value.answer.status !== 200) return refuse(notUnwrapped(opened.value));
  return isToken(secretId) ? ok(secretId) : refuse(unexpected(opened.value));
}

/** @param sent gets what the store was sent as a secret */
async function tokenBy(
  way: WayIn,
  ports: StoreSignInPorts,
  sent: string[],
): Promise<Result<string, Reading>> {
  switch (way.way) {
    case 'token': {
      const entered = await way.token();
      if (!entered.ok) return entered;
      const token = entered.value.trim();
      return isToken(token) ? ok(token) : refuse(rejected({ facts: { host: hostOf(ports.line) } }));
    }
    case 'ldap':
      // A part of the path that a URL would read differently is no user's name.
      if (way.user.split('/').some((part) => /^\.{0,2}$/.test(part)))
        return refuse(rejected({ facts: { host: hostOf(ports.line) } }));
      return tokenFor(ports, `auth/${way.mount}/login/${way.user}`, sent, async () => {
        const password = await way.password();
        if (!password.ok) return password;
        // One that stands in the user's name is no secret, and the store says that name.
        if (!way.user.includes(password.value)) sent.push(password.value);
        return ok({ password: password.value });
      });
    case 'app-role':
      return tokenFor(ports, `auth/${way.mount}/login`, sent, async () => {
        const secretId = await way.secretId();
        if (!secretId.ok) return secretId;
        sent.push(secretId.value);
        return ok({ role_id: way.roleId, secret_id: secretId.value });
      });
    case 'oidc':
      return tokenByBrowser(way, ports);
  }
}

async function tokenFor(
  { line, waiting }: StoreSignInPorts,
  path: string,
  sent: readonly string[],
  body: () => Promise<Result<object, Reading>>,
): Promise<Result<string, Reading>> {
  const asked = await line.ask({ path, body, secrets: () => sent, isAboutToken: true }, waiting);
  return asked.ok ? readToken(asked.value) : asked;
}

/** The token of a sign-in's answer; else why there is none. */
function readToken(told: Told): Result<string, Reading> {
  const { answer, url } = told;
  const { body, status } = answer;
  if (status === 200 && body.kind === 'json') {
    const auth: unknown = memberOf(body.value, 'auth');
    const token: unknown = memberOf(auth, 'client_token');
    if (isToken(token)) return ok(token);
    const factor: unknown = memberOf(auth, 'mfa_requirement');
    if (typeof factor === 'object' && factor !== null)
      return refuse(rejected({ facts: { ...answerFacts(answer, url), problem: 'second-factor' } }));
    return refuse(unexpected(told));
  }
  const reading = readRefusal(answer, url);
  const messages = messagesOf(answer);
  if (messages === null) return refuse(reading);
  // The directory behind the store was not reached, so nobody has judged the password.
  if (messages.some((message) => NOT_JUDGED.test(message)))
    return refuse(failed('server-error', reading.facts));
  if (status === 400) return refuse(rejected({ facts: answerFacts(answer, url) }));
  // Also said of a sign-in that is not there, and of an account that is locked (docs/vendors/shared-store.md#sign-in).
  if (status === 403 || isAbsent(answer) || reading.code === 'store-place-missing')
    return refuse(rejected({ facts: { ...reading.facts, problem: 'way-unknown' } }));
  return refuse(reading);
}

const NOT_JUDGED =
  /failed to connect|invalid connection returned|error connecting|i\/o timeout|connection refused|no such host|not configured|failed to (?:re-)?bind with the BindDN/i;

async function tokenByBrowser(
  { mount, role }: Extract<WayIn, { way: 'oidc' }>,
  ports: StoreSignInPorts,
): Promise<Result<string, Reading>> {
  const { line, waiting, browser, redirectPort = REDIRECT_PORT } = ports;
  const host = hostOf(line);
  if (browser === null) return refuse(failed('not-proved', { host, reason: 'no-window' }));
  const redirect = new URL(`http://localhost:${redirectPort}/oidc/callback`);
  // Binds the code to us: whoever else sees it in the browser cannot exchange it.
  const nonce = randomBytes(20).toString('hex');
  const begun = await line.ask(
    {
      path: `auth/${mount}/oidc/auth_url`,
      body: async () => ok({ role, redirect_uri: redirect.href, client_nonce: nonce }),
    },
    waiting,
  );
  if (!begun.ok) return begun;
  const page = readPage(begun.value, redirect);
  if (!page.ok) return page;
  const answer = await visit(page.value, redirect, browser, host);
  if (!answer.ok) return answer;
  const code = answer.value.getAll('code');
  const error = answer.value.get('error');
  if (error !== null)
    return refuse(
      error === 'access_denied'
        ? failed('sign-in-cancelled', { host })
        : rejected({ facts: { host, problem: 'role' } }),
    );
  if (code.length !== 1 || !isToken(code[0]))
    return refuse(failed('answer-not-ours', { host, problem: 'code' }));
  const query = { state: page.value.state, code: code[0], client_nonce: nonce };
  const asked = await line.ask({ path: `auth/${mount}/oidc/callback`, query, isAboutToken: true }, waiting);
  return asked.ok ? readToken(asked.value) : asked;
}

interface Page {
  readonly url: string;
  readonly state: string;
}

/** The page to open. The store says which, so it is judged like any address from outside. */
function readPage(told: Told, redirect: URL): Result<Page, Reading> {
  const { answer, url } = told;
  if (answer.status !== 200) {
    const read = readToken(told);
    if (read.ok) return refuse(unexpected(told));
    const { code, facts } = read.failure;
    const isRole = code === 'store-sign-in-rejected' && facts.problem === undefined;
    return refuse(isRole ? rejected({ facts: { ...facts, problem: 'role' } }) : read.failure);
  }
  const given: unknown = memberOf(dataOf(answer), 'auth_url');
  // Said of a role that does not allow the way back.
  if (given === '') return refuse(rejected({ facts: { ...answerFacts(answer, url), problem: 'role' } }));
  const page = typeof given === 'string' && given.length <= LONGEST_PAGE ? parseAddress(given) : null;
  if (page === null || page.username !== '' || page.password !== '') return refuse(unexpected(told));
  if (page.protocol !== 'https:') return refuse(unexpected(told));
  // A role can also be made for other ways, that end elsewhere.
  if (page.searchParams.get('redirect_uri') !== redirect.href)
    return refuse(rejected({ facts: { ...answerFacts(answer, url), problem: 'role' } }));
  const [state, ...more] = page.searchParams.getAll('state');
  if (state === undefined || state.length < 8 || more.length > 0) return refuse(unexpected(told));
  return ok({ url: page.href, state });
}

const LONGEST_PAGE = 8192;

async function visit(
  { url, state }: Page,
  redirect: URL,
  browser: NonNullable<StoreSignInPorts['browser']>,
  host: string,
): Promise<Result<URLSearchParams, Reading>> {
  const listener = await browser.listenForRedirect(redirect, state);
  if (!listener.ok) return refuse(failed('callback-port-in-use', { port: Number(redirect.port) }));
  const { waiting, done } = browser.waitingForPerson();
  const notReturned = (why: Interruption): Reading => {
    if (why === 'cancelled') return failed(why);
    return listener.value.foreignCame()
      ? failed('answer-not-ours', { host, problem: 'state' })
      : failed('sign-in-incomplete', { host, waitSeconds: seconds(waiting.waitMs) });
  };
  try {
    return await wait<URLSearchParams, Reading>(
      waiting,
      (end) => {
        listener.value.answer.then((query) => end(ok(query)));
        browser.onOpened?.(url, seconds(waiting.waitMs));
        // Whether a browser opened cannot be known, and the user can copy the address.
        browser.open(url).catch(() => undefined);
      },
      notReturned,
    );
  } finally {
    listener.value.close();
    done();
  }
}

const rejected = ({ facts }: Pick<Reading, 'facts'>): Reading => failed('store-sign-in-rejected', facts);
const unwrapped = ({ answer, url }: Told): Reading =>
  rejected({ facts: { ...answerFacts(answer, url), problem: 'unwrapped' } });
const unexpected = ({ answer, url }: Told): Reading => readRefusal(answer, url);
const hostOf = (line: StoreLine): string => new URL(line.place.address).hostname;

/** The store knows no such wrapping token, or something else is wrong. */
function notUnwrapped(told: Told): Reading {
  const { answer, url } = told;
  const refuses = messagesOf(answer) !== null && [400, 403, 404].includes(answer.status);
  return refuses ? unwrapped(told) : readRefusal(answer, url);
}

const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
