import { commandLine } from './command-line';
import { diagnosis } from './diagnosis';
import { idle } from './idle';
import { install } from './install';
import { longList } from './long-list';
import { night } from './night';
import type { Part } from './part';
import { scripts } from './scripts';
import { sharedList } from './shared-list';
import { size } from './size';
import { startUp } from './start-up';
import { testAll } from './test-all';
import { typing } from './typing';
import { walkThrough } from './walk-through';

/** Every part, in the order in which they run. */
export const parts: readonly Part[] = [
  size,
  install,
  scripts,
  startUp,
  longList,
  sharedList,
  typing,
  walkThrough,
  idle,
  commandLine,
  diagnosis,
  testAll,
  night,
];
