import type { Words } from './en';
import { common } from './fr-common';
import { connections } from './fr-connections';
import { report } from './fr-report';
import { wizard } from './fr-wizard';

/** Canadian French; a missing or surplus key does not compile. */
export const fr: Words = { common, connections, report, wizard };
