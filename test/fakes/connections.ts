import { randomUUID } from 'node:crypto';
import type { Connection } from '@contract/connection';

/** A connection as a user would have set it up, with the given changes. */
export function aConnection(change: Partial<Connection> = {}): Connection {
  return {
    id: randomUUID(),
    system: 'onsis',
    name: 'Board of Somewhere',
    environment: 'test',
    practice: false,
    boardNumber: '123456',
    values: {
      redirectUrl: 'https://sis.example/api/redirect',
      clientId: 'b5c1b9a8-client',
      authenticationUrl: 'https://login.example/authorize',
      tokenUrl: 'https://login.example/token',
      apiUrl: 'https://api.example/onsis',
      scopes: 'openid onsis',
    },
    setup: { step: 'enter', registrationSentOn: '2026-01-05', finishedAt: null },
    lastCheck: null,
    createdAt: '2026-01-05T08:00:00.000Z',
    updatedAt: '2026-01-05T08:00:00.000Z',
    ...change,
  };
}
