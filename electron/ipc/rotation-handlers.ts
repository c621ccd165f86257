import type { Failure } from '@contract/channels';
import { ok, refuse } from '@contract/result';
import type { Rotations } from '../rotation/rotations';
import type { Handlers } from './register';

type RotationChannels = 'open-rotation' | 'act-on-rotation' | 'enter-new-values' | 'enter-new-secret';

export interface RotationHandlerPorts {
  readonly rotations: Pick<Rotations, 'view' | 'act' | 'enterValues' | 'enterSecret' | 'readBack'>;
}

export function rotationHandlers({ rotations }: RotationHandlerPorts): Pick<Handlers, RotationChannels> {
  const answered = async (viewed: ReturnType<Rotations['view']>) => {
    const view = await viewed;
    return view.ok ? ok(view.value) : refuse<Failure>({ code: view.failure });
  };
  return {
    async 'open-rotation'({ id }) {
      await rotations.readBack(id);
      return answered(rotations.view(id));
    },
    'act-on-rotation': ({ id, deed, unproved }) => answered(rotations.act(id, deed, unproved)),
    'enter-new-values': ({ id, values }) => answered(rotations.enterValues(id, values)),
    'enter-new-secret': ({ id, field, secret }) => answered(rotations.enterSecret(id, field, secret)),
  };
}
