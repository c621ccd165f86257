import { refuse } from '@contract/result';
import { describe, expect, it } from 'vitest';
import { checkHandlers } from '../../../electron/ipc/check-handlers';
import { aConnection } from '../../fakes/connections';

describe('a test of a new secret', () => {
  it('has not begun when it was turned away, so that another one’s end is not taken for its own', async () => {
    const connection = aConnection();
    const began: string[] = [];
    const handlers = checkHandlers({
      connections: { get: () => connection },
      checks: { start: () => null, cancel: () => undefined },
      rotations: { toTest: () => connection, beginTest: (id) => began.push(id) },
    });
    const answer = await handlers['run-check']({
      id: connection.id,
      attempt: '00000000-0000-4000-8000-000000000001',
      probe: 'none',
      beside: true,
    });
    expect(answer).toEqual(refuse({ code: 'busy' }));
    expect(began).toEqual([]);
  });
});
