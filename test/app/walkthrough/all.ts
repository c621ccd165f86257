import { aeriesOneroster } from './aeries-oneroster';
import { classlinkDirect } from './classlink-direct';
import { classlinkProxy } from './classlink-proxy';
import { oneroster } from './oneroster';
import { onsis } from './onsis';
import { powerschool } from './powerschool';
import type { WalkThrough } from './walk';

/** Every way there is, in the order in which `--walkthrough all` walks them. */
export const walkThroughs: readonly WalkThrough[] = [
  onsis,
  powerschool,
  aeriesOneroster,
  classlinkDirect,
  classlinkProxy,
  oneroster,
];
