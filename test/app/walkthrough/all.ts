import { onsis } from './onsis';
import type { WalkThrough } from './walk';

/** Every way there is, in the order in which `--walkthrough all` walks them. */
export const walkThroughs: readonly WalkThrough[] = [onsis];
