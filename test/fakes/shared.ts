import type { AnswerOf, ChannelName, Events, RequestOf } from '@contract/channels';
import type { Connection } from '@contract/connection';
import type { Step } from '@contract/report';
import { ok, refuse } from '@contract/result';
import type { SharedRef } from '@contract/shared-record';
import type {
  KeptInStep,
  OfferedConnection,
  SharedDetails,
  SharedFailure,
  SharedRow,
  SharedVersionRow,
  SharedView,
  StoreSettings,
  StoreTestReport,
} from '@contract/shared-store';
import { overallOutcome } from '@contract/verdict';
import type { sharedHandlers } from '../../electron/ipc/shared-handlers';

/** What the fake store holds and how it answers; without it, no store is set up. */
export interface SharedScenario {
  readonly settings?: StoreSettings;
  readonly isGiven?: boolean;
  /** Signed in from the start. */
  readonly person?: string;
  readonly until?: string;
  readonly listing?: SharedView['listing'];
  readonly offlineHours?: number;
  /** Rows beside those of this computer's connections, or in their place. */
  readonly rows?: readonly SharedRow[];
  readonly details?: Readonly<Record<string, Partial<SharedDetails>>>;
  readonly offer?: OfferedConnection;
  readonly history?: readonly SharedVersionRow[];
  /** Of the store's test. */
  readonly steps?: readonly Step[];
  /** Signing in waits for the browser until it is cancelled. */
  readonly browser?: true;
  /** What every question to the store is refused with. */
  readonly refused?: SharedFailure;
  /** What keeping in step comes to, by id; default `unchanged`. `hangs`: it never comes back. */
  readonly kept?: Readonly<Record<string, KeptInStep | SharedFailure | 'hangs'>>;
  /** What is not published, by id. */
  readonly notPublished?: Readonly<Record<string, SharedFailure>>;
}

interface Ports {
  readonly scenario: () => SharedScenario;
  readonly connections: () => readonly Connection[];
  readonly keep: (connection: Connection) => void;
  readonly emit: <Name extends keyof Events>(event: Name, payload: Events[Name]) => void;
  /** Pause between two steps, in ms. */
  readonly pace: () => number;
}

type SharedChannel = keyof ReturnType<typeof sharedHandlers> & ChannelName;
type Handlers = {
  readonly [Name in SharedChannel]: (request: RequestOf<Name>) => AnswerOf<Name> | Promise<AnswerOf<Name>>;
};

const SIGN_IN_PAGE =
  'https://login.maple.example/authorize?response_type=code&client_id=vault&redirect_uri=http%3A%2F%2Flocalhost%3A8250%2Foidc%2Fcallback&state=Zk3Jw0P4';
const NOW = '2026-03-02T15:40:00.000Z';

/** How a connection stands that is here only. */
const hereOnly = ({ id, system, name, environment }: Connection): SharedRow => ({
  id,
  folder: null,
  standing: 'here-only',
  about: { system, name, environment },
  there: null,
  replacement: null,
  expires: null,
  asOf: null,
  isTooOld: false,
});

