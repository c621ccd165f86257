import type { Entry, Results, State } from './results';

/*
 * The results as OpenMetrics text, for the textfile folder of Prometheus' node_exporter. The times are in it, so that
 * Prometheus itself tells an old file from a new one.
 */

const statusOf: Readonly<Record<State, number>> = { passed: 0, warning: 1, failed: 2, 'not-checked': 3 };

type Labels = Readonly<Record<string, string>>;
interface Sample {
  readonly labels: Labels;
  readonly value: number;
}

export function openMetrics({ run, connections }: Results): string {
  const each = (value: (entry: Entry) => number | null): readonly Sample[] =>
    connections.flatMap((entry) => {
      const known = value(entry);
      return known === null ? [] : [{ labels: labelsOf(entry), value: known }];
    });
  const alone = (instant: string | null): readonly Sample[] =>
    instant === null ? [] : [{ labels: {}, value: secondsOf(instant) }];
  return [
    family(
      'school_api_connection_status',
      'Result of the newest check: 0 passed, 1 warning, 2 failed, 3 not checked.',
      each(({ state }) => statusOf[state]),
    ),
    family(
      'school_api_connection_finding_info',
      'Step and code of the finding, if there is one.',
      connections.flatMap((entry) =>
        entry.code === null || entry.step === null
          ? []
          : [{ labels: { ...labelsOf(entry), step: entry.step, code: entry.code }, value: 1 }],
      ),
    ),
    family(
      'school_api_connection_checked_timestamp_seconds',
      'When the connection was last checked.',
      each(({ at }) => secondsOf(at)),
    ),
    family(
      'school_api_connection_since_timestamp_seconds',
      'Since when it has worked, has failed, or could not be checked.',
      each(({ since }) => secondsOf(since)),
    ),
    family(
      'school_api_connection_check_duration_seconds',
      'How long the newest check took.',
      each(({ durationMs }) => durationMs / 1000),
    ),
    family(
      'school_api_connection_certificate_expiry_timestamp_seconds',
      'When the first of the certificates expires.',
      each(({ certificateEnds }) => (certificateEnds === null ? null : secondsOf(certificateEnds))),
    ),
    family(
      'school_api_connection_secret_saved_timestamp_seconds',
      'When the oldest secret came into use.',
      each(({ secretSince }) => (secretSince === null ? null : secondsOf(secretSince))),
    ),
    family('school_api_run_start_timestamp_seconds', 'When the newest run began.', alone(run.startedAt)),
    family(
      'school_api_run_end_timestamp_seconds',
      'When the newest run ended; missing while it runs, or if it was interrupted.',
      alone(run.endedAt),
    ),
    '# EOF\n',
  ].join('');
}

function family(name: string, help: string, samples: readonly Sample[]): string {
  if (samples.length === 0) return '';
  const lines = samples.map(({ labels, value }) => `${name}${labelText(labels)} ${value}\n`);
  const unit = name.endsWith('_seconds') ? `# UNIT ${name} seconds\n` : '';
  return `# HELP ${name} ${help}\n# TYPE ${name} gauge\n${unit}${lines.join('')}`;
}

const labelsOf = ({ connection: { id, name, system, environment } }: Entry): Labels => ({
  ...(id === null ? {} : { id }),
  name,
  system,
  environment,
});

function labelText(labels: Labels): string {
  const pairs = Object.entries(labels).map(([name, value]) => `${name}="${escaped(value)}"`);
  return pairs.length === 0 ? '' : `{${pairs.join(',')}}`;
}

/** Lone halves of a surrogate pair are not UTF-8, and one of them would make the whole file unreadable. */
const escaped = (value: string): string =>
  value
    .replaceAll(/\p{Surrogate}/gu, '?')
    .replaceAll('\\', '\\\\')
    .replaceAll('"', '\\"')
    .replaceAll('\n', '\\n');

const secondsOf = (instant: string): number => Date.parse(instant) / 1000;
