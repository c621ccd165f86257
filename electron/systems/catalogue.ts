import type { SystemId, Values } from '@contract/connection';
import { aeriesOneroster } from './aeries-oneroster';
import { classlinkDirect } from './classlink-direct';
import { classlinkProxy } from './classlink-proxy';
import { edFi } from './ed-fi';
import { oneroster } from './oneroster';
import { onsis } from './onsis';
import { powerschool } from './powerschool';
import type { System } from './system';

/** The systems this version can set up, in the order of the list. */
export const systems: Readonly<Record<SystemId, System>> = {
  onsis,
  powerschool,
  'aeries-oneroster': aeriesOneroster,
  'classlink-direct': classlinkDirect,
  'classlink-proxy': classlinkProxy,
  oneroster,
  'ed-fi': edFi,
};

export const systemById = (id: SystemId): System => systems[id];

/** A connection's system, in the terms of the product that its values name. */
export function systemFor({
  system: id,
  values,
}: {
  readonly system: SystemId;
  readonly values: Values;
}): System {
  const system = systemById(id);
  return system.inTermsOf?.(values) ?? system;
}
