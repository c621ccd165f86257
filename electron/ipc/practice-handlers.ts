import type { Rehearsal } from '../services/rehearsal';
import { answered, answeredAs } from './answered';
import type { Handlers } from './handlers';

export function practiceHandlers(rehearsal: Rehearsal): Pick<Handlers, 'practice-reply' | 'practice-fault'> {
  return {
    'practice-reply': ({ id, language, renewed = false }) =>
      answeredAs('text', rehearsal.reply(id, language, renewed)),
    'practice-fault': ({ id, language, choose }) => answered(rehearsal.faults(id, language, choose)),
  };
}
