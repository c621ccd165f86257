import { findings } from '@contract/findings';
import type { Report } from '@contract/report';
import { ok, type Result, refuse } from '@contract/result';
import { effectiveValues, planOf } from '@systems/plan-of';
import type { CheckPlan, Reading, RequestPlan } from '@systems/system';
import { asHttpAnswer, readReach } from '../answers/read-answer';
import { isAbsence, readApi } from '../answers/read-api-answer';
import { failed, ofFailure, warning, withoutExchange } from '../answers/readings';
import type { Answer } from '../http/client';
import { clockMs } from '../http/clock';
import { Network } from '../http/network';
import { wait } from '../http/waiting';
import { sendSigned } from '../sign-in/first-request';
import type { Session, SignInContext } from '../sign-in/session';
import { signIn } from '../sign-in/sign-in';
import { checkAddressFields, checkFields, secretReading } from './check-fields';
import type { CheckOptions, CheckPorts, CheckSubject } from './ports';
import { aboutOf, beginningAt, reportOf } from './report-of';
import type { Conclude, StepRecord } from './step-record';
import { UnderWay } from './under-way';

/**
 * Runs one check, from the fields to the data (docs/how-answers-are-read.md#the-steps), and reports each step as it
 * completes. All subjects of a stage run; the check stops after the first stage that failed. No network failure,
 * server answer or user action makes it throw. When it resolves, its sockets, timers and listeners are gone.
 */
export async function runCheck(
  subject: CheckSubject,
  ports: CheckPorts,
  options: CheckOptions,
): Promise<Report> {
  const beginning = beginningAt(ports.now());
  const check = new Check(subject, ports, options);
  try {
    await check.run();
  } finally {
    check.close();
  }
  const { record, alternative } = check;
  const { appVersion, withoutSecrets = false } = options;
  return reportOf(aboutOf(subject), record.finish(), beginning, { appVersion, alternative, withoutSecrets });
}

class Check {
  readonly record: StepRecord;
  /** Id of the alternative in use; null for the standard request. */
  alternative: string | null = null;
  readonly #subject: CheckSubject;
  readonly #ports: CheckPorts;
  readonly #options: CheckOptions;
  readonly #underWay: UnderWay;
  #reachAnswer: { readonly answer: Answer; readonly url: string } | null = null;
  #session: Session | null = null;
  #proof: Reading | null = null;

  constructor(subject: CheckSubject, ports: CheckPorts, options: CheckOptions) {
    this.#subject = subject;
    this.#ports = ports;
    this.#options = options;
    const network = new Network(ports.network, options.extraRoots, subject.extraCertificates ?? []);
    this.#underWay = new UnderWay(network, options, ports.now);
    this.record = this.#underWay.record;
  }

