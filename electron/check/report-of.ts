import { platforms } from '@contract/connection-kinds';
import { LIMITS } from '@contract/limits';
import type { Report, Step } from '@contract/report';
import { overallOutcome } from '@contract/verdict';
import { failed } from '../answers/readings';
import { clockMs } from '../http/clock';
import type { CheckSubject } from './ports';
import { StepRecord } from './step-record';

type Subject = Report['connection'];

/** What a report says of the connection it is about. */
export function aboutOf({
  id,
  system,
  name,
  environment,
  values,
}: Pick<CheckSubject, 'id' | 'system' | 'name' | 'environment' | 'values'>): Subject {
  const provider = (values.provider ?? '').slice(0, LIMITS.fieldId);
  return { id, system: system.id, name, environment, ...(provider !== '' && { provider }) };
}

/** When a check began: wall-clock time for the report, and monotonic time to measure the duration. */
export interface Beginning {
  readonly startedAt: string;
  readonly began: number;
}

export const beginningAt = (now: number): Beginning => ({
  startedAt: new Date(now).toISOString(),
  began: clockMs(),
});

export function reportOf(
  { id, system, name, environment, provider }: Subject,
  steps: readonly Step[],
  { startedAt, began }: Beginning,
  {
    appVersion,
    alternative,
    withoutSecrets = false,
  }: { readonly appVersion: string; readonly alternative: string | null; readonly withoutSecrets?: boolean },
): Report {
  const platform = platforms.find((known) => known === process.platform);
  return {
    version: 1,
    app: appVersion,
    ...(platform !== undefined && { platform }),
    connection: {
      id,
      system,
      name,
      environment,
      ...(provider !== undefined && { provider: provider.slice(0, LIMITS.fieldId) }),
    },
    ...(alternative === null ? {} : { alternative }),
    ...(withoutSecrets && { withoutSecrets }),
    startedAt,
    durationMs: Math.round(clockMs() - began),
    outcome: overallOutcome(steps),
    steps: [...steps],
  };
}

/**
 * The first check has to load its modules, which may take a moment. If it is cancelled meanwhile, a report that says
 * so is returned at once.
 */
export async function onceLoaded<Loaded>(
  loading: Promise<Loaded>,
  { signal, connection, appVersion }: Asked,
  check: (loaded: Loaded) => Promise<Report>,
): Promise<Report> {
  const beginning = beginningAt(Date.now());
  let onStop: () => void = () => undefined;
  const stopped = new Promise<'stopped'>((resolve) => {
    onStop = () => resolve('stopped');
  });
  signal.addEventListener('abort', onStop);
  if (signal.aborted) onStop();
  const first = await Promise.race([stopped, loading.then((loaded) => ({ loaded }))]);
  signal.removeEventListener('abort', onStop);
  if (first !== 'stopped') return check(first.loaded);
  const record = new StepRecord({ signal });
  record.add('fields', null, failed('cancelled'));
  return reportOf(connection, record.finish(), beginning, { appVersion, alternative: null });
}

interface Asked {
  readonly signal: AbortSignal;
  readonly connection: Subject;
  readonly appVersion: string;
}
