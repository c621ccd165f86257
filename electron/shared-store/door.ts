import type { FindingCode, StepId } from '@contract/findings';
import type { Facts, Step } from '@contract/report';
import { ok, type Result, refuse } from '@contract/result';
import type { SharedRecord } from '@contract/shared-record';
import type { StoreCredentials, StoreSettings, StoreTestReport } from '@contract/shared-store';
import type { Reading } from '@systems/system';
import { Deadline, LIMITS_MS } from '../check/deadline';
import { HttpsClient } from '../http/client';
import { Network, type NetworkPorts } from '../http/network';
import { userAgentOf } from '../http/user-agent';
import { keyMonths } from '../rotation/known-end';
import type { ListenForRedirect } from '../sign-in/loopback-redirect';
import { Kv2Store } from './kv2';
import type { SharedStore, StoreIdentity } from './port';
import { type StoreSession, signInToStore, signOutOfStore, unwrapSecretId, type WayIn } from './sign-in';
import { StoreLine, type TokenPort } from './store-line';
import { testStore } from './test-store';

export interface DoorPorts {
  readonly network: () => Promise<NetworkPorts>;
  readonly appVersion: string;
  /** null: there is no browser, as on the command line. */
  readonly browser: {
    open(url: string): Promise<unknown>;
    readonly listenForRedirect: ListenForRedirect;
  } | null;
  /** Certificates (PEM) trusted in addition to the computer's. */
  readonly extraRoots?: readonly string[];
}

interface Tell {
  /** Where the browser was sent, so that the user can copy it. */
  readonly onBrowser?: (url: string, waitSeconds: number) => void;
  readonly signal: AbortSignal;
}

export interface TestTell extends Tell {
  readonly onStep?: (step: Step) => void;
  readonly onStepBegan?: (id: StepId, subject: string | null) => void;
}

/** A store that someone is signed in to. */
export interface OpenStore {
  readonly store: SharedStore;
  readonly token: TokenPort;
  readonly identity: StoreIdentity;
  /** Ends what is running, and forgets the token. */
  close(): void;
}

export interface TestedStore {
  readonly report: StoreTestReport;
  /** Whom the test has signed in; null: nobody. */
  readonly opened: OpenStore | null;
}

export type DoorRefusal = { readonly code: 'finding'; readonly finding: FindingCode; readonly facts: Facts };

/** The way into a store of KV version 2. */
export class Door {
  constructor(private readonly ports: DoorPorts) {}

  /** Signs in once; a rejected sign-in is not repeated. */
  async signIn(
    settings: StoreSettings,
    way: WayIn,
    { onBrowser, signal }: Tell,
  ): Promise<Result<OpenStore, DoorRefusal>> {
    const { browser } = this.ports;
    const client = await this.#client();
    const deadline = new Deadline(LIMITS_MS.whole, LIMITS_MS.wait, signal);
    const line = new StoreLine(settings, client);
    try {
      const signedIn = await signInToStore(way, {
        line,
        waiting: () => deadline.waiting(),
        browser:
          browser === null
            ? null
            : {
                ...browser,
                waitingForPerson: () => {
                  client.closeSpare();
                  return deadline.waitingForPerson(LIMITS_MS.browser);
                },
                ...(onBrowser !== undefined && { onOpened: onBrowser }),
              },
      });
      return signedIn.ok
        ? ok(openStore(settings, client, line, signedIn.value, way.way !== 'token'))
        : refuse(refusalOf(signedIn.failure));
    } finally {
      deadline.close();
    }
  }

  /**
   * The steps of the store's test.
   * @param way how to sign in, or the token of whoever has; null: up to the clock
   */
  async test(
    settings: StoreSettings,
    way: WayIn | TokenPort | null,
    { onBrowser, ...tell }: TestTell,
  ): Promise<TestedStore> {
    const { appVersion, browser, extraRoots = [] } = this.ports;
    const network = await this.ports.network();
    const tested = await testStore({
      place: settings,
      signIn: way,
      browser:
        browser === null ? null : { ...browser, ...(onBrowser !== undefined && { onOpened: onBrowser }) },
      network,
      extraRoots,
      appVersion,
      now: () => Date.now(),
      ...tell,
    });
    const { startedAt, durationMs, outcome, steps, session } = tested;
    const report = { startedAt, durationMs, outcome, steps: [...steps] };
    if (session === null) return { report, opened: null };
    const client = await this.#client();
    const line = new StoreLine(settings, client);
    return {
      report,
      opened: openStore(settings, client, line, session, typeof way !== 'object' || way?.way !== 'token'),
    };
  }

  /** Opens a wrapped `secret_id`, which can be done once. @param mount of the sign-in by role */
  async unwrap(
    settings: StoreSettings,
    mount: string,
    wrapped: string,
    signal: AbortSignal,
  ): Promise<Result<string, DoorRefusal>> {
    const client = await this.#client();
    const deadline = new Deadline(LIMITS_MS.whole, LIMITS_MS.wait, signal);
    try {
      const opened = await unwrapSecretId(async () => ok(wrapped), mount, {
        line: new StoreLine(settings, client),
        waiting: () => deadline.waiting(),
      });
      return opened.ok ? opened : refuse(refusalOf(opened.failure));
    } finally {
      deadline.close();
      client.closeSpare();
    }
  }

  async #client(): Promise<HttpsClient> {
    const { appVersion, extraRoots = [] } = this.ports;
    const network = new Network(await this.ports.network(), extraRoots);
    return new HttpsClient(network, userAgentOf(appVersion), () => Date.now());
  }
}

/** How the settings and what was entered lead in; null if they do not. */
export function wayIn(
  { signIn }: StoreSettings,
  credentials: Exclude<StoreCredentials, { way: 'app-role' }>,
): WayIn | null {
  switch (credentials.way) {
    case 'token':
      return { way: 'token', token: async () => ok(credentials.token) };
    case 'ldap': {
      const { user, password } = credentials;
      const mount = signIn.way === 'ldap' ? signIn.mount : 'ldap';
      return { way: 'ldap', mount, user, password: async () => ok(password) };
    }
    case 'oidc':
      return signIn.way === 'oidc' ? signIn : null;
  }
}

function openStore(
  settings: StoreSettings,
  client: HttpsClient,
  line: StoreLine,
  { token, identity }: StoreSession,
  isOurToken: boolean,
): OpenStore {
  const closing = new AbortController();
  const store = new Kv2Store({
    place: settings,
    client,
    token: token.port,
    now: () => Date.now(),
    signal: closing.signal,
    expires: endOf,
  });
  return {
    store,
    token: token.port,
    identity,
    close: () => {
      closing.abort();
      if (!isOurToken) {
        token.forget();
        client.closeSpare();
        return;
      }
      // Nobody waits for it; a token that the person brought may be in use elsewhere.
      const deadline = new Deadline(LIMITS_MS.wait, LIMITS_MS.wait, new AbortController().signal);
      void signOutOfStore(token, line, () => deadline.waiting()).finally(() => {
        deadline.close();
        client.closeSpare();
      });
    },
  };
}

/** The day on which the credentials of a record end by themselves; null if that is not known. */
function endOf({ system, values, rotatedAt }: SharedRecord): string | null {
  const months = keyMonths({ system, values });
  if (months === null || rotatedAt === null) return null;
  const end = new Date(rotatedAt);
  end.setUTCMonth(end.getUTCMonth() + months);
  return end.toISOString().slice(0, 10);
}

const refusalOf = ({ code, facts }: Reading): DoorRefusal => ({ code: 'finding', finding: code, facts });
