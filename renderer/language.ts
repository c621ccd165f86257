import type { AnswerOf } from '@contract/channels';
import { type Language, preferredLanguage } from '@contract/languages';

/** The window's language: as main says; where it refused to say anything, the one of the page's own program. */
export const languageOf = (start: AnswerOf<'start'>): Language =>
  start.ok ? start.value.language : preferredLanguage(navigator.languages);
