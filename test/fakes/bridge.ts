import type { Bridge } from '@contract/bridge';
import { byLanguage } from '@contract/by-language';
import type { CarriedReport } from '@contract/carried';
import type {
  AnswerOf,
  ChannelName,
  EventName,
  Events,
  FailureCode,
  FaultGroup,
  RequestOf,
  StoreNotice,
} from '@contract/channels';
import type { Connection, ConnectionView, SecretState, SecretTrouble } from '@contract/connection';
import { stepIds } from '@contract/findings';
import type { HistoryEntry } from '@contract/history';
import type { Protection } from '@contract/keyring';
import type { Language } from '@contract/languages';
import type { Nightly, NightlyFailure, Nights, Watched } from '@contract/nightly';
import { noneInForce, type PoliciesView, policiesView, policyNames } from '@contract/policies';
import type { Reminder } from '@contract/reminder';
import type { Report, Step } from '@contract/report';
import { ok, refuse } from '@contract/result';
import type { UpdateNotice } from '@contract/update-notice';
import { decidingStep, isProved, overallOutcome } from '@contract/verdict';
import { systemById } from '@systems/catalogue';
import type english from '../../assets/locales/en/faults.json';
import { summaryOf } from '../../electron/connections/summary';
import { answered } from '../../electron/ipc/answered';
import { explainMessage } from '../../electron/services/explain-message';
import { fakeCarried } from './carried';
import { type CheckScript, stepsOf } from './check-scripts';
import { fakeReports } from './report-channels';
import { fakeShared, type SharedScenario } from './shared';
import { type FakeEnds, FakeTestAll } from './test-all';
import { type TransferScenario, transferFakes } from './transfer';
import { type TrustScenario, trustAnswers } from './trust-answers';

/*
 * A fake main process for the window's tests. It runs in the page in place of the preload. Its type comes from the
 * contract, so a new channel that it does not answer does not compile.
 */

/** What a test may set up before the page opens. Everything has a sensible default. */
export interface Scenario extends TrustScenario {
  readonly language?: Language;
  /** The computer's region. */
  readonly region?: string;
  readonly connections?: readonly Connection[];
  readonly reports?: Readonly<Record<string, Report>>;
  /** Earlier reports, newest first. */
  readonly olderReports?: Readonly<Record<string, readonly Report[]>>;
  /** Reports of other computers, for every connection. */
  readonly carried?: readonly CarriedReport[];
  /** The text of the report file the user chooses; default: they cancel. */
  readonly chosenReport?: string;
  /** Connection id → field → the stored secret. */
  readonly secrets?: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly secretState?: SecretState;
  /** For every secret, while `secretState` is `unreadable`. */
  readonly trouble?: SecretTrouble;
  readonly protection?: Protection;
  /** The user's reaction to the desktop's prompt; default: answers at once. */
  readonly unlocking?: 'waits';
  readonly notices?: readonly StoreNotice[];
  /** What the organization has set; the rest is as if nothing were. */
  readonly policies?: Partial<PoliciesView>;
  /** For every connection. */
  readonly reminder?: Reminder;
  /** Newest first. */
  readonly history?: readonly HistoryEntry[];
  readonly transfer?: TransferScenario;
  /** A store of shared connections; default: none is set up. */
  readonly shared?: SharedScenario;
  readonly check?: CheckScript;
  /** For a vendor's system: its check's steps, and those of an alternative request. */
  readonly steps?: readonly Step[];
  readonly otherSteps?: readonly Step[];
  /** Channels that fail every call, and why. */
  readonly refusals?: Partial<Record<ChannelName, FailureCode>>;
  /** How "Test all" ends for a connection, by id; `hangs`: only when cancelled. Default: proved. */
  readonly testAll?: FakeEnds;
  /** No result of a check can be saved. */
  readonly diskFull?: boolean;
  /** Pause between two steps of a check, in ms. */
  readonly pace?: number;
  readonly hideAfterSeconds?: number;
  /** Whether the system's schedule tests every night; default: not set up. */
  readonly nightly?: Nightly;
  /** Why it cannot be set up or removed. */
  readonly nightlyFailure?: NightlyFailure;
  /** What the nights found. */
  readonly watched?: readonly Watched[];
  /** Connection id → its last nights. */
  readonly nights?: Readonly<Record<string, Nights>>;
  /** What the organisation's feed says of a newer version. */
  readonly updateNotice?: UpdateNotice;
}

