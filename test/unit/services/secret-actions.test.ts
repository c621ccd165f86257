import type { Connection } from '@contract/connection';
import { noPolicies } from '@contract/policies';
import { ok, refuse } from '@contract/result';
import { describe, expect, it } from 'vitest';
import { type SecretActionPorts, SecretActions } from '../../../electron/services/secret-actions';
import { aConnection } from '../../fakes/connections';

const at = '2026-01-05T08:00:00.000Z';
const field = 'clientSecret';
const tested = aConnection({
  system: 'powerschool',
  lastCheck: { at, outcome: 'passed', proved: true, step: null, code: null },
});

function desk(saves: 'saved' | 'session-only' | 'not-saved', connection: Connection = tested) {
  const written: string[] = [];
  const history: string[] = [];
  const told: string[] = [];
  const ports: SecretActionPorts = {
    connections: {
      get: (id) => (id === connection.id ? connection : undefined),
      replace: ({ lastCheck }) => {
        written.push(`connection ${lastCheck === null ? 'unproved' : 'proved'}`);
        return ok(null);
      },
    },
    vault: {
      has: () => false,
      reveal: async () => ok('the secret'),
      save: async (_ref, _secret, _origins, owner = () => null) => {
        if (saves === 'not-saved') return refuse('not-saved');
        const together = saves === 'saved' ? owner() : null;
        written.push(together === null ? 'secret' : 'secret with its connection');
        if (together !== null) connection = together;
        return ok(saves);
      },
    },
    history: { record: (_connection, _field, action) => void history.push(action) },
    rotations: { unproved: (current) => ({ ...current, lastCheck: null }) },
    onReveal: () => told.push('about to be shown'),
    clipboard: { copy: async () => ({ clearAfterSeconds: 30 }) },
    policies: noPolicies,
  };
  return { actions: new SecretActions(ports), id: connection.id, written, history, told };
}

describe('a new secret', () => {
  it('voids the last result, in the same write', async () => {
    const d = desk('saved');
    expect(await d.actions.save(d.id, field, 'x')).toEqual(ok('saved'));
    expect(d.written).toEqual(['secret with its connection']);
    expect(d.history).toEqual(['entered']);
  });

  it('voids it in a write of its own when the secret is for this run only', async () => {
    const d = desk('session-only');
    expect(await d.actions.save(d.id, field, 'x')).toEqual(ok('session-only'));
    expect(d.written).toEqual(['secret', 'connection unproved']);
  });

  it('leaves a connection alone that has no result', async () => {
    const d = desk('session-only', { ...tested, lastCheck: null });
    await d.actions.save(d.id, field, 'x');
    expect(d.written).toEqual(['secret']);
  });

  it('that was not kept voids nothing, and is not written down', async () => {
    const d = desk('not-saved');
    expect(await d.actions.save(d.id, field, 'x')).toEqual(refuse('not-saved'));
    expect([...d.written, ...d.history]).toEqual([]);
  });
});

describe('a secret', () => {
  it('is shown once the screen is guarded, and copied; both are written down', async () => {
    const d = desk('saved');
    expect(await d.actions.reveal(d.id, field)).toEqual(ok({ secret: 'the secret', hideAfterSeconds: 30 }));
    expect(d.told).toEqual(['about to be shown']);
    await d.actions.copy(d.id, field, false);
    await d.actions.copy(d.id, field, true);
    expect(d.history).toEqual(['revealed', 'copied', 'handed-over']);
  });

  it.each(['clientId', 'unknown', '__proto__'])('is nothing of a field called %s', async (other) => {
    const d = desk('saved');
    for (const asked of [
      d.actions.save(d.id, other, 'x'),
      d.actions.reveal(d.id, other),
      d.actions.copy(d.id, other, false),
    ]) {
      expect(await asked).toEqual(refuse('not-found'));
    }
    expect([...d.written, ...d.history, ...d.told]).toEqual([]);
  });
});
