import type { CertificateFileProblem } from '@contract/extra-trust';
import { fill } from '@contract/fill';
import type { Language } from '@contract/languages';
import type { PoliciesInForce } from '@contract/policies';
import { printable } from '@contract/printable';
import type { Report } from '@contract/report';
import { ok, type Result, refuse } from '@contract/result';
import { AT_ONCE, type LeftOut } from '@contract/test-all';
import { inTurns } from '../check/in-turns';
import { nightlyTurns } from '../check/turns';
import { readArguments } from './arguments';
import type { CheckableConnection } from './checkable';
import { inOrder } from './in-order';
import { type InputProblem, readConnectionFile, readSecrets, readStandardInput, type Secrets } from './input';
import { jsonLine, jsonText } from './json-line';
import { oneNamed } from './one-named';
import { readRoots } from './read-roots';
import type { Asked, Recording, RecordingPorts } from './record-results';
import type { SharedToCheck } from './shared-checks';
import { sayProblem, sayTrouble, sayUsage, words } from './words';

/** Exit status: nothing was checked (docs/command-line.md). */
export const NOTHING_CHECKED = 2;

/** What one command line asks of all its checks. */
export interface CheckLineOptions {
  readonly extraRoots: readonly string[];
  readonly timeoutMs: number | null;
  readonly withoutSecrets: boolean;
}

export interface CliPorts {
  /** Absolute path of a file, resolved against the caller's working directory. */
  readonly path: (file: string) => string;
  readonly input: AsyncIterable<Buffer | string>;
  readonly print: (text: string) => void;
  readonly complain: (line: string) => void;
  readonly language: Language;
  /** What the organization has set on this computer. */
  readonly policies: PoliciesInForce;
  /** All saved connections, with access to their secrets. Called only for `--saved` and `--all`. */
  readonly saved: () => Promise<readonly CheckableConnection[]>;
  /** What the shared store has in a folder, or in all. Called only for `--shared`. */
  readonly shared?: (folder: string | null, extraRoots: readonly string[]) => Promise<SharedToCheck>;
  /** Called before the secrets are read, which takes a moment, so that `check` can load its modules meanwhile. */
  readonly getReady: () => void;
  /** The certificates in a file's bytes, one PEM string each. */
  readonly readCertificates: (bytes: Buffer) => Promise<Result<readonly string[], CertificateFileProblem>>;
  readonly check: (connection: CheckableConnection, options: CheckLineOptions) => Promise<Report>;
  /** Absent: results are not recorded. */
  readonly recording?: RecordingPorts;
  /** Runs the practice server. Resolves when the process was asked to stop and the server is down. */
  readonly practice: () => Promise<void>;
}

