import type { Failure, ScreenGuardView } from '@contract/channels';
import { ok, refuse } from '@contract/result';
import type { Handlers } from './handlers';

export interface ScreenHandlerPorts {
  readonly guard: { shown(isShown: boolean): void; refresh(): void; readonly view: ScreenGuardView };
  /** False if the choice could not be saved. */
  readonly want: (wanted: boolean) => boolean;
}

export function screenHandlers({
  guard,
  want,
}: ScreenHandlerPorts): Pick<Handlers, 'secrets-shown' | 'screen-guard'> {
  return {
    'secrets-shown'({ shown }) {
      guard.shown(shown);
      return ok(null);
    },
    'screen-guard'({ wanted }) {
      if (wanted !== null && !want(wanted)) return refuse<Failure>({ code: 'not-saved' });
      guard.refresh();
      return ok(guard.view);
    },
  };
}
