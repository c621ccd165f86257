import type { AnswerOf } from '@contract/channels';
import { type Language, preferredLanguage } from '@contract/languages';

/** The window's language, as main says or, if its answer failed, the browser's preferred one. */
export const languageOf = (start: AnswerOf<'start'>): Language =>
  start.ok ? start.value.language : preferredLanguage(navigator.languages);
