import { fill, fillCounted } from '@contract/fill';
import { formatDay, formatInstant } from '@contract/formats';
import type { Language } from '@contract/languages';
import { printable } from '@contract/printable';
import { bySeverity, type Judged } from './judge';
import type { Results } from './results';
import { nameOf, sayInFull, sayInShort, sayOf, type TellFinding } from './say';
import { words } from './words';

/** Signs that every terminal has; the last line explains them. */
const signs: Readonly<Record<string, string>> = { p: '+', w: '~', f: 'x', n: 'o', '-': '.' };

/** The results for a person: first what changed since the night before, then what is not well, then the rest. */
export function statusText(
  results: Results,
  judged: readonly Judged[],
  language: Language,
  findingOf: TellFinding,
): string {
  const say = words[language].status;
  const { run, nights } = results;
  const changed = judged.filter(
    (one) => one.changed !== null && (one.changed !== 'new' || nights.length > 1),
  );
  const unwell = judged.filter(({ level }) => level !== 'ok').toSorted(bySeverity);
  const well = judged.length - unwell.length;
  const lines = [
    fill(run.endedAt === null ? say.notEnded : say.ended, {
      when: formatInstant(language, run.endedAt ?? run.startedAt),
    }),
    ...(nights.length < 2 ? [] : ['', changed.length === 0 ? say.nothingChanged : say.changed]),
    ...changed.map((one) => `  ${sayOf(one.entry, changeOf(one, language), language)}`),
    ...unwell.flatMap((one) => ['', ...paragraph(one, language, findingOf)]),
    '',
    fillCounted(language, say, 'well', well),
    ...historyOf(judged, nights, language),
  ];
  return `${lines.map(printable).join('\n')}\n`;
}

const changeOf = ({ changed }: Judged, language: Language): string =>
  changed === null ? '' : words[language].status.change[changed];

function paragraph(one: Judged, language: Language, findingOf: TellFinding): readonly string[] {
  const { status } = words[language];
  const { state, since } = one.entry;
  return [
    sayOf(one.entry, sayInShort(one, language, findingOf), language),
    ...(state === 'failed' ? [`  ${fill(status.since, { since: formatInstant(language, since) })}`] : []),
    ...sayInFull(one, language, findingOf).map((line) => `  ${line}`),
  ];
}

/** More would not be read. */
const MOST_HISTORIES = 40;

function historyOf(
  judged: readonly Judged[],
  nights: readonly string[],
  language: Language,
): readonly string[] {
  const { status } = words[language];
  const [first] = nights;
  if (first === undefined || nights.length < 2 || judged.length > MOST_HISTORIES) return [];
  return [
    '',
    fill(status.history, { since: formatDay(language, first) }),
    ...judged.map(({ entry }) => `  ${pictureOf(entry.nights, nights.length)}  ${nameOf(entry, language)}`),
    status.signs,
  ];
}

const pictureOf = (letters: string, length: number): string =>
  [...letters.padStart(length, '-')].map((letter) => signs[letter] ?? '.').join('');
