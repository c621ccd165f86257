import type { Report, Step } from '@contract/report';
import { ok, type Result } from '@contract/result';
import { overallOutcome } from '@contract/verdict';
import type { Reading } from '@systems/system';
import { failed, passed, warning, withoutExchange } from '../answers/readings';
import type { Job } from '../check/network-stages';
import { beginningAt } from '../check/report-of';
import { UnderWay, type UnderWayOptions } from '../check/under-way';
import { clockMs } from '../http/clock';
import { Network, type NetworkPorts } from '../http/network';
import { judgeMount } from './engine';
import { readHealth } from './health';
import { askWhoIAm } from './identity';
import { pathOf, placeProblem, type StorePlace, urlOf } from './place';
import type { StoreIdentity } from './port';
import { askRights } from './rights';
import { type StoreSession, type StoreSignInPorts, signInToStore, type WayIn } from './sign-in';
import { isAbsent, isDenied, readRefusal } from './store-answers';
import { StoreLine, type TokenPort, type Told } from './store-line';

/** The test of a store, without a secret or a name of what is shared there. */
export interface StoreTest {
  readonly startedAt: string;
  readonly durationMs: number;
  readonly outcome: Report['outcome'];
  /** As of a check; the subjects of `permission` are `list`, `read` and `write`. */
  readonly steps: readonly Step[];
  /** null: not signed in. */
  readonly identity: StoreIdentity | null;
  /** Of a sign-in that this test made; null: none, or it was signed in before. */
  readonly session: StoreSession | null;
}

export interface StoreTestOptions extends UnderWayOptions {
  readonly place: StorePlace;
  /** Below the prefix: where the rights are asked for. */
  readonly folder?: string;
  /** The token of an earlier sign-in, or how to sign in. null: only up to the clock. */
  readonly signIn: TokenPort | WayIn | null;
  readonly browser?: Omit<NonNullable<StoreSignInPorts['browser']>, 'waitingForPerson'> | null;
  readonly redirectPort?: number;
  readonly network: NetworkPorts;
  /** Certificates (PEM) trusted in addition to the computer's. */
  readonly extraRoots: readonly string[];
  readonly now: () => number;
}

/** Tests the way to a store, the sign-in and the rights. Reads no secret and writes nothing. Never throws. */
export async function testStore(options: StoreTestOptions): Promise<StoreTest> {
  const { startedAt, began } = beginningAt(options.now());
  const test = new Test(options);
  try {
    await test.run();
  } finally {
    test.close();
  }
  const steps = test.finish();
  return {
    startedAt,
    durationMs: Math.round(clockMs() - began),
    outcome: overallOutcome(steps),
    steps,
    identity: test.identity,
    session: test.session,
  };
}

class Test {
  readonly #underWay: UnderWay;
  identity: StoreIdentity | null = null;
  session: StoreSession | null = null;
  readonly #options: StoreTestOptions;
  readonly #line: StoreLine;
  #health: Told | null = null;

  constructor(options: StoreTestOptions) {
    this.#options = options;
    const network = new Network(options.network, options.extraRoots);
    this.#underWay = new UnderWay(network, options, options.now);
    this.#line = new StoreLine(options.place, this.#underWay.client);
  }

