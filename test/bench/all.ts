import { commandLine } from './command-line';
import { diagnosis } from './diagnosis';
import { idle } from './idle';
import { longList } from './long-list';
import type { Part } from './part';
import { several } from './several';
import { size } from './size';
import { startUp } from './start-up';

/** Every part, in the order in which they run. */

export const parts: readonly Part[] = [size, startUp, longList, idle, commandLine, diagnosis, several];
