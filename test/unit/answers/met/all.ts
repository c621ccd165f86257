import { bareRefusals } from './bare-refusals';
import { bearerRequests } from './bearer-requests';
import { filters, guards } from './filters';
import { grantedTokens } from './granted-tokens';
import { allListsSigned, allListsWithToken, firstLists, lastLists } from './lists';
import type { MetGroup } from './met';
import { probes } from './probes';
import { refusedTokens } from './refused-tokens';
import { signedRequests } from './signed-requests';

export const allMet: readonly MetGroup[] = [
  refusedTokens,
  bareRefusals,
  grantedTokens,
  signedRequests,
  bearerRequests,
  firstLists,
  lastLists,
  allListsSigned,
  allListsWithToken,
  probes,
  filters,
  guards,
];
