import type { ConnectionSummary } from './channels';
import type { SystemId, WizardStep } from './connection';
import { fill } from './fill';
import { type FindingCode, findingCodes, stepIds } from './findings';
import { describeInstant, formatDay } from './formats';
import type { Language } from './languages';
import { stepName, systemName, waitingFor } from './names';
import type { Reminder } from './reminder';

/*
 * The contents of a row in the list. Both the window and the main process draw rows, the latter before any script has
 * run (electron/first-paint/drawn-list.ts), and both must be identical.
 */

/** A connection's status, shown as an icon. */
export const rowStatuses = ['passed', 'warning', 'failed', 'not-tried', 'waiting', 'unfinished'] as const;
export type RowStatus = (typeof rowStatuses)[number];

/** Keys of the rows' sentences and buttons in the window's texts. */
export const rowKeys = [
  'connections.row.proved',
  'connections.row.provedRemark',
  'connections.row.notProved',
  'connections.row.notProvedTested',
  'connections.row.stopped',
  'connections.row.unfinished',
  'connections.row.unfinishedPlain',
  'connections.when.today',
  'connections.when.yesterday',
  'connections.when.date',
  'connections.reminder.key-ends',
  'connections.reminder.key-ended',
  'connections.reminder.certificate-ends',
  'connections.reminder.certificate-ended',
  'connections.reminder.secret-old',
  'connections.reminder.replacing',
  'connections.action.goOn',
  'connections.action.open',
  'connections.action.test',
  'connections.action.whatToDo',
  'connections.action.named',
] as const;
export type RowKey = (typeof rowKeys)[number];

/** Where the texts come from: the window has all of them, the main process those the build extracted. */
export interface RowWords {
  readonly language: Language;
  readonly say: (key: RowKey, values?: Readonly<Record<string, string>>) => string;
  /** The title of a finding; '' if there is none or it is not loaded yet. */
  readonly title: (system: SystemId, code: FindingCode) => string;
  /** The name of a setup step; null while it is not loaded. */
  readonly step: (system: SystemId, step: WizardStep) => string | null;
  /** The text for a system whose sign-in a check cannot prove; undefined for others, and while it is not loaded. */
  readonly unproved: (system: SystemId) => string | undefined;
}

/** What a click on one of a row's two buttons does. */
export type RowAction = 'go-on' | 'open' | 'test';

export interface RowButton {
  readonly does: RowAction;
  readonly label: string;
  /** With the connection's name, for users who do not see which row it belongs to. */
  readonly fullName: string;
}

export interface Row {
  readonly status: RowStatus;
  /** The system's and the connection's name. */
  readonly name: string;
  /** Its status in one sentence. */
  readonly situation: string;
  /** What is due; null if nothing is. */
  readonly due: string | null;
  readonly buttons: readonly [RowButton, RowButton];
}

/** @param now determines which days are called today and yesterday */
export function describeRow(words: RowWords, connection: ConnectionSummary, now = new Date()): Row {
  const { language, say } = words;
  const name = `${systemName(language, connection.system)} · ${connection.name}`;
  const button = (does: RowAction, label: string) => buttonOf(say, does, label, name);
  return {
    status: statusOf(connection),
    name,
    situation: situationOf(words, connection, now),
    due: connection.reminder === undefined ? null : reminderLine(words, connection.reminder),
    buttons: [
      connection.setup.finishedAt === null
        ? button('go-on', say('connections.action.goOn'))
        : connection.lastCheck?.outcome === 'failed'
          ? button('open', say('connections.action.whatToDo'))
          : button('test', say('connections.action.test')),
      button('open', say('connections.action.open')),
    ],
  };
}

/** @param name the row's name */
export const buttonOf = (say: RowWords['say'], does: RowAction, label: string, name: string): RowButton => ({
  does,
  label,
  fullName: say('connections.action.named', { action: label, name }),
});

function statusOf({ lastCheck, setup }: ConnectionSummary): RowStatus {
  if (setup.finishedAt === null) return setup.registrationSentOn === null ? 'unfinished' : 'waiting';
  if (lastCheck === null) return 'not-tried';
  if (lastCheck.outcome === 'failed') return 'failed';
  return lastCheck.proved ? 'passed' : 'warning';
}

function situationOf(words: RowWords, { system, setup, lastCheck }: ConnectionSummary, now: Date): string {
  const { language, say } = words;
  if (setup.finishedAt === null && lastCheck?.outcome !== 'failed') {
    const waiting = waitingFor(language, system);
    const isWaiting = setup.step === 'register' || setup.step === 'enter';
    if (waiting !== undefined && setup.registrationSentOn !== null && isWaiting) {
      return fill(waiting, { date: formatDay(language, setup.registrationSentOn, now) });
    }
    const step = words.step(system, setup.step);
    return step === null
      ? say('connections.row.unfinishedPlain')
      : say('connections.row.unfinished', { step });
  }
  if (lastCheck === null) return say('connections.row.notProved');
  const { day, time, date } = describeInstant(language, lastCheck.at, now);
  const when = say(`connections.when.${day}`, { time, date });
  const finding = isOneOf(findingCodes, lastCheck.code) ? words.title(system, lastCheck.code) : '';
  if (lastCheck.outcome === 'failed' && isOneOf(stepIds, lastCheck.step)) {
    const step = stepName(language, lastCheck.step);
    return say('connections.row.stopped', { step, when, finding });
  }
  if (!lastCheck.proved) {
    return words.unproved(system) ?? say('connections.row.notProvedTested', { when });
  }
  return lastCheck.outcome === 'warning'
    ? say('connections.row.provedRemark', { when, finding })
    : say('connections.row.proved', { when });
}

/** The file may come from a newer version, whose steps and findings have no texts here. */
const isOneOf = <Known extends string>(known: readonly Known[], id: string | null): id is Known =>
  known.some((each) => each === id);

/** What is due, in one line. */
export function reminderLine(
  { language, say }: Pick<RowWords, 'language' | 'say'>,
  reminder: Reminder,
): string {
  if (reminder.kind === 'replacing') return say('connections.reminder.replacing');
  const day = 'on' in reminder ? reminder.on : reminder.since;
  return say(`connections.reminder.${reminder.kind}`, { date: formatDay(language, day) });
}