/** Runs one command line. Resolves with the exit status. */
export async function runCli(argv: readonly string[], ports: CliPorts): Promise<number> {
  const command = readArguments(argv);
  if (command.kind === 'status' || command.kind === 'watch' || command.kind === 'store')
    throw new Error('These have programs of their own');
  if (command.kind === 'help') {
    ports.print(sayUsage(command.language ?? ports.language));
    return 0;
  }
  if (command.kind === 'unclear') {
    const { unclear } = words[command.language ?? ports.language];
    ports.complain(fill(unclear, { argument: JSON.stringify(command.argument) }));
    return NOTHING_CHECKED;
  }
  if (command.kind === 'practice') {
    if (ports.policies.policies.forbidPractice) {
      ports.complain(words[ports.language].practiceForbidden);
      return NOTHING_CHECKED;
    }
    await ports.practice();
    return 0;
  }

  const language = command.language ?? ports.language;
  if (command.kind === 'policies') return tellPolicies(command.json, language, ports);
  if (command.kind === 'explain') return explainInput(command.json, language, ports);
  const complain = (problem: InputProblem): number => {
    ports.complain(printable(sayProblem(problem, language)));
    return NOTHING_CHECKED;
  };

  const complainOf = ({ name, environment }: CheckableConnection, what: string): void =>
    ports.complain(printable(fill(words[language].about, { name, environment, what })));

  const extraRoots = await readRoots(command.caFile, ports);
  if (!extraRoots.ok) return complain(extraRoots.failure);
  const { source } = command;
  let isPartial = false;
  const partly = (): void => {
    isPartial = true;
  };
  const connections =
    source.kind === 'files'
      ? await fromFiles(source.files, command.secretsFromStdin, ports)
      : source.kind === 'shared'
        ? await fromStore(source, extraRoots.value, language, ports, partly)
        : chooseSaved(await ports.saved(), source.kind === 'all' ? null : source.names);
  if (!connections.ok) return complain(connections.failure);

  const isAll = source.kind === 'all' || (source.kind === 'shared' && source.names === null);
  const several = isAll || connections.value.length > 1;
  // Without secrets, no account can be locked, and a connection need not be set up to the end.
  const { checked: wanted, leftOut } =
    several && !command.withoutSecrets
      ? sortOut(await withRefused(connections.value, command.resultsFile, ports))
      : { checked: connections.value, leftOut: [] };
  for (const { connection, reason } of leftOut) {
    complainOf(connection, words[language].leftOut[reason]);
  }
  const refused = leftOut.flatMap(({ connection, reason }) => (reason === 'rejected' ? [connection] : []));
  const recording = await record({ command, checked: wanted, refused, isPartial, language }, ports);
  if (!recording.ok) return NOTHING_CHECKED;
  const recorded = recording.value;
  const checked = wanted.filter((connection) => recorded?.isKnown(connection) !== true);

  const { timeoutMs, withoutSecrets } = command;
  const options = { extraRoots: extraRoots.value, timeoutMs, withoutSecrets };
  const isList = command.json && (several || checked.length === 0);
  const between = command.json ? ',' : '\n';
  const tell = inOrder<string>((text, at) => ports.print(at === 0 ? text : `${between}${text}`));
  const textOf = async (report: Report, connection: CheckableConnection): Promise<string> => {
    if (command.json) return isList ? jsonText(report) : jsonLine(report);
    const { printReport } = await import('./print-report');
    return printReport(report, connection, language, source.kind === 'files');
  };
  if (isList && wanted.length > 0) ports.print('{"version":1,"reports":[');
  const statuses = new Set<number>();
  const unreadable = new Set<CheckableConnection>();
  await checkAll(checked, async (connection, at) => {
    const report = connection.instead?.() ?? (await ports.check(connection, options));
    await recorded?.add(connection, report);
    statuses.add(exitStatus(report));
    if (report.steps.some(({ code }) => code === 'secret-unreadable')) unreadable.add(connection);
    tell(at, await textOf(report, connection));
  });
  recorded?.end();
  if (wanted.length === 0) return NOTHING_CHECKED;
  if (isList) {
    const others = leftOut.length === 0 ? '' : `,"leftOut":${jsonText(leftOut.map(asJson))}`;
    ports.print(`]${others}}\n`);
  }
  for (const connection of checked.filter((one) => unreadable.has(one))) {
    const trouble = (await connection.trouble?.()) ?? null;
    if (trouble === null) continue;
    complainOf(connection, sayTrouble(trouble, language));
  }
  // A connection left out because it was rejected still fails the run: skipping it must not look like a pass.
  const known = refused.length > 0 || recorded?.knownFailed === true ? 1 : 0;
  return Math.max(known, ...statuses);
}

/** What the shared store has. What could not be read is said, and is no failure of a connection. */
async function fromStore(
  { names, folder }: { readonly names: readonly string[] | null; readonly folder: string | null },
  extraRoots: readonly string[],
  language: Language,
  ports: CliPorts,
  partly: () => void,
): Promise<Result<readonly CheckableConnection[], InputProblem>> {
  if (ports.shared === undefined) throw new Error('There is no way to a store');
  const { connections, trouble, isOffline } = await ports.shared(folder, extraRoots);
  if (trouble !== null) {
    partly();
    const { messageToSend, sayStoreTrouble } = await import('./run-store');
    const say = words[language].store;
    const what = sayStoreTrouble(trouble, language);
    const more = isOffline ? say.offline : say.partly;
    // Where no store is set up, or no secret to sign in with can be read, nothing more is to be said.
    ports.complain(printable(trouble.code === 'finding' ? fill(more, { what }) : what));
    for (const line of messageToSend(trouble, language)) ports.complain(printable(line));
  }
  const chosen = chooseSaved(connections, names);
  return chosen.ok || connections.length > 0
    ? chosen
    : refuse({ source: '--shared', field: null, reason: 'nothing-shared' });
}

/** The connections, with those that an earlier run of the command line saw refused. */
async function withRefused(
  connections: readonly CheckableConnection[],
  file: string | null,
  { recording, path }: CliPorts,
): Promise<readonly CheckableConnection[]> {
  // Nothing is known of the secrets of connections from files.
  const isSaved = connections.some(({ secretsSince }) => secretsSince !== undefined);
  if (recording === undefined || !isSaved) return connections;
  const { refusedBefore } = await import('./record-results');
  const refused = refusedBefore(connections, file === null ? recording.ownFile : path(file));
  return connections.map((connection) =>
    refused.has(connection) && connection.leftOut === null
      ? { ...connection, leftOut: 'rejected' }
      : connection,
  );
}

/** Begins to record the results, if this command's results are recorded. */
async function record(asked: Asked, ports: CliPorts): Promise<Result<Recording | null, null>> {
  const { source, resultsFile, withoutSecrets } = asked.command;
  // A check of only the way must not look like a pass where a sign-in failed.
  const isRecorded = resultsFile !== null || (source.kind !== 'files' && !withoutSecrets);
  if (!isRecorded || ports.recording === undefined) return ok(null);
  const { beginRecording } = await import('./record-results');
  return beginRecording(asked, { ...ports, ...ports.recording });
}

