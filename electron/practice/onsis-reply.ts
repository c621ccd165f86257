import { fill } from '@contract/fill';
import type { PracticeSystem } from './practice-part';
import { words } from './words';

/** The practice ministry's answer to the registration e-mail, worded and laid out as such answers are. */
export const onsisReply: PracticeSystem['reply'] = (language, { values, secrets }) =>
  fill(words[language].onsisReply, { ...values, ...secrets });