/** What a test can inspect and do while the page is open: `window.fake`. */
export interface FakeControls {
  readonly calls: { readonly channel: ChannelName; readonly request: unknown }[];
  /** The fake clipboard's content. */
  clipboard: string;
  emit<Name extends EventName>(event: Name, payload: Events[Name]): void;
  /** Changes the scenario from now on. */
  arrange(part: Scenario): void;
  /** The user clicked Allow in the fake browser. */
  allowInBrowser(): void;
  connection(id: string): Connection | undefined;
  /** Ends what hangs in "Test all". */
  endTest(id: string, end: 'proved' | 'stopped'): void;
  /** The computer goes to sleep. */
  sleep(): void;
}

declare global {
  interface Window {
    fake: FakeControls;
    scenario?: Scenario;
  }
}

type Handlers = {
  readonly [Name in ChannelName]: (request: RequestOf<Name>) => Promise<AnswerOf<Name>> | AnswerOf<Name>;
};

const ready: Protection = { verdict: 'os-keyring', reason: 'ready', backend: 'gnome_libsecret' };

/** As on Linux. */
const nightlyOn: Nightly = {
  state: 'on',
  platform: 'linux',
  since: '2026-01-12T09:00:00.000Z',
  from: '01:00',
  to: '03:00',
  always: null,
};

export const BUG_DETAILS = '{"build":"0123456789ab"}';

export const PRACTICE_SECRET = 'Pr4ctice-0nly_lI1';

const faultWords = byLanguage<typeof english>('faults', () =>
  import.meta.glob<typeof english>('../../assets/locales/*/faults.json', { eager: true, import: 'default' }),
);

/** Some of the practice server's faults. */
function practiceFaults(language: Language): readonly FaultGroup[] {
  const { where, name } = faultWords[language];
  return [
    {
      name: where['sign-in'],
      faults: [
        { id: 'token/invalid-client', name: name['invalid-client'] },
        { id: 'token/refused-403', name: name['refused-403'] },
      ],
    },
    { name: where.permission, faults: [{ id: 'lists/empty-204', name: name['empty-204'] }] },
  ];
}

const practiceReply = `Hello,

Your address is registered. These are the values of this instance:

Client ID: practice-client
Client Secret: ${PRACTICE_SECRET}
Authentication URL/Board: https://127.0.0.1:9443/onsis/authorize
Authentication Token URL: https://127.0.0.1:9443/onsis/token
API URL / Port: https://127.0.0.1:9443/onsis/api
Scopes: demo.read demo.write

OnSIS`;

const practiceValues = `Server URL: https://127.0.0.1:9443
Client ID: 00000000-1111-4222-8333-444444444444
Client Secret: 55555555-6666-4777-8888-999999999999`;

/** What a check of the way alone runs of these steps. */
const wayOf = (steps: readonly Step[]): readonly Step[] =>
  steps.map((step) =>
    stepIds.indexOf(step.id) > stepIds.indexOf('clock')
      ? { ...step, outcome: 'not-tried', code: null, durationMs: 0, facts: {} }
      : step,
  );

export class FakeMain implements Bridge {
  readonly controls: FakeControls;
  private scenario: Scenario;
  private readonly connections = new Map<string, Connection>();
  private readonly reports = new Map<string, Report>();
  private readonly secrets = new Map<string, string>();
  private readonly listeners = new Map<EventName, Set<(payload: never) => void>>();
  private readonly cancelled = new Set<string>();
  private allow: () => void = () => undefined;
  private readonly testAll = new FakeTestAll({
    connections: () => [...this.connections.values()],
    ends: (id) => this.scenario.testAll?.[id] ?? 'proved',
    keep: (connection) => {
      if (this.scenario.diskFull === true) return false;
      this.keep(connection);
      return true;
    },
    emit: (event, payload) => this.emit(event, payload),
  });

  constructor(scenario: Scenario) {
    this.scenario = scenario;
    for (const connection of scenario.connections ?? []) this.connections.set(connection.id, connection);
    for (const [id, report] of Object.entries(scenario.reports ?? {})) this.reports.set(id, report);
    for (const [id, fields] of Object.entries(scenario.secrets ?? {})) {
      for (const [field, secret] of Object.entries(fields)) this.secrets.set(`${id} ${field}`, secret);
    }
    this.controls = {
      calls: [],
      clipboard: '',
      emit: (event, payload) => this.emit(event, payload),
      arrange: (part) => {
        this.scenario = { ...this.scenario, ...part };
      },
      allowInBrowser: () => this.allow(),
      connection: (id) => this.connections.get(id),
      endTest: (id, end) => this.testAll.finish(id, end),
      sleep: () => this.testAll.stop('sleep'),
    };
  }

