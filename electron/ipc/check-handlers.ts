import { ok } from '@contract/result';
import type { CheckRuns } from '../check/check-runs';
import { type StartCheckPorts, startCheck } from '../services/start-check';
import { answered } from './answered';
import type { Handlers } from './handlers';

export interface CheckHandlerPorts extends StartCheckPorts {
  readonly checks: Pick<CheckRuns, 'start' | 'cancel'>;
}

export function checkHandlers(ports: CheckHandlerPorts): Pick<Handlers, 'run-check' | 'cancel-check'> {
  return {
    'run-check': ({ id, attempt, probe, alternative = null, beside = false, withoutSecrets = false }) =>
      answered(startCheck(ports, id, { attempt, probe, alternative, beside, withoutSecrets })),
    'cancel-check'({ attempt }) {
      ports.checks.cancel(attempt);
      return ok(null);
    },
  };
}
