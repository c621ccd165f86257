import { fill } from '@contract/fill';
import type { Language } from '@contract/languages';
import { printable } from '@contract/printable';
import { ok, type Result, refuse } from '@contract/result';
import { DEFAULT_MAX_AGE_HOURS, type Judged, judgeAll } from '../watch/judge';
import type { Results } from '../watch/results';
import { readResults, writeShared } from '../watch/results-file';
import { words } from '../watch/words';
import type { Command } from './arguments';
import { jsonLine } from './json-line';
import { oneNamed } from './one-named';

export interface StatusPorts {
  /** Absolute path of a file, resolved against the caller's working directory. */
  readonly path: (file: string) => string;
  /** The results of the saved connections. */
  readonly ownFile: string;
  readonly print: (text: string) => void;
  readonly complain: (line: string) => void;
  readonly language: Language;
  readonly now: () => Date;
}

/** Exit status of everything but `--nagios`, as for `check` (docs/command-line.md). */
const FAILED = 1;
const NOTHING_READ = 2;
const UNKNOWN = 3;

/** Reads the results file, and nothing else: no keyring, no network, no connection. Resolves with the exit status. */
export async function runStatus(
  argv: readonly string[],
  command: Extract<Command, { readonly kind: 'status' | 'unclear' }>,
  ports: StatusPorts,
): Promise<number> {
  const language = command.language ?? ports.language;
  const say = words[language];
  const isForEngine = command.kind === 'status' ? command.form === 'nagios' : argv.includes('--nagios');
  const refused = async (why: string): Promise<number> => {
    if (!isForEngine) {
      ports.complain(printable(why));
      return NOTHING_READ;
    }
    // An engine reads standard output, and would take status 2 for a failed connection.
    const { nagiosUnknown } = await import('../watch/nagios');
    const { text, status } = nagiosUnknown(why);
    ports.print(text);
    return status;
  };
  if (command.kind === 'unclear') {
    return refused(fill(say.unclear, { argument: JSON.stringify(command.argument) }));
  }

  const file = command.resultsFile === null ? ports.ownFile : ports.path(command.resultsFile);
  const read = readResults(file);
  if (!read.ok) return refused(fill(say.problem[read.failure], { file: command.resultsFile ?? file }));
  const results = read.value;
  const chosen = choose(results, command.names);
  if (!chosen.ok) return refused(fill(say.problem[chosen.failure.why], { name: chosen.failure.name }));
  if (chosen.value.connections.length === 0) return refused(say.problem.empty);

  const { form } = command;
  if (typeof form === 'object') {
    const { openMetrics } = await import('../watch/open-metrics');
    try {
      writeShared(ports.path(form.openMetrics), openMetrics(results));
      return 0;
    } catch {
      return refused(fill(say.problem['not-written'], { file: form.openMetrics }));
    }
  }
  const now = ports.now();
  const judged = judgeAll(chosen.value, now, command.maxAgeHours ?? DEFAULT_MAX_AGE_HOURS);
  const findings = async () => (await import('../watch/say')).findingsFor(judged, language);
  if (form === 'nagios') {
    const [{ nagiosOutput }, findingOf] = await Promise.all([import('../watch/nagios'), findings()]);
    const { text, status } = nagiosOutput(judged, language, findingOf);
    ports.print(text);
    return status;
  }
  if (form === 'json') {
    const { statusJson } = await import('../watch/status-json');
    ports.print(jsonLine(statusJson(results, judged, now)));
  } else {
    const [{ statusText }, findingOf] = await Promise.all([import('../watch/status-text'), findings()]);
    ports.print(statusText(results, judged, language, findingOf));
  }
  return exitStatus(judged);
}

function exitStatus(judged: readonly Judged[]): number {
  if (judged.some(({ level }) => level === 'unknown')) return UNKNOWN;
  return judged.some(({ level }) => level === 'critical') ? FAILED : 0;
}

function choose(
  results: Results,
  names: readonly string[],
): Result<Results, { readonly why: 'unknown' | 'ambiguous'; readonly name: string }> {
  if (names.length === 0) return ok(results);
  const chosen: Results['connections'][number][] = [];
  for (const name of names) {
    const one = oneNamed(results.connections, name, ({ connection }) => connection);
    if (!one.ok)
      return refuse({ why: one.failure.reason === 'unknown-connection' ? 'unknown' : 'ambiguous', name });
    if (!chosen.includes(one.value)) chosen.push(one.value);
  }
  return ok({ ...results, connections: chosen });
}
