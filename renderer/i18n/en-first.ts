import { common } from './en-common';
import { connections } from './en-connections';
import { search } from './en-search';

/** What the first screen says, and what every screen shares. */
export const first = { common, connections, search };
