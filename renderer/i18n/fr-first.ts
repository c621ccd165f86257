import type { first as english } from './en-first';
import { common } from './fr-common';
import { connections } from './fr-connections';
import { search } from './fr-search';

export const first: typeof english = { common, connections, search };
