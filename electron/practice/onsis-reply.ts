import { fill } from '@contract/fill';
import type { PracticeSystem } from './practice-part';
import { words } from './words';

/** The practice ministry's reply to the registration e-mail, in the style of real ones. */
export const onsisReply: PracticeSystem['reply'] = (language, { values, secrets }) =>
  fill(words[language].onsisReply, { ...values, ...secrets });
