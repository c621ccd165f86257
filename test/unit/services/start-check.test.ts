import { refuse } from '@contract/result';
import { describe, expect, it } from 'vitest';
import { startCheck } from '../../../electron/services/start-check';
import { aConnection } from '../../fakes/connections';

describe('a test of a new secret', () => {
  it('has not begun when it was turned away, so that another one’s end is not taken for its own', async () => {
    const connection = aConnection();
    const began: string[] = [];
    const answer = await startCheck(
      {
        connections: { get: () => connection },
        checks: { start: () => null },
        rotations: { toTest: () => connection, beginTest: (id) => began.push(id) },
        mayTest: () => true,
      },
      connection.id,
      {
        attempt: '00000000-0000-4000-8000-000000000001',
        probe: 'none',
        alternative: null,
        beside: true,
        withoutSecrets: false,
      },
    );
    expect(answer).toEqual(refuse('busy'));
    expect(began).toEqual([]);
  });
});
