import type { Part } from './part';
import { size } from './size';

/** Every part, in the order in which they run. */
export const parts: readonly Part[] = [size];
