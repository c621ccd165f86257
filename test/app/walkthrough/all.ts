import { aeriesOneroster } from './aeries-oneroster';
import { classlinkDirect } from './classlink-direct';
import { classlinkProxy } from './classlink-proxy';
import { edFi } from './ed-fi';
import { infiniteCampus } from './infinite-campus';
import { oneroster } from './oneroster';
import { onsis } from './onsis';
import { powerschool } from './powerschool';
import type { WalkThrough } from './walk';

/** All walk-throughs, in the order of `--walkthrough all`. */
export const walkThroughs: readonly WalkThrough[] = [
  onsis,
  powerschool,
  aeriesOneroster,
  classlinkDirect,
  classlinkProxy,
  oneroster,
  infiniteCampus,
  edFi,
];
