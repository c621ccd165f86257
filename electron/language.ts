import type { Language } from '@contract/channels';

/** The person's language until they choose one: their first choice between the two, English without any. */
export function languageOf(preferred: readonly string[]): Language {
  const first = preferred.find((tag) => /^(en|fr)\b/i.test(tag));
  return first?.toLowerCase().startsWith('fr') === true ? 'fr' : 'en';
}