  async call<Name extends ChannelName>(channel: Name, request: RequestOf<Name>): Promise<AnswerOf<Name>> {
    this.controls.calls.push({ channel, request });
    const refusal = this.scenario.refusals?.[channel];
    // As main does for a bug in a handler.
    const details = refusal === 'unexpected' ? { details: BUG_DETAILS } : {};
    if (refusal !== undefined) return refuse({ code: refusal, ...details }) as AnswerOf<Name>;
    return await this.handlers[channel](request);
  }

  on<Name extends EventName>(event: Name, listener: (payload: Events[Name]) => void): () => void {
    const known = this.listeners.get(event) ?? new Set();
    this.listeners.set(event, known);
    known.add(listener);
    return () => known.delete(listener);
  }

  private emit<Name extends EventName>(event: Name, payload: Events[Name]): void {
    for (const listener of this.listeners.get(event) ?? []) listener(payload as never);
  }

  private view(connection: Connection): ConnectionView {
    const kept = this.scenario.secretState ?? (this.isProtected() ? 'saved' : 'session-only');
    const fields = systemById(connection.system)?.fields.filter((field) => field.secret) ?? [];
    const states = fields.map(({ id }): [string, SecretState] => [
      id,
      this.secrets.has(`${connection.id} ${id}`) ? kept : 'absent',
    ]);
    const { trouble } = this.scenario;
    const troubles = Object.fromEntries(
      states.flatMap(([id]) => (trouble === undefined ? [] : [[id, trouble]])),
    );
    return { connection, secrets: Object.fromEntries(states), troubles };
  }

  private rotation(id: string): AnswerOf<'open-rotation'> {
    const connection = this.connections.get(id);
    if (connection === undefined) return refuse({ code: 'not-found' });
    const slot = connection.rotation?.phase === 'switched' ? '@previous' : '@next';
    const fields = systemById(connection.system).fields.filter((field) => field.secret);
    const kept = this.isProtected() ? ('saved' as const) : ('session-only' as const);
    const secretOf = (field: string, place: string) => this.secrets.get(`${id} ${field}${place}`);
    const statesAt = (place: string): Record<string, SecretState> =>
      Object.fromEntries(
        fields.map((field) => [field.id, secretOf(field.id, place) === undefined ? 'absent' : kept]),
      );
    const same = fields.flatMap((field) => {
      const secret = secretOf(field.id, '');
      return secret !== undefined && secret === secretOf(field.id, slot) ? [field.id] : [];
    });
    return ok({
      connection,
      current: statesAt(''),
      other: statesAt(slot),
      same,
      onlyThisRun: !this.isProtected(),
    });
  }

  private moveSecrets(id: string, moves: Readonly<Record<string, string | null>>): void {
    const connection = this.connections.get(id);
    const fields = connection === undefined ? [] : systemById(connection.system).fields;
    for (const { id: field } of fields.filter(({ secret }) => secret)) {
      const held = Object.entries(moves).map(([from, to]) => {
        const key = `${id} ${field}${from}`;
        const secret = this.secrets.get(key);
        this.secrets.delete(key);
        return { to, secret };
      });
      for (const { to, secret } of held) {
        if (to !== null && secret !== undefined) this.secrets.set(`${id} ${field}${to}`, secret);
      }
    }
  }

  /** Newest first. */
  private reportsOf(id: string): readonly Report[] {
    const newest = this.reports.get(id);
    return [...(newest === undefined ? [] : [newest]), ...(this.scenario.olderReports?.[id] ?? [])];
  }

  private reminded(): { readonly reminder?: Reminder } {
    const { reminder } = this.scenario;
    return reminder === undefined ? {} : { reminder };
  }

  private isProtected(): boolean {
    return (this.scenario.protection ?? ready).verdict === 'os-keyring';
  }

  private keep(connection: Connection): ConnectionView {
    this.connections.set(connection.id, connection);
    return this.view(connection);
  }

  private stopUnlocking: () => void = () => undefined;
  /** The fake practice server's current fault. */
  private fault: string | null = null;

  private readonly carried = fakeCarried({
    connection: (id) => this.connections.get(id),
    reports: (id) => this.reportsOf(id),
    carried: () => this.scenario.carried ?? [],
    chosen: () => this.scenario.chosenReport ?? null,
  });