  async run(): Promise<void> {
    const { place, signIn } = this.#options;
    const problem = placeProblem(place);
    const fields = problem === null ? passed() : failed('field-invalid', { field: problem, problem: 'form' });
    if (!(await this.#underWay.stage('fields', [{ subject: problem, work: async () => fields }]))) return;
    if (!(await this.#underWay.reachServers([{ subject: null, url: place.address }]))) return;
    if (!(await this.#underWay.stage('reach', [{ subject: null, work: () => this.#reach() }]))) return;
    if (!(await this.#underWay.clock(this.#health))) return;
    if (signIn === null) return;
    if (!(await this.#underWay.stage('sign-in', [{ subject: null, work: () => this.#signIn(signIn) }])))
      return;
    await this.#permission();
  }

  close(): void {
    this.#underWay.close();
  }

  finish(): readonly Step[] {
    return this.#underWay.record.finish();
  }

  async #reach(): Promise<Reading> {
    const asked = await this.#line.ask({ path: 'sys/health' }, this.#underWay.waiting);
    if (!asked.ok) return asked.failure;
    this.#health = asked.value;
    return readHealth(asked.value.answer, asked.value.url);
  }

  async #signIn(how: TokenPort | WayIn): Promise<Reading> {
    const { host, port } = this.#place();
    if (typeof how === 'function') {
      const told = await askWhoIAm(this.#line, how, this.#underWay.waiting);
      if (!told.ok) return told.failure;
      this.identity = told.value;
      return passed({ host, port });
    }
    const { browser = null, redirectPort } = this.#options;
    const signedIn = await signInToStore(how, {
      line: this.#line,
      waiting: this.#underWay.waiting,
      browser: browser && { ...browser, waitingForPerson: this.#underWay.waitingForPerson },
      ...(redirectPort !== undefined && { redirectPort }),
    });
    if (!signedIn.ok) return signedIn.failure;
    this.session = signedIn.value;
    this.identity = signedIn.value.identity;
    return passed({ host, port });
  }

  #token(): TokenPort {
    const { signIn } = this.#options;
    return typeof signIn === 'function' ? signIn : (this.session?.token.port ?? (() => null));
  }

  #place() {
    const url = new URL(this.#options.place.address);
    return { host: url.hostname.replace(/^\[|\]$/g, ''), port: Number(url.port || 443) };
  }

  /** Whether there is a place for versions, and what the policies allow there. */
  async #permission(): Promise<void> {
    const place = await this.#judgePlace();
    if (place !== null) {
      await this.#underWay.stage('permission', [{ subject: 'list', work: async () => place }]);
      for (const subject of ['read', 'write']) this.#underWay.record.notTried('permission', subject);
      return;
    }
    const { folder = '' } = this.#options;
    const rights = await askRights(this.#line, this.#token(), folder, this.#underWay.waiting);
    const row = (subject: 'list' | 'read' | 'write'): Job => ({
      subject,
      work: async () => {
        const facts = this.#place();
        if (!rights.ok) return subject === 'list' ? rights.failure : withoutExchange(rights.failure);
        if (rights.value[subject]) return passed(facts);
        const missing = { ...facts, problem: subject };
        // Many are to read only.
        return subject === 'write'
          ? warning('store-not-permitted', missing)
          : failed('store-not-permitted', missing);
      },
    });
    await this.#underWay.stage('permission', [row('list'), row('read'), row('write')]);
  }

  /** null: there may be a KV engine of version 2. */
  async #judgePlace(): Promise<Reading | null> {
    const { place, folder = '' } = this.#options;
    const mount = await this.#get(`sys/internal/ui/mounts/${place.mount}`);
    if (!mount.ok) return mount.failure;
    const { answer, url } = mount.value;
    if (answer.status === 200) return judgeMount(answer, url);
    if (!isDenied(answer)) return readRefusal(answer, url);
    // The store says the same of a mount that is not there and of one that is not for us. A list tells them apart.
    const path = `${pathOf(place, 'metadata', folder)}/`;
    const list = await this.#get(path, { list: 'true' });
    if (!list.ok) return list.failure;
    const told = list.value.answer;
    if (told.status === 200 || isAbsent(told) || isDenied(told)) return null;
    return readRefusal(told, urlOf(place, path));
  }

  async #get(path: string, query: Readonly<Record<string, string>> = {}): Promise<Result<Told, Reading>> {
    const asked = await this.#line.ask({ path, query, token: this.#token() }, this.#underWay.waiting);
    return asked.ok ? ok(asked.value) : asked;
  }
}
