import type { first as english } from '../en/first';
import common from './common.json' with { type: 'json' };
import connections from './connections.json' with { type: 'json' };
import search from './search.json' with { type: 'json' };
import fatal from './window-bug.json' with { type: 'json' };

export const first: typeof english = { common: { ...common, fatal }, connections, search };
