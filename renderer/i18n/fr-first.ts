import type { first as english } from './en-first';
import { common } from './fr-common';
import { connections } from './fr-connections';

export const first: typeof english = { common, connections };
