import { ok } from '@contract/result';
import type { Bug } from '../log/bugs';
import type { Handlers } from './handlers';

/** @param note logs the bug and returns its details */
export function bugHandlers(note: (bug: Bug) => string): Pick<Handlers, 'report-bug'> {
  return {
    'report-bug': ({ kind, trace, components }) =>
      ok({ details: note({ where: `window-${kind}`, trace, components }) }),
  };
}
