import { createHash } from 'node:crypto';
import { fill, fillCounted } from '@contract/fill';
import type { Language } from '@contract/languages';
import { printable } from '@contract/printable';
import type { Report } from '@contract/report';
import { ok, type Result, refuse } from '@contract/result';
import { aboutOf } from '../check/report-of';
import { foundAgain, foundBy, foundRefused } from '../watch/entry';
import { ResultsRecorder } from '../watch/recorder';
import { type Entry, keyOf } from '../watch/results';
import { readResults } from '../watch/results-file';
import { SleepWatch } from '../watch/sleep-watch';
import { words } from '../watch/words';
import type { Command } from './arguments';
import type { CheckableConnection } from './checkable';

export interface RecordingPorts {
  /** The results of the saved connections. */
  readonly ownFile: string;
  readonly appVersion: string;
  readonly now: () => Date;
  /** The process was asked to stop. */
  readonly isStopped: () => boolean;
  /** Tells the desktop what worked before and has stopped; not called if there is nothing. */
  readonly tellStopped?: (stopped: readonly Entry[], language: Language) => void;
}

export interface Recording {
  /** What an interrupted run had found before; those are not checked again. */
  readonly isKnown: (connection: CheckableConnection) => boolean;
  readonly knownFailed: boolean;
  readonly add: (connection: CheckableConnection, report: Report) => Promise<void>;
  readonly end: () => void;
}

export interface Asked {
  readonly command: Extract<Command, { readonly kind: 'check' }>;
  readonly checked: readonly CheckableConnection[];
  /** Left out because their credentials were refused. */
  readonly refused: readonly CheckableConnection[];
  /** The store has others that could not be read. */
  readonly isPartial: boolean;
  readonly language: Language;
}

/** @returns null as a failure if the file that was named cannot be used; it has then been said */
export function beginRecording(
  { command, checked, refused, isPartial, language }: Asked,
  ports: RecordingPorts & {
    readonly path: (file: string) => string;
    readonly complain: (line: string) => void;
  },
): Result<Recording | null, null> {
  const say = words[language].record;
  const { now } = ports;
  const named = command.resultsFile;
  const path = named === null ? ports.ownFile : ports.path(named);
  const begun = ResultsRecorder.begin([...checked, ...refused].map(aboutOf), {
    path,
    appVersion: ports.appVersion,
    now,
    isNamed: named !== null,
    isWhole: isAbout(command, named !== null),
    isShared: command.source.kind === 'shared',
    drops: !isPartial && isAbout(command, true),
    resume: command.resume,
  });
  const complain = (line: string) => ports.complain(printable(line));
  if (!begun.ok) {
    const problem = begun.failure === 'not-found' ? 'not-written' : begun.failure;
    if (named === null) {
      complain(fill(say[problem], { file: path }));
      return ok(null);
    }
    const what = fill(say[problem === 'not-written' ? 'cannotWrite' : problem], { file: named });
    complain(fill(say.nothingChecked, { what }));
    return refuse(null);
  }
  const recorder = begun.value;
  if (recorder.known.size > 0) complain(fillCounted(language, say, 'resumed', recorder.known.size));

  let isSaid = false;
  const tell = (isWritten: boolean): void => {
    if (!isWritten && !isSaid) complain(fill(say['not-written'], { file: named ?? path }));
    isSaid ||= !isWritten;
  };
  for (const connection of refused) {
    const entry = recorder.before(keyOf(aboutOf(connection)));
    const certificateEnds = connection.lastCheck?.certificateEnds ?? null;
    tell(
      recorder.add(
        entry !== undefined && isStillRefused(connection, entry)
          ? foundAgain(entry, now())
          : foundRefused(aboutOf(connection), certificateEnds, secretFacts(connection), now()),
      ),
    );
  }
  const sleep = new SleepWatch(() => now().getTime());
  return ok({
    isKnown: (connection) => recorder.known.has(keyOf(aboutOf(connection))),
    knownFailed: [...recorder.known.values()].some(({ state }) => state === 'failed'),
    add: async (connection, report) => {
      const slept = sleep.sleptSince(Date.parse(report.startedAt));
      const isUnreadable = report.steps.some(({ code }) => code === 'secret-unreadable');
      const trouble = isUnreadable ? await connection.trouble?.() : null;
      const keyring = trouble?.code === 'keyring-unavailable' || trouble?.code === 'backend-changed';
      const found = foundBy(report, { keyring, slept, ...secretFacts(connection) });
      if (found !== null) tell(recorder.add(found));
    },
    end: () => {
      sleep.stop();
      const isStopped = ports.isStopped();
      tell(recorder.end(isStopped));
      // A run that is gone on with later tells the whole night.
      if (!command.notify || isStopped) return;
      const stopped = recorder.takeStopped();
      if (stopped.length > 0) ports.tellStopped?.(stopped, language);
    },
  });
}

/** Whether the file is about nothing but these connections. What is shared is recorded beside what is saved. */
function isAbout({ source }: Asked['command'], isNamed: boolean): boolean {
  if (source.kind === 'shared') return isNamed && source.names === null && source.folder === null;
  return source.kind !== 'saved';
}

/** Those whose credentials an earlier run saw refused, and in which nothing has changed since. */
export function refusedBefore(
  connections: readonly CheckableConnection[],
  path: string,
): ReadonlySet<CheckableConnection> {
  const read = readResults(path);
  const entries = new Map(
    read.ok ? read.value.connections.map((entry) => [keyOf(entry.connection), entry]) : [],
  );
  return new Set(
    connections.filter((connection) => {
      const entry = entries.get(keyOf(aboutOf(connection)));
      return entry !== undefined && isStillRefused(connection, entry);
    }),
  );
}

function isStillRefused(connection: CheckableConnection, entry: Entry): boolean {
  const { fingerprint } = secretFacts(connection);
  if (entry.rejected !== true || fingerprint === null || entry.fingerprint !== fingerprint) return false;
  const { lastCheck } = connection;
  // The server may accept them by now, as a test in the window has shown.
  const isProvedSince = lastCheck?.proved === true && Date.parse(lastCheck.at) > Date.parse(entry.at);
  return !isProvedSince;
}

function secretFacts({ system, values, alternative, secretsSince }: CheckableConnection) {
  const since = secretsSince?.() ?? null;
  const sent = JSON.stringify([system.id, Object.entries(values).toSorted(), alternative ?? null, since]);
  return {
    secretSince: since?.[0] ?? null,
    fingerprint: since === null ? null : createHash('sha256').update(sent).digest('hex').slice(0, 16),
  };
}
