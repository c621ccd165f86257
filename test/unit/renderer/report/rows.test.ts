import { groupFindings } from '@contract/finding-groups';
import { stepIds } from '@contract/findings';
import type { Step } from '@contract/report';
import { describe, expect, it } from 'vitest';
import { rowsOf, secretSent } from '../../../../renderer/report/rows';

const step = (part: Partial<Step>): Step => ({
  id: 'connect',
  subject: null,
  outcome: 'passed',
  code: 'ok',
  durationMs: 5,
  facts: {},
  ...part,
});

describe('the rows of a check', () => {
  it('are all there before anything ran', () => {
    expect(rowsOf([], [], true).map(({ id, status }) => [id, status])).toEqual(
      stepIds.map((id) => [id, 'not-tried']),
    );
  });

  it('show the worst of their subjects and the longest wait', () => {
    const rows = rowsOf(
      [
        step({ subject: 'a' }),
        step({ subject: 'b', outcome: 'failed', code: 'connection-refused', durationMs: 9 }),
      ],
      [],
      false,
    );
    expect(rows.find(({ id }) => id === 'connect')).toMatchObject({ status: 'failed', durationMs: 9 });
  });

  it('run from their beginning until their last subject ended', () => {
    const begun = [{ id: 'connect' as const }, { id: 'connect' as const }];
    const status = (steps: readonly Step[]) =>
      rowsOf(steps, begun, true).find(({ id }) => id === 'connect')?.status;
    expect(status([])).toBe('running');
    expect(status([step({})])).toBe('running');
    expect(status([step({}), step({})])).toBe('passed');
  });

  it('say a finding about one server once, with everything it is about', () => {
    const failed = { outcome: 'failed', code: 'tls-expired' } as const;
    const [row] = rowsOf(
      [
        step({ ...failed, subject: 'authenticationUrl', facts: { host: 'auth', port: 443 } }),
        step({ ...failed, subject: 'tokenUrl', facts: { host: 'auth', port: 443 } }),
        step({ ...failed, subject: 'apiUrl', facts: { host: 'api', port: 443 } }),
      ],
      [],
      false,
    ).filter(({ id }) => id === 'connect');
    expect(row === undefined ? [] : groupFindings(row.steps).map(({ subjects }) => subjects)).toEqual([
      ['authenticationUrl', 'tokenUrl'],
      ['apiUrl'],
    ]);
  });
});

describe('whether the secret was sent', () => {
  const signIn = (part: Partial<Step>) => [step({ id: 'sign-in', ...part })];
  it.each([
    ['a stop before the sign-in', [step({ outcome: 'failed', code: 'tls-expired' })], 'none', 'not-sent'],
    [
      'refused without a reason',
      signIn({ outcome: 'warning', code: 'not-proved', facts: { reason: 'refused' } }),
      'none',
      'sent',
    ],
    ['not proved, nothing asked', signIn({ outcome: 'warning', code: 'not-proved' }), 'none', 'not-sent'],
    [
      'the authorize question',
      signIn({ outcome: 'failed', code: 'scope-rejected' }),
      'authorize',
      'not-sent',
    ],
    ['the token question', signIn({ outcome: 'warning', code: 'probably-accepted' }), 'token', 'sent'],
    ['a sign-in that passed', signIn({}), 'none', 'sent'],
    ['credentials rejected', signIn({ outcome: 'failed', code: 'credentials-rejected' }), 'none', 'sent'],
    ['a stop that does not tell', signIn({ outcome: 'failed', code: 'timed-out' }), 'none', 'unknown'],
  ] as const)('%s: claims no more than is known', (_what, steps, probe, said) => {
    expect(secretSent(steps, probe)).toBe(said);
  });
});