  private policies(): PoliciesView {
    const given = this.scenario.policies ?? {};
    const set = policyNames.filter((name) => Object.hasOwn(given, name));
    return { ...policiesView(noneInForce), set, ...given };
  }

  private readonly handlers: Handlers = {
    start: () =>
      ok({
        version: '1.0.0',
        electron: '45.0.0',
        electronShips: true,
        policies: this.policies(),
        language: this.scenario.language ?? 'en',
        region: this.scenario.region ?? null,
        connections: [...this.connections.values()].map((connection) =>
          summaryOf(connection, this.reminded().reminder ?? null),
        ),
        notices: this.scenario.notices ?? [],
        dataFolder: '/home/pat/.config/School API Setup Wizard',
        testAll: this.testAll.run,
        isDrawn: false,
      }),
    'set-language': ({ language }) => {
      this.scenario = { ...this.scenario, language };
      return ok(null);
    },
    'update-notice': () => ok(this.scenario.updateNotice ?? null),
    'read-licences': () =>
      ok([
        {
          name: 'left-pad',
          version: '1.3.0',
          licence: 'MIT',
          text: 'MIT License\n\nPermission is hereby granted …',
        },
        {
          name: '@scope/right-pad',
          version: '2.0.1',
          licence: 'Apache-2.0',
          text: 'Apache License\nVersion 2.0',
        },
      ]),
    'report-bug': (bug) => ok({ details: JSON.stringify(bug, null, 2) }),
    keyring: () => ok(this.scenario.protection ?? ready),
    'unlock-keyring': async () => {
      const { protection = ready, unlocking } = this.scenario;
      if (unlocking === 'waits') {
        await new Promise<void>((stop) => {
          this.stopUnlocking = stop;
        });
        return ok(protection);
      }
      this.scenario = { ...this.scenario, protection: ready };
      return ok(ready);
    },
    'stop-unlocking': () => {
      this.stopUnlocking();
      return ok(null);
    },
    'create-from-preset': ({ preset: id }) => {
      const preset = this.policies().presets.find((one) => one.id === id);
      if (preset === undefined) return refuse({ code: 'not-found' });
      const { editable: _editable, ...given } = preset;
      const now = new Date().toISOString();
      return ok(
        this.keep({
          ...given,
          id: crypto.randomUUID(),
          practice: false,
          setup: { step: 'enter', registrationSentOn: null, finishedAt: null },
          lastCheck: null,
          preset: id,
          createdAt: now,
          updatedAt: now,
        }),
      );
    },
    'create-connection': ({ system, name, environment, practice, boardNumber, redirect }) => {
      const now = new Date().toISOString();
      return ok(
        this.keep({
          id: crypto.randomUUID(),
          system,
          name,
          environment,
          practice,
          boardNumber,
          values:
            redirect === 'this-computer' ? { redirectUrl: 'http://127.0.0.1:53682/onsis/callback' } : {},
          setup: { step: 'register', registrationSentOn: null, finishedAt: null },
          lastCheck: null,
          createdAt: now,
          updatedAt: now,
        }),
      );
    },
    'open-connection': ({ id }) => {
      const connection = this.connections.get(id);
      if (connection === undefined) return refuse({ code: 'not-found' });
      const siblings = [...this.connections.values()]
        .filter((other) => other.id !== id && other.practice === connection.practice)
        .map(({ id: other, name, environment, values }) => ({ id: other, name, environment, values }));
      return ok({
        ...this.view(connection),
        siblings,
        lastReport: this.reports.get(id) ?? null,
        ...this.reminded(),
      });
    },
    'save-connection': (request) => {
      const before = this.connections.get(request.id);
      if (before === undefined) return refuse({ code: 'not-found' });
      const same = JSON.stringify(before.values) === JSON.stringify(request.values);
      return ok(
        this.keep({
          ...before,
          name: request.name,
          environment: request.environment,
          boardNumber: request.boardNumber,
          values: request.values,
          setup: {
            step: request.step,
            registrationSentOn: request.registrationSentOn,
            finishedAt: request.finished ? (before.setup.finishedAt ?? new Date().toISOString()) : null,
          },
          lastCheck: same ? before.lastCheck : null,
        }),
      );
    },
    'delete-connection': ({ id }) => {
      this.connections.delete(id);
      return ok(null);
    },
    'save-secret': ({ id, field, secret }) => {
      this.secrets.set(`${id} ${field}`, secret);
      return ok({ state: this.isProtected() ? ('saved' as const) : ('session-only' as const) });
    },
    'reveal-secret': ({ id, field }) => {
      const secret = this.secrets.get(`${id} ${field}`);
      return secret === undefined
        ? refuse({ code: 'secret-absent' })
        : ok({ secret, hideAfterSeconds: this.scenario.hideAfterSeconds ?? 30 });
    },
    'copy-secret': ({ id, field }) => {
      this.controls.clipboard = this.secrets.get(`${id} ${field}`) ?? '';
      return ok({ clearAfterSeconds: 30 });
    },
    'copy-text': ({ text }) => {
      this.controls.clipboard = text;
      return ok(null);
    },
    'set-reminders': ({ id, reminders }) => {
      const connection = this.connections.get(id);
      if (connection === undefined) return refuse({ code: 'not-found' });
      this.keep({ ...connection, reminders });
      return ok({ reminder: this.scenario.reminder ?? null });
    },
    'secrets-shown': () => ok(null),
    'screen-guard': ({ wanted }) => ok({ supported: true, wanted: wanted ?? true, assisted: false }),
    'open-rotation': ({ id }) => this.rotation(id),
    'act-on-rotation': ({ id, action }) => {
      const connection = this.connections.get(id);
      if (connection === undefined) return refuse({ code: 'not-found' });
      const at = new Date().toISOString();
      const { rotation, ...rest } = connection;
      const begunAt = rotation?.begunAt ?? at;
      const { values = {}, provedAt = null } = rotation ?? {};
      const others = Object.fromEntries(
        Object.keys(values).map((field) => [field, connection.values[field] ?? '']),
      );
      const swapped = { ...rest, values: { ...rest.values, ...values } };
      switch (action) {
        case 'begin':
          this.keep({ ...rest, rotation: { phase: 'beside', begunAt, values: {}, provedAt: null } });
          break;
        case 'switch':
          this.moveSecrets(id, { '': '@previous', '@next': '' });
          this.keep({
            ...swapped,
            rotation: {
              phase: 'switched',
              begunAt,
              values: others,
              provedAt,
              switchedAt: at,
              switchedIn: crypto.randomUUID(),
              readBackAt: null,
            },
          });
          break;
        case 'undo':
          this.moveSecrets(id, { '': '@next', '@previous': '' });
          this.keep({ ...swapped, rotation: { phase: 'beside', begunAt, values: others, provedAt } });
          break;
        case 'cancel':
          this.moveSecrets(id, { '@next': null });
          this.keep(rest);
          break;
        case 'remove-old':
          this.moveSecrets(id, { '@previous': null });
          this.keep(rest);
          break;
      }
      return this.rotation(id);
    },
    'enter-new-values': ({ id, values }) => {
      const connection = this.connections.get(id);
      if (connection?.rotation === undefined) return refuse({ code: 'not-now' });
      this.keep({ ...connection, rotation: { ...connection.rotation, values, provedAt: null } });
      return this.rotation(id);
    },
    'enter-new-secret': ({ id, field, secret }) => {
      this.secrets.set(`${id} ${field}@next`, secret);
      return this.rotation(id);
    },
    'read-history': ({ id }) => {
      const entries = (this.scenario.history ?? []).filter((one) => id === null || one.connection === id);
      return ok({ entries, total: entries.length, unwritten: 0 });
    },
    'export-history': () => ok({ savedTo: '/home/pat/Documents/secret history.csv' }),
    'open-registration-mail': () => ok(null),
    'open-link': () => ok(null),
    'keep-alternative': ({ id, alternative }) => {
      const before = this.connections.get(id);
      if (before === undefined) return refuse({ code: 'not-found' });
      const { alternative: _, ...rest } = before;
      this.keep(alternative === null ? { ...rest, lastCheck: null } : { ...rest, alternative });
      return ok({ alternative });
    },
    'run-check': (request) => this.runCheck(request),
    'cancel-check': ({ attempt }) => {
      this.cancelled.add(attempt);
      this.allow();
      return ok(null);
    },
    'test-all': () => ok(this.testAll.start()),
    'cancel-test-all': () => ok(this.testAll.cancel()),
    'dismiss-test-all': () => ok(this.testAll.dismiss()),
    nightly: () => ok(this.scenario.nightly ?? { state: 'off' }),
    'set-nightly': ({ on }) => {
      const failure = this.scenario.nightlyFailure ?? null;
      if (failure === null) this.scenario = { ...this.scenario, nightly: on ? nightlyOn : { state: 'off' } };
      return ok({ nightly: this.scenario.nightly ?? { state: 'off' }, failure });
    },
    watched: () => ok(this.scenario.watched ?? []),
    nights: ({ id }) => ok(this.scenario.nights?.[id] ?? null),
    ...trustAnswers(
      (id) => this.connections.get(id),
      () => this.scenario,
    ),
    ...transferFakes(
      () => this.scenario.transfer ?? {},
      () => [...this.connections.values()],
      (connection) => this.view(connection).secrets,
    ),
    ...fakeShared({
      scenario: () => this.scenario.shared ?? {},
      connections: () => [...this.connections.values()],
      keep: (connection) => void this.keep(connection),
      emit: (event, payload) => this.emit(event, payload),
      pace: () => this.scenario.pace ?? 0,
    }),
    ...this.carried,
    'explain-message': (request) =>
      answered(explainMessage({ get: (id) => this.connections.get(id) }, request)),
    ...fakeReports({
      connection: (id) => this.connections.get(id),
      reports: (id) => this.reportsOf(id),
      carried: (id) => this.carried.list(id),
      copy: (text) => {
        this.controls.clipboard = text;
      },
    }),
    'practice-reply': ({ id }) =>
      ok({ text: this.connections.get(id)?.system === 'powerschool' ? practiceValues : practiceReply }),
    'practice-fault': ({ language, choose }) => {
      if (choose !== undefined) this.fault = choose;
      return ok({ groups: practiceFaults(language), chosen: this.fault });
    },
  };

