import type { PoliciesView } from '@contract/policies';

/** False if the organization allows nothing but its prepared connections. */
export const mayBegin = ({ allowedSystems }: PoliciesView): boolean =>
  allowedSystems === null || allowedSystems.length > 0;
