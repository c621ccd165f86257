import type { Preset } from '@contract/policies';
import { refuse } from '@contract/result';
import type { Rotations } from '../rotation/rotations';
import { answered } from './answered';
import type { Handlers } from './handlers';

type RotationChannels = 'open-rotation' | 'act-on-rotation' | 'enter-new-values' | 'enter-new-secret';

/** @param fixed the preset whose values a connection has to keep */
export function rotationHandlers(
  rotations: Rotations,
  fixed: (id: string) => Preset | null,
): Pick<Handlers, RotationChannels> {
  return {
    'open-rotation': ({ id }) => answered(rotations.open(id)),
    'act-on-rotation': ({ id, action, unproved }) => answered(rotations.act(id, action, unproved)),
    'enter-new-values': ({ id, values }) => {
      const kept = fixed(id)?.values ?? {};
      const isOther = Object.entries(values).some(([field, value]) => (kept[field] ?? value) !== value);
      return isOther ? refuse({ code: 'not-allowed' }) : answered(rotations.enterValues(id, values));
    },
    'enter-new-secret': ({ id, field, secret }) => answered(rotations.enterSecret(id, field, secret)),
  };
}
