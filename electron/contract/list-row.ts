import type { ConnectionSummary } from './channels';
import type { SystemId, WizardStep } from './connection';
import { fill } from './fill';
import { type FindingCode, findingCodes, stepIds } from './findings';
import { describeInstant, formatDay } from './formats';
import type { Language } from './languages';
import { stepName, systemName, waitingFor } from './names';
import type { Reminder } from './reminder';

/*
 * What a row of the list says. The window and main both draw rows, main before any script has run
 * (electron/first-paint/drawn-list.ts), and they have to say the same.
 */

/** How a connection stands, as one icon. */
export const rowStatuses = ['passed', 'warning', 'failed', 'not-tried', 'waiting', 'unfinished'] as const;
export type RowStatus = (typeof rowStatuses)[number];

/** The sentences and buttons of rows, by their place in the window's words. */
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

/** Where the words come from: the window has them with all its others, main from what the build laid down. */
export interface RowWords {
  readonly language: Language;
  readonly say: (key: RowKey, values?: Readonly<Record<string, string>>) => string;
  /** The heading of a finding; '' while, or where, there is none. */
  readonly title: (system: SystemId, code: FindingCode) => string;
  /** The name of a step of the set-up; null while it is not known. */
  readonly step: (system: SystemId, step: WizardStep) => string | null;
  /** What is said of a system that a check cannot prove; undefined for every other, and while it is not known. */
  readonly unproved: (system: SystemId) => string | undefined;
}

/** What a click on one of a row's two buttons does. */
export type RowAction = 'go-on' | 'open' | 'test';

export interface RowButton {
  readonly does: RowAction;
  readonly label: string;
  /** With the connection's name, for those who do not see which row it stands in. */
  readonly fullName: string;
}

export interface Row {
  readonly status: RowStatus;
  /** The system and the connection's own name. */
  readonly name: string;
  /** How it stands, in one sentence. */
  readonly situation: string;
  /** What is due; null when nothing is. */
  readonly due: string | null;
  readonly buttons: readonly [RowButton, RowButton];
}

/** @param now the time by which days are called today and yesterday */
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

/** @param name the row's */
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

/** What stands on the disk may come from a newer version, whose steps and findings have no words here. */
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
