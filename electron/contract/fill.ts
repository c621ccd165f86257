import { type Language, localeOf } from './languages';

/*
 * Texts with placeholders, `{{host}}`, in i18next's syntax. The window lets i18next fill its texts because it renders
 * with React. All others are filled here; test/unit/contract/fill.test.ts proves that both do the same.
 */

/** Fills the placeholders; those without a value become empty. Values are never searched for placeholders. */
export const fill = (text: string, values: Readonly<Record<string, string | number>>): string =>
  fillBy(text, (place) => String(values[place] ?? ''));

export const fillBy = (text: string, value: (place: string) => string): string =>
  text.replaceAll(/\{\{(\w+)\}\}/g, (_, place: string) => value(place));

const rules = new Map<Language, Intl.PluralRules>();

function formOf(language: Language, count: number): Intl.LDMLPluralRule {
  const known = rules.get(language) ?? new Intl.PluralRules(localeOf(language));
  rules.set(language, known);
  return known.select(count);
}

/** Fills the plural form for a count, by the language's own rules: `ask_one`, `ask_other` … */
export function fillCounted<Key extends string>(
  language: Language,
  texts: Readonly<Record<`${Key}_other`, string>>,
  key: Key,
  count: number,
  values: Readonly<Record<string, string | number>> = {},
): string {
  const forms: Readonly<Record<string, string>> = texts;
  return fill(forms[`${key}_${formOf(language, count)}`] ?? texts[`${key}_other`], { ...values, count });
}
