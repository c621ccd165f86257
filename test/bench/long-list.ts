import type { Connection } from '@contract/connection';
import { storedValue } from '../../electron/connections/connections-text';
import { aConnection } from '../fakes/connections';
import type { Part } from './part';
import { row } from './row';
import { compareStarts } from './start-up';

const COUNT = 1_000;

/** Like the start-up part, with a longer list than any school board has. */
export const longList: Part = {
  name: 'long-list',
  title: `Start-up with ${COUNT} saved connections, against a bare Electron with one heading`,
  measure: async (bench) => {
    const { bare, app } = await compareStarts(bench, (desktop, folder) => {
      const state = {
        connections: new Map(manyConnections(COUNT).map((each) => [each.id, each])),
        secrets: new Map(),
      };
      desktop.writeFile(`${folder}/connections.json`, JSON.stringify(storedValue(state)));
    });
    return [
      row({
        measure: `start → first screen painted, ${COUNT} connections`,
        unit: 'ms',
        bare: bare.painted,
        app: app.painted,
        bounds: [{ kind: 'ratio', atMost: 1.25 }],
      }),
      row({
        measure: `start → a key is answered, ${COUNT} connections`,
        unit: 'ms',
        bare: bare.answered,
        app: app.answered,
      }),
      row({
        measure: `memory at the first screen (PSS), ${COUNT} connections`,
        unit: 'MB',
        bare: bare.memory,
        app: app.memory,
        bounds: [{ kind: 'ratio', atMost: 1.2 }],
      }),
    ];
  },
};

/** Connections in every state a list can show. */
export function manyConnections(count: number): readonly Connection[] {
  const at = '2026-01-12T09:00:00.000Z';
  const finished = { step: 'finish', registrationSentOn: '2026-01-05', finishedAt: at } as const;
  const states: readonly Partial<Connection>[] = [
    { setup: finished, lastCheck: { at, outcome: 'passed', proved: true, step: null, code: null } },
    { setup: finished, lastCheck: { at, outcome: 'passed', proved: true, step: null, code: null } },
    { setup: finished },
    {
      setup: finished,
      lastCheck: { at, outcome: 'failed', proved: false, step: 'sign-in', code: 'credentials-rejected' },
    },
    {},
  ];
  return Array.from({ length: count }, (_, index) =>
    aConnection({ name: `Board number ${index + 1}`, ...states[index % states.length] }),
  );
}