/** Main's channels of sharing: what is changed here stays changed. */
export function fakeShared({ scenario, connections, keep, emit, pace }: Ports): Handlers {
  /** The scenario is not known before the first call. */
  let begun: (Pick<SharedView, 'settings' | 'listing'> & { readonly person: string | null }) | null = null;
  const at = () => {
    const { settings = null, person = null, listing = null } = scenario();
    begun ??= { settings, person, listing };
    return begun;
  };
  const set = (part: Partial<ReturnType<typeof at>>) => {
    begun = { ...at(), ...part };
  };
  const changed = new Map<string, SharedRow>();
  const stopped = new Set<string>();
  let goOn: () => void = () => undefined;
  const rows = (): readonly SharedRow[] => {
    const given = [...(scenario().rows ?? [])];
    const here = connections()
      .filter(({ practice, id }) => !practice && !given.some((row) => row.id === id))
      .map(hereOnly);
    return [...given, ...here].map((row) => changed.get(row.id) ?? row);
  };
  const view = (): SharedView => {
    const { settings, person, listing } = at();
    return {
      settings,
      isGiven: scenario().isGiven ?? false,
      session: person === null ? null : { person, until: scenario().until ?? null },
      listing,
      offlineHours: scenario().offlineHours ?? 168,
      rows: settings === null ? [] : rows(),
    };
  };
  const rowOf = (id: string) => rows().find((row) => row.id === id);
  const change = (id: string, part: Partial<SharedRow>) => {
    const row = rowOf(id);
    if (row !== undefined) changed.set(id, { ...row, ...part });
  };
  const asked = <Value>(value: Value) => {
    const { refused } = scenario();
    if (refused !== undefined) return ok(refuse(refused));
    return ok(at().person === null ? refuse({ code: 'not-signed-in' as const }) : ok(value));
  };
  const inStep = (id: string, value: KeptInStep) => {
    change(id, { standing: 'in-step', asOf: NOW });
    return asked(value);
  };
  const test = async (attempt: string): Promise<StoreTestReport> => {
    const steps: Step[] = [];
    for (const step of scenario().steps ?? []) {
      if (stopped.has(attempt)) {
        steps.push({ ...step, outcome: 'failed', code: 'cancelled', facts: {} });
        break;
      }
      if (step.outcome !== 'not-tried') {
        emit('check-step-began', { attempt, id: step.id, subject: step.subject });
        if (step.id === 'sign-in' && scenario().browser === true) {
          const waiting = new Promise<void>((resume) => {
            goOn = resume;
          });
          emit('browser-sign-in', { attempt, url: SIGN_IN_PAGE, waitSeconds: 300 });
          await waiting;
        } else await new Promise((resume) => setTimeout(resume, pace()));
        if (stopped.has(attempt)) {
          steps.push({ ...step, outcome: 'failed', code: 'cancelled', facts: {} });
          break;
        }
        emit('check-step', { attempt, step });
      }
      steps.push(step);
    }
    return {
      startedAt: new Date().toISOString(),
      durationMs: 412,
      outcome: overallOutcome(steps),
      steps,
    };
  };
  return {
    'shared-marks': () =>
      ok(
        at().settings === null ? null : Object.fromEntries(rows().map(({ id, standing }) => [id, standing])),
      ),
    'shared-view': () => ok(view()),
    'shared-row': ({ id }) => ok((at().settings === null ? undefined : rowOf(id)) ?? null),
    'set-up-store': (wanted) => {
      if (JSON.stringify(at().settings) !== JSON.stringify(wanted)) set({ person: null, listing: null });
      set({ settings: wanted });
      return ok(ok(null));
    },
    'take-down-store': () => {
      set({ settings: null, person: null });
      return ok(ok(null));
    },
    'test-store': async ({ attempt, credentials }) => {
      const report = await test(attempt);
      if (report.outcome !== 'failed' && credentials !== null)
        set({ person: credentials.way === 'ldap' ? credentials.user : 'pat@maple.example' });
      return ok(ok(report));
    },
    'sign-in-to-store': () => {
      const person = 'pat@maple.example';
      set({ person });
      return ok(ok({ person, until: null }));
    },
    'stop-asking-store': ({ attempt }) => {
      stopped.add(attempt);
      goOn();
      return ok(null);
    },
    'sign-out-of-store': () => {
      set({ person: null });
      return ok(null);
    },
    'refresh-shared': () => {
      emit('shared-found', { count: rows().length });
      if (scenario().refused === undefined)
        set({ listing: { asOf: NOW, otherEntries: at().listing?.otherEntries ?? 0 } });
      return asked(view());
    },
    'open-shared': ({ id }) => {
      const row = rowOf(id);
      if (row === undefined) return ok(refuse({ code: 'not-found' as const }));
      const { conflict = null, address = null, rights } = scenario().details?.[id] ?? {};
      const isOpen = !changed.has(id);
      return asked<SharedDetails>({
        row,
        rights: rights ?? { read: true, write: true, delete: true },
        conflict: isOpen ? conflict : null,
        address: isOpen ? address : null,
      });
    },
    'publish-connections': ({ ids, folder }) =>
      ok(
        ids.map((id) => {
          const failure = scenario().notPublished?.[id];
          if (failure !== undefined) return { id, result: refuse(failure) };
          change(id, { standing: 'in-step', folder, asOf: NOW });
          return { id, result: ok(null) };
        }),
      ),
    'offer-shared': () => {
      const { offer } = scenario();
      return offer === undefined ? ok(refuse({ code: 'not-found' as const })) : asked(offer);
    },
    'bring-shared': ({ ref: { id } }) => {
      const { offer } = scenario();
      const [first] = connections();
      if (offer !== undefined && first !== undefined) {
        const { system, name, environment, values } = offer;
        keep({ ...first, id, system, name, environment, values });
      }
      return inStep(id, 'pulled');
    },
    'keep-in-step': async ({ ids }) => {
      const came = await Promise.all(
        ids.map(async (id) => {
          const kept = scenario().kept?.[id] ?? 'unchanged';
          if (kept === 'hangs') return new Promise<never>(() => undefined);
          if (typeof kept !== 'string') return { id, result: refuse(kept) };
          if (['pulled', 'pushed', 'joined'].includes(kept)) change(id, { standing: 'in-step', asOf: NOW });
          return { id, result: ok(kept) };
        }),
      );
      return ok(came);
    },
    'resolve-shared': ({ id }) => inStep(id, 'joined'),
    'confirm-addresses': ({ id }) => inStep(id, 'pulled'),
    'keep-own-addresses': ({ id }) => inStep(id, 'pushed'),
    'stop-sharing': ({ id }) => {
      change(id, { standing: 'apart', asOf: null });
      return ok(ok(null));
    },
    'delete-there': ({ ref: { id } }: { readonly ref: SharedRef }) => {
      change(id, { standing: 'gone-there' });
      return asked(null);
    },
    'shared-history': () => asked(scenario().history ?? []),
    'restore-shared': ({ ref: { id } }) => inStep(id, 'pulled'),
    'end-replacement': ({ id }) => {
      change(id, { replacement: null });
      return asked<KeptInStep>('pushed');
    },
  };
}
