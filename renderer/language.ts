import type { AnswerOf, Language } from '@contract/channels';

/** The window's language: as main says; where it refused to say anything, the one of the page's own program. */
export const languageOf = (start: AnswerOf<'start'>): Language =>
  start.ok ? start.value.language : navigator.language.startsWith('fr') ? 'fr' : 'en';