  private async runCheck({
    id,
    attempt,
    probe,
    alternative,
    withoutSecrets,
  }: RequestOf<'run-check'>): Promise<AnswerOf<'run-check'>> {
    const connection = this.connections.get(id);
    if (connection === undefined) return refuse({ code: 'not-found' });
    const here = (connection.values.redirectUrl ?? '').startsWith('http://127.0.0.1');
    const script = this.scenario.check ?? (here ? 'proved' : 'not-proved');
    const steps: Step[] = [];
    const planned =
      ((alternative ?? connection.alternative) === undefined ? undefined : this.scenario.otherSteps) ??
      this.scenario.steps;
    const whole = planned ?? stepsOf(script, probe, connection.practice);
    for (const step of withoutSecrets === true ? wayOf(whole) : whole) {
      if (this.cancelled.has(attempt)) break;
      if (step.outcome !== 'not-tried') {
        this.emit('check-step-began', { attempt, id: step.id, subject: step.subject });
        if (step.id === 'sign-in' && here && script === 'browser') await this.waitForBrowser(attempt);
        else await new Promise((resume) => setTimeout(resume, this.scenario.pace ?? 0));
      }
      const ended: Step = this.cancelled.has(attempt)
        ? { ...step, outcome: 'failed', code: 'cancelled', facts: {} }
        : step;
      steps.push(ended);
      if (ended.outcome !== 'not-tried') this.emit('check-step', { attempt, step: ended });
    }
    const report: Report = {
      version: 1,
      app: '1.0.0',
      connection: {
        id,
        system: connection.system,
        name: connection.name,
        environment: connection.environment,
      },
      ...(withoutSecrets === true && { withoutSecrets }),
      startedAt: new Date().toISOString(),
      durationMs: 812,
      outcome: overallOutcome(steps),
      steps,
    };
    const deciding = decidingStep(steps);
    if (this.scenario.diskFull === true) return ok({ report, notSaved: true });
    if (withoutSecrets === true) return ok({ report, notSaved: false });
    this.reports.set(id, report);
    this.keep({
      ...connection,
      lastCheck: {
        at: report.startedAt,
        outcome: report.outcome,
        proved: isProved(steps),
        step: deciding?.id ?? null,
        code: deciding?.code ?? null,
      },
    });
    return ok({ report, notSaved: false });
  }

  private async waitForBrowser(attempt: string): Promise<void> {
    const allowed = new Promise<void>((resolve) => {
      this.allow = resolve;
    });
    this.emit('browser-sign-in', {
      attempt,
      url: 'https://127.0.0.1:9443/onsis/authorize?response_type=code&client_id=practice-client&state=Zk3Jw0P4&code_challenge=E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM&code_challenge_method=S256',
      waitSeconds: 300,
    });
    await allowed;
  }
}