  async run(): Promise<void> {
    if (!(await this.#fields())) return;
    let plan = this.#altered(planOf(this.#subject.system, this.#subject));
    if (!(await this.#underWay.reachServers(plan.addresses))) return;
    if (!(await this.#reach(plan.reach))) return;
    const probe = this.#reachAnswer?.answer;
    const named = probe === undefined ? undefined : plan.asNamed?.(asHttpAnswer(probe));
    if (named !== undefined) plan = this.#altered(named);
    if (!(await this.#underWay.clock(this.#reachAnswer))) return;
    if (this.#options.withoutSecrets === true) return;
    if (!(await this.#signIn(plan))) return;
    await this.#permission(plan);
    await this.#data(plan);
  }

  close(): void {
    this.#underWay.close();
    this.#session = null;
  }

  /** The plan, with the chosen alternative applied. An alternative that changes nothing is ignored. */
  #altered(plan: CheckPlan): CheckPlan {
    const { system, practice } = this.#subject;
    const values = effectiveValues(system, this.#subject.values, practice);
    const wanted = this.#options.alternative ?? this.#subject.alternative;
    const chosen = system.alternatives?.find(({ id }) => id === wanted);
    const changed = chosen?.change(plan, values) ?? null;
    if (chosen === undefined || changed === null) return plan;
    this.alternative = chosen.id;
    return changed;
  }

  async #fields(): Promise<boolean> {
    if (this.#underWay.stopped('fields')) return false;
    this.#options.onStepBegan?.('fields', null);
    const began = clockMs();
    const findings =
      this.#options.withoutSecrets === true
        ? checkAddressFields(this.#subject)
        : await checkFields(this.#subject, this.#ports, this.#underWay.waiting());
    if (this.#underWay.stopped('fields')) return false;
    const took = Math.round(clockMs() - began);
    for (const { subject, reading } of findings) this.record.add('fields', subject, reading, took);
    return !this.record.failed('fields');
  }

  async #reach(plan: RequestPlan | null): Promise<boolean> {
    if (plan === null) {
      this.record.skip('reach');
      return true;
    }
    return this.#underWay.stage('reach', [
      {
        subject: plan.subject,
        work: async () => {
          const headers = { accept: 'application/json' };
          const sent = await this.#underWay.client.request(
            plan.url,
            { method: 'GET', headers },
            this.#underWay.waiting(),
          );
          if (!sent.ok) return ofFailure(sent.failure);
          this.#reachAnswer = { answer: sent.value, url: plan.url };
          return readReach(sent.value, plan);
        },
      },
    ]);
  }

  async #signIn(plan: CheckPlan): Promise<boolean> {
    const context: SignInContext = {
      client: this.#underWay.client,
      ports: this.#ports,
      options: this.#options,
      waiting: this.#underWay.waiting,
      waitingForPerson: this.#underWay.waitingForPerson,
      secretFor: (field, url) => this.#secretFor(field, url),
      requests: plan.permission,
    };
    return this.#underWay.stage('sign-in', [
      {
        subject: null,
        work: async () => {
          const { reading, session } = await signIn(plan.signIn, context);
          this.#session = session;
          return reading;
        },
      },
    ]);
  }

  /** Opens a secret for this address only. The vault may never answer, so the wait is limited. */
  async #secretFor(field: string, url: string): Promise<Result<string, Reading>> {
    const unreadable = secretReading('unreadable', field);
    const asked = await wait<string, Reading>(
      this.#underWay.waiting(),
      (end) => {
        this.#ports.secret(field, new URL(url).origin).then(
          (got) => end(got.ok ? got : refuse(secretReading(got.failure, field))),
          () => end(refuse(unreadable)),
        );
      },
      (why) => (why === 'cancelled' ? failed(why) : unreadable),
    );
    return asked.ok && asked.value === '' ? refuse(secretReading('absent', field)) : asked;
  }

  /**
   * Sends the requests one at a time because these servers have rate limits. Each row is judged by its own answer,
   * with one exception: whether a missing collection is not offered by the server, or the address is wrong, can only
   * be told from the other rows.
   */
  async #permission(plan: CheckPlan): Promise<void> {
    const session = this.#session;
    if (session === null || plan.permission.length === 0) {
      this.record.skip('permission');
      return;
    }
    const waiting: Waiting[] = [];
    let recognised = session.recognised;
    let stop = false;
    let sibling: Reading | null = null;
    for (const request of plan.permission) {
      if (stop) {
        this.record.notTried('permission', request.subject);
        continue;
      }
      if (this.#underWay.stopped('permission')) return;
      const conclude = this.record.begin('permission', request.subject);
      const asked = await this.#ask(request, session, recognised);
      if (asked.isAbsent || asked.permission.code === 'refused') {
        waiting.push({ ...asked, conclude, tookMs: conclude.elapsed() });
        continue;
      }
      conclude(asked.permission);
      const isKnown = asked.permission.outcome !== 'failed' || asked.permission.code === 'permission-missing';
      if (isKnown) recognised = true;
      if (request.subject === plan.proof) this.#proof = asked.data;
      if (isKnown) sibling ??= asked.data ?? asked.permission;
      stop = findings[asked.permission.code].signIn.stops || this.#underWay.interruption !== null;
    }
    for (const { permission, isAbsent, conclude, tookMs } of waiting)
      conclude(sibling === null ? permission : besideSibling(permission, isAbsent), tookMs);
    // If the server does not offer the proof's own collection, another collection's answer proves the same.
    if (
      this.#proof === null &&
      sibling !== null &&
      waiting.some(({ isAbsent, conclude }) => isAbsent && conclude.subject === plan.proof)
    )
      this.#proof = sibling.outcome === 'failed' ? null : sibling;
  }

  async #ask(
    request: RequestPlan,
    session: Session,
    recognised: boolean,
  ): Promise<{ readonly permission: Reading; readonly data: Reading | null; readonly isAbsent: boolean }> {
    const known = session.answers.get(request.subject);
    const context = { client: this.#underWay.client, waiting: this.#underWay.waiting };
    const sent = known !== undefined ? ok(known) : await sendSigned(request, context, session);
    if (!sent.ok) return { permission: sent.failure, data: null, isAbsent: false };
    const read = readApi(sent.value, request, { proof: session.proof, recognised });
    const permission = known === undefined ? read.permission : withoutExchange(read.permission);
    return { permission, data: read.data, isAbsent: isAbsence(sent.value, permission) };
  }

  /** Judges the proof's answer, whatever the other rows found. */
  async #data(plan: CheckPlan): Promise<void> {
    const proof = this.#proof;
    if (plan.proof === null || proof === null) {
      if (!this.record.failed('permission')) this.record.skip('data');
      return;
    }
    // The interrupted row already says that the check was stopped.
    if (this.#underWay.interruption !== null && this.record.failed('permission')) return;
    await this.#underWay.stage('data', [{ subject: null, work: async () => withoutExchange(proof) }]);
  }
}

/** A row that can be explained only once the other rows are known. */
interface Waiting {
  readonly permission: Reading;
  readonly isAbsent: boolean;
  readonly conclude: Conclude;
  readonly tookMs: number;
}

/** The server recognized the client in another row: this collection is not offered, or a permission is missing. */
const besideSibling = ({ facts }: Reading, isAbsent: boolean): Reading =>
  isAbsent ? warning('not-offered', facts) : failed('permission-missing', facts);
