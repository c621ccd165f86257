import type { Environment } from '@contract/connection';
import { environmentNamed } from './environment-words';

/*
 * A value in only one of several columns or sections may not apply to the others. The user is asked about such a value
 * even if it is the only one of its field.
 */

/** A value with every heading it was found under; '' if it was found without a heading. */
export interface Headed {
  readonly headings: readonly string[];
}

/** The value has been replaced. */
const PAST = /^(?:.*\s)?(?:old|previous|former|ancien|ancienne|pr[eé]c[eé]dente?)(?:\s.*)?$/i;

/**
 * Which values are doubtful even if they are the only ones of their field.
 *
 * @param fields the values of each field
 */
export function doubtedByHeading(
  fields: readonly (readonly Headed[])[],
  environment: Environment | null,
): (value: Headed) => boolean {
  // Columns or sections that compete for some field.
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

/** The other environment, if all values that name an environment name that one; otherwise null. */
export function wholeElsewhere(
  fields: readonly (readonly Headed[])[],
  environment: Environment | null,
): Environment | null {
  if (environment === null) return null;
  const named = fields.flat().flatMap(({ headings }) => headings.map(environmentNamed));
  const other = named.find((one) => one !== null) ?? null;
  if (other === null || other === environment || named.includes(environment)) return null;
  const isOther = ({ headings }: Headed) => headings.some((heading) => environmentNamed(heading) === other);
  // If some field has a value outside it, the text is not only about the other environment.
  return fields.every((values) => values.length < 2 || values.every(isOther)) ? other : null;
}
