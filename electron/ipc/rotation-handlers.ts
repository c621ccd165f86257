import type { Rotations } from '../rotation/rotations';
import { answered } from './answered';
import type { Handlers } from './handlers';

type RotationChannels = 'open-rotation' | 'act-on-rotation' | 'enter-new-values' | 'enter-new-secret';

export function rotationHandlers(rotations: Rotations): Pick<Handlers, RotationChannels> {
  return {
    'open-rotation': ({ id }) => answered(rotations.open(id)),
    'act-on-rotation': ({ id, action, unproved }) => answered(rotations.act(id, action, unproved)),
    'enter-new-values': ({ id, values }) => answered(rotations.enterValues(id, values)),
    'enter-new-secret': ({ id, field, secret }) => answered(rotations.enterSecret(id, field, secret)),
  };
}