/** Reads a message of another program: 0 if it was recognized, 1 if not, 2 if nothing was given. */
async function explainInput(json: boolean, language: Language, ports: CliPorts): Promise<number> {
  const text = await readStandardInput(ports.input);
  if (!text.ok) {
    ports.complain(printable(sayProblem(text.failure, language)));
    return NOTHING_CHECKED;
  }
  const { explain } = await import('../explain/explain');
  const explanation = explain(text.value);
  if (json) ports.print(jsonLine({ version: 1, ...explanation }));
  else {
    const [{ renderExplanation }, { printExplanation }] = await Promise.all([
      import('../explain/render-explanation'),
      import('./print-explanation'),
    ]);
    ports.print(printExplanation(renderExplanation(text.value, undefined, language), language));
  }
  return explanation.code === null ? 1 : 0;
}

/** 0, or 1 if something is wrong with a policy. */
async function tellPolicies(
  json: boolean,
  language: Language,
  { policies, print }: CliPorts,
): Promise<number> {
  const { policiesAsJson, printPolicies } = await import('./print-policies');
  print(json ? jsonLine(policiesAsJson(policies)) : printPolicies(policies, language));
  return policies.problems.length === 0 ? 0 : 1;
}

interface LeftOutConnection {
  readonly connection: CheckableConnection;
  readonly reason: LeftOut;
}

/** In a batch, connections that were rejected or are not set up yet are left out. */
function sortOut(connections: readonly CheckableConnection[]): {
  readonly checked: readonly CheckableConnection[];
  readonly leftOut: readonly LeftOutConnection[];
} {
  return {
    checked: connections.filter((connection) => connection.leftOut === null),
    leftOut: connections.flatMap((connection) =>
      connection.leftOut === null ? [] : [{ connection, reason: connection.leftOut }],
    ),
  };
}

const asJson = ({ connection: { id, system, name, environment }, reason }: LeftOutConnection) => ({
  connection: { id, system: system.id, name, environment },
  reason,
});

/** 0 passed or warning, 1 a step failed, 3 a secret is missing or unreadable (docs/command-line.md). */
function exitStatus(report: Report): number {
  const codes = report.steps.map((step) => step.code);
  if (codes.includes('secret-missing') || codes.includes('secret-unreadable')) return 3;
  return report.outcome === 'failed' ? 1 : 0;
}

/** Runs the checks, at most eight concurrently. */
const checkAll = (
  connections: readonly CheckableConnection[],
  check: (connection: CheckableConnection, at: number) => Promise<void>,
): Promise<void> =>
  inTurns(
    [...connections.entries()],
    AT_ONCE,
    ([, { system, values }]) => nightlyTurns(system, values),
    ([at, connection]) => check(connection, at),
  );

async function fromFiles(
  files: readonly string[],
  secretsFromStdin: boolean,
  ports: CliPorts,
): Promise<Result<readonly CheckableConnection[], InputProblem>> {
  const { allowedSystems } = ports.policies.policies;
  const read = [];
  for (const file of files) {
    const connection = readConnectionFile(ports.path(file));
    // Report the path as the caller wrote it.
    if (!connection.ok) return refuse({ ...connection.failure, source: file });
    if (allowedSystems?.includes(connection.value.system.id) === false)
      return refuse({ source: file, field: 'system', reason: 'not-allowed' });
    read.push(connection.value);
  }
  ports.getReady();
  let secrets: readonly Secrets[] = read.map(() => ({}));
  if (secretsFromStdin) {
    const text = await readStandardInput(ports.input);
    if (!text.ok) return text;
    const given = readSecrets(text.value, read);
    if (!given.ok) return given;
    secrets = given.value;
  }
  return ok(
    read.map((connection, at) => ({
      ...connection,
      id: null,
      practice: false,
      siblings: [],
      leftOut: null,
      secret: async (field) => {
        const secret = secrets[at]?.[field];
        return secret === undefined || secret === '' ? refuse('absent') : ok(secret);
      },
      sameSecretElsewhere: async () => null,
    })),
  );
}

function chooseSaved(
  saved: readonly CheckableConnection[],
  names: readonly string[] | null,
): Result<readonly CheckableConnection[], InputProblem> {
  // A nightly job that runs as the wrong user must fail instead of reporting success.
  if (saved.length === 0) return refuse({ source: '--saved', field: null, reason: 'nothing-saved' });
  if (names === null) return ok(saved);
  const chosen: CheckableConnection[] = [];
  for (const name of names) {
    const one = oneNamed(saved, name, (connection) => connection);
    if (!one.ok) return one;
    chosen.push(one.value);
  }
  return ok(chosen);
}
