import { fill } from '@contract/fill';
import type { Language } from '@contract/languages';
import { printable } from '@contract/printable';
import { bySeverity, CERTIFICATE_DAYS, type Judged, type Level, worst } from './judge';
import { sayInFull, sayInShort, sayOf, type TellFinding } from './say';
import { words } from './words';

/*
 * The output of a Nagios plugin (https://nagios-plugins.org/doc/guidelines.html), which Icinga, Naemon, Centreon,
 * Checkmk and others read as well: one line, `|`, performance data; then more lines. The exit status is the level.
 */

const exitStatus: Readonly<Record<Level, number>> = { ok: 0, warning: 1, critical: 2, unknown: 3 };

/** The words of the guidelines, in every language: engines and people look for them. */
const levelWord: Readonly<Record<Level, string>> = {
  ok: 'OK',
  warning: 'WARNING',
  critical: 'CRITICAL',
  unknown: 'UNKNOWN',
};

/** Short enough for a table of services, and for a message on a phone. */
const LONGEST_FIRST_LINE = 160;

/** Nagios Core reads 8 KiB in all. */
const MOST_BYTES = 7500;

export interface NagiosOutput {
  readonly text: string;
  readonly status: number;
}

/** @param judged at least one */
export function nagiosOutput(
  judged: readonly Judged[],
  language: Language,
  findingOf: TellFinding,
): NagiosOutput {
  const level = worst(judged.map((one) => one.level));
  const [only] = judged;
  const isOne = judged.length === 1 && only !== undefined;
  const sorted = judged.filter((one) => one.level !== 'ok').toSorted(bySeverity);
  const summary = isOne
    ? sayOf(only.entry, sayInShort(only, language, findingOf), language)
    : sayCounts(judged, language);
  const data = isOne ? dataOfOne(only) : dataOfAll(judged);
  const linesOf = (one: Judged): readonly string[] => [
    ...(isOne
      ? []
      : [`${levelWord[one.level]} ${sayOf(one.entry, sayInShort(one, language, findingOf), language)}`]),
    ...sayInFull(one, language, findingOf),
  ];
  const first = `${levelWord[level]} - ${shortened(plain(summary))}`;
  return { text: limited(`${first}|${data}`, sorted, linesOf, language), status: exitStatus[level] };
}

/** What cannot be answered is unknown, never well. */
export const nagiosUnknown = (why: string): NagiosOutput => ({
  text: `${levelWord.unknown} - ${shortened(plain(why))}\n`,
  status: exitStatus.unknown,
});

function sayCounts(judged: readonly Judged[], language: Language): string {
  const count = (level: Level) => judged.filter((one) => one.level === level).length;
  return fill(words[language].counts, {
    critical: count('critical'),
    unknown: count('unknown'),
    warning: count('warning'),
    ok: count('ok'),
    all: judged.length,
  });
}

function dataOfOne({ entry, certificateDays, secretDays }: Judged): string {
  return [
    `time=${(entry.durationMs / 1000).toFixed(3)}s;;;0`,
    ...certificateData(certificateDays),
    ...(secretDays === null ? [] : [`secret_days=${secretDays};;;0`]),
  ].join(' ');
}

function dataOfAll(judged: readonly Judged[]): string {
  const count = (level: Level) => judged.filter((one) => one.level === level).length;
  const days = judged.flatMap(({ certificateDays }) => certificateDays ?? []);
  return [
    `failed=${count('critical')};;0;0;${judged.length}`,
    `unknown=${count('unknown')};;;0;${judged.length}`,
    `warning=${count('warning')};0;;0;${judged.length}`,
    `ok=${count('ok')};;;0;${judged.length}`,
    ...certificateData(days.length === 0 ? null : Math.min(...days)),
  ].join(' ');
}

/** `30:` is the guidelines' range for "alert if it is less than 30". */
const certificateData = (days: number | null): readonly string[] =>
  days === null ? [] : [`cert_days=${days};${CERTIFICATE_DAYS.warning}:;${CERTIFICATE_DAYS.critical}:`];

/** A `|`, even on a later line, would begin performance data. */
const plain = (text: string): string => printable(text).replaceAll('|', '/');

const shortened = (text: string): string => {
  const letters = [...text];
  return letters.length <= LONGEST_FIRST_LINE
    ? text
    : `${letters.slice(0, LONGEST_FIRST_LINE - 1).join('')}…`;
};

/** As many connections as fit; the last line says how many do not. */
function limited(
  first: string,
  unwell: readonly Judged[],
  linesOf: (one: Judged) => readonly string[],
  language: Language,
): string {
  let text = `${first}\n`;
  for (const [at, one] of unwell.entries()) {
    const more = linesOf(one)
      .map((line) => `${plain(line)}\n`)
      .join('');
    if (Buffer.byteLength(text) + Buffer.byteLength(more) > MOST_BYTES) {
      return `${text}${plain(fill(words[language].more, { count: unwell.length - at }))}\n`;
    }
    text += more;
  }
  return text;
}
