import { dirname } from 'node:path';
import type { PoliciesInForce } from '@contract/policies';
import { inForce } from './in-force';
import { policyPlaces } from './places';

/** The policies of this computer, read anew. */
export const policiesHere = (): Promise<PoliciesInForce> =>
  inForce(policyPlaces(process.platform, dirname(process.execPath)));
