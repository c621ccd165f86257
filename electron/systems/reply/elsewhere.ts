import type { Environment } from '@contract/connection';
import { environmentNamed } from './environment-words';

/*
 * What the headings of values say: a value that stands in one column or section only may belong to that one alone. Such
 * a value is asked about even if it is the only one of its field.
 */

/** One value of a field, with every heading it stands under; '' where it stood under none. */
export interface Headed {
  readonly headings: readonly string[];
}

/** Words that say that a value has been replaced. */
const PAST = /^(?:.*\s)?(?:old|previous|former|ancien|ancienne|pr[eé]c[eé]dente?)(?:\s.*)?$/i;

/**
 * Which single values are a question.
 *
 * @param fields the values of each field
 */
export function doubtedByHeading(
  fields: readonly (readonly Headed[])[],
  environment: Environment | null,
): (value: Headed) => boolean {
  // Columns or sections between which some field has to be chosen.
  const competing = new Set(
    fields.flatMap((values) => {
      const headings = new Set(
        values.flatMap((value) => (value.headings.length === 1 ? value.headings : [])),
      );
      return headings.size > 1 ? [...headings].filter((heading) => heading !== '') : [];
    }),
  );
  const environmentsCompete = [...competing].some((heading) => environmentNamed(heading) !== null);
  const named = new Set(fields.flat().flatMap(({ headings }) => headings.map(environmentNamed)));
  const namesBoth = named.has('test') && named.has('production');
  return ({ headings }) => {
    if (headings.includes('')) return false;
    if (headings.every((heading) => PAST.test(heading))) return true;
    const own = headings.map(environmentNamed);
    if (environment !== null && own.every((one) => one !== null && one !== environment)) return true;
    const [only, ...others] = headings;
    if (only === undefined || others.length > 0) return false;
    if (competing.has(only)) return true;
    return own[0] !== null && (environmentsCompete || (environment === null && namesBoth));
  };
}

/** The other environment, where every value that names one names that; null where the text says anything else. */
export function wholeElsewhere(
  fields: readonly (readonly Headed[])[],
  environment: Environment | null,
): Environment | null {
  if (environment === null) return null;
  const named = fields.flat().flatMap(({ headings }) => headings.map(environmentNamed));
  const other = named.find((one) => one !== null) ?? null;
  if (other === null || other === environment || named.includes(environment)) return null;
  const isOther = ({ headings }: Headed) => headings.some((heading) => environmentNamed(heading) === other);
  // Where a field may be chosen from elsewhere, the text is not all of the other environment.
  return fields.every((values) => values.length < 2 || values.every(isOther)) ? other : null;
}
