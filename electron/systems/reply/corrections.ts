import type { Line } from './lines';
import { looksMade } from './no-value';
import type { Said } from './said';

/* "Sorry, it should be abc-124": a value that no label stands before, in a message about one that has been sent. */

const CORRECTS =
  /(?<!\p{L})(?:should (?:be|read|have been)|instead|correct(?:ed|ion)?|typo|oops|mistake|ignore|erreur|corrig\p{L}*|plut[oô]t|au lieu|devrait|aurait d[uû]|ignorez|ignorer|faute)(?!\p{L})/iu;
const MOST_LINES = 40;

/** Of a field, what stands there already. */
export interface Told {
  readonly field: string;
  readonly label: string;
  readonly value: string;
}

/** What a sentence says in the place of a value: nearly the same, and asked about. */
export function correctionsIn(lines: readonly Line[], told: readonly Told[]): readonly Said[] {
  const said: Said[] = [];
  const known = new Set(told.map(({ value }) => value));
  let read = 0;
  for (const line of lines) {
    if (line.text.length > 400 || !CORRECTS.test(line.text)) continue;
    read += 1;
    if (read > MOST_LINES) break;
    for (const word of line.text.split(/[\s«»“”"'`()<>]+/)) {
      const value = word.replace(/[.,;:!?]+$/, '');
      if (!looksMade(value) || known.has(value)) continue;
      const place = told.find((one) => isNearly(one.value, value));
      if (place === undefined) continue;
      said.push({
        field: place.field,
        label: place.label,
        value,
        manner: { exact: true, doubted: true },
        heading: line.heading,
        at: line.start + line.text.indexOf(value),
      });
    }
  }
  return said;
}

/** As long, and most of it the same: one of the two has a slip. */
function isNearly(one: string, other: string): boolean {
  if (one.length < 6 || Math.abs(one.length - other.length) > 2 || one.length > 400) return false;
  let [start, end] = [0, 0];
  while (start < one.length && one.charAt(start) === other.charAt(start)) start += 1;
  while (end < one.length - start && one.at(-1 - end) === other.at(-1 - end)) end += 1;
  return (start + end) * 2 >= one.length;
}
