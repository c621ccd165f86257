import { type Language, localeOf } from './languages';

/*
 * Texts with places to fill, `{{host}}`, in i18next's form. The window lets i18next fill its own (it draws with React);
 * everything else is filled here, and test/unit/contract/fill.test.ts shows that both fill alike.
 */

/** A place without a value stays empty. A value is never searched for places. */
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

/** Fills the form that fits a count, by the language's own rules: `ask_one`, `ask_other` … */
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
