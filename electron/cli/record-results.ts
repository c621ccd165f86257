import { fill, fillCounted } from '@contract/fill';
import type { Language } from '@contract/languages';
import { printable } from '@contract/printable';
import type { Report } from '@contract/report';
import { ok, type Result, refuse } from '@contract/result';
import { foundBy, foundRefused } from '../watch/entry';
import { ResultsRecorder } from '../watch/recorder';
import { type Entry, keyOf } from '../watch/results';
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
}

export interface Recording {
  /** What an interrupted run had found before; those are not checked again. */
  readonly isKnown: (connection: CheckableConnection) => boolean;
  readonly knownFailed: boolean;
  readonly add: (connection: CheckableConnection, report: Report) => Promise<void>;
  readonly end: () => void;
}

interface Asked {
  readonly command: Extract<Command, { readonly kind: 'check' }>;
  readonly checked: readonly CheckableConnection[];
  /** Left out because their credentials were refused. */
  readonly refused: readonly CheckableConnection[];
  readonly language: Language;
}

/** @returns null as a failure if the file that was named cannot be used; it has then been said */
export function beginRecording(
  { command, checked, refused, language }: Asked,
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
    isWhole: command.source.kind !== 'saved',
    resume: command.resume,
  });
  const complain = (line: string) => ports.complain(printable(line));
  if (!begun.ok) {
    const problem = begun.failure === 'not-found' ? 'not-written' : begun.failure;
    complain(fill(say[problem], { file: named ?? path }));
    return named === null ? ok(null) : refuse(null);
  }
  const recorder = begun.value;
  if (recorder.known.size > 0) complain(fillCounted(language, say, 'resumed', recorder.known.size));

  let isSaid = false;
  const tell = (isWritten: boolean): void => {
    if (!isWritten && !isSaid) complain(fill(say['not-written'], { file: named ?? path }));
    isSaid ||= !isWritten;
  };
  for (const connection of refused) {
    const { lastCheck, secretSince } = connection;
    if (lastCheck === null || lastCheck === undefined) continue;
    tell(recorder.add(foundRefused(aboutOf(connection), lastCheck, secretSince?.() ?? null, now())));
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
      const secretSince = connection.secretSince?.() ?? null;
      const found = foundBy(report, { keyring, slept, secretSince });
      if (found !== null) tell(recorder.add(found));
    },
    end: () => {
      sleep.stop();
      tell(recorder.end(ports.isStopped()));
    },
  });
}

function aboutOf({ id, system, name, environment, values }: CheckableConnection): Entry['connection'] {
  const provider = values.provider ?? '';
  return { id, system: system.id, name, environment, ...(provider !== '' && { provider }) };
}
