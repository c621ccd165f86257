import { commandLine } from './command-line';
import type { Part } from './part';
import { size } from './size';
import { startUp } from './start-up';

/** Every part, in the order in which they run. */
export const parts: readonly Part[] = [size, startUp, commandLine];
