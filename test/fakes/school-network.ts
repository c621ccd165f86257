import { join } from 'node:path';
import type { SchoolNetwork } from '../app/faults/school-network';
import type { Started } from '../support/server-processes';

/** A network where every program appears to start, for reading the fault laboratory's tables without running them. */
export function pretendedNetwork(): SchoolNetwork {
  const folder = '/pretended';
  const server: Started = {
    freeze: () => undefined,
    end: async () => undefined,
    hasEnded: () => false,
    said: () => '',
  };
  let given = 0;
  return {
    folder,
    address: () => {
      given += 1;
      return `10.77.${1 + Math.floor(given / 250)}.${1 + (given % 250)}`;
    },
    writeFile: (name) => join(folder, name),
    folderFor: (_user, name) => join(folder, name),
    inside: (program, args) => [program, ...args],
    start: () => server,
    run: async () => '',
    listening: async () => undefined,
    stop: async () => undefined,
  };
}
