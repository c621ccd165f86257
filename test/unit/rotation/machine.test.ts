import type { Rotation } from '@contract/rotation';
import { describe, expect, it } from 'vitest';
import { nextRotation, type RotationEvent, type RotationMove } from '../../../electron/rotation/machine';

const AT = '2026-01-05T08:00:00.000Z';
const LATER = '2026-02-05T08:00:00.000Z';
const [THIS_RUN, OTHER_RUN] = [
  '0b6f2f0e-5f0f-4d55-9a4e-000000000001',
  '0b6f2f0e-5f0f-4d55-9a4e-000000000002',
];

const beside: Rotation = { phase: 'beside', begunAt: AT, values: { clientId: 'other' }, provedAt: null };
const besideProved: Rotation = { ...beside, provedAt: AT };
const switched: Rotation = {
  phase: 'switched',
  begunAt: AT,
  values: { clientId: 'other' },
  provedAt: null,
  switchedAt: AT,
  switchedIn: THIS_RUN,
  readBackAt: null,
};
const switchedProved: Rotation = { ...switched, provedAt: AT };
const switchedRead: Rotation = { ...switched, readBackAt: AT };
const done: Rotation = { ...switchedProved, readBackAt: AT };

const states = { none: null, beside, besideProved, switched, switchedProved, switchedRead, done } as const;
type StateName = keyof typeof states;

const events = {
  begin: { type: 'begin', at: LATER },
  entered: { type: 'entered', values: { clientId: 'newer' } },
  proved: { type: 'proved', at: LATER },
  switch: { type: 'switch', at: LATER, run: THIS_RUN, complete: true },
  switchIncomplete: { type: 'switch', at: LATER, run: THIS_RUN, complete: false },
  readBackHere: { type: 'read-back', at: LATER, run: THIS_RUN },
  readBackLater: { type: 'read-back', at: LATER, run: OTHER_RUN },
  undo: { type: 'undo' },
  removeOld: { type: 'remove-old', unproved: false, onlyThisRun: false },
  removeUnproved: { type: 'remove-old', unproved: true, onlyThisRun: false },
  removeThisRun: { type: 'remove-old', unproved: false, onlyThisRun: true },
  removeUnprovedThisRun: { type: 'remove-old', unproved: true, onlyThisRun: true },
  cancel: { type: 'cancel' },
  edited: { type: 'edited', run: OTHER_RUN },
} as const satisfies Record<string, RotationEvent>;
type EventName = keyof typeof events;

type Expected = readonly [Rotation | null, RotationMove] | 'refused';
const put = (from: Extract<Rotation, { phase: 'beside' }>): Expected => [
  {
    phase: 'switched',
    begunAt: from.begunAt,
    values: from.values,
    provedAt: from.provedAt,
    switchedAt: LATER,
    switchedIn: THIS_RUN,
    readBackAt: null,
  },
  'switch',
];
const refusedAll = Object.fromEntries(Object.keys(events).map((name) => [name, 'refused'])) as Record<
  EventName,
  Expected
>;
const besides: Partial<Record<EventName, Expected>> = {
  entered: [{ ...beside, values: { clientId: 'newer' }, provedAt: null }, 'none'],
  proved: [{ ...beside, provedAt: LATER }, 'none'],
  edited: [beside, 'none'],
  cancel: [null, 'drop-new'],
};
const voided: Expected = [{ ...switched, switchedIn: OTHER_RUN }, 'none'];

/** Every state and the effect of each event; anything not listed is rejected. */
const table: Readonly<Record<StateName, Partial<Record<EventName, Expected>>>> = {
  none: { begin: [{ phase: 'beside', begunAt: LATER, values: {}, provedAt: null }, 'none'] },
  beside: { ...besides, switch: put(beside) },
  besideProved: { ...besides, switch: put(besideProved) },
  switched: {
    proved: [{ ...switched, provedAt: LATER }, 'none'],
    readBackLater: [{ ...switched, readBackAt: LATER }, 'none'],
    undo: [beside, 'switch-back'],
    removeUnprovedThisRun: [null, 'drop-old'],
    edited: voided,
  },
  switchedProved: {
    proved: [switchedProved, 'none'],
    readBackLater: [{ ...switchedProved, readBackAt: LATER }, 'none'],
    undo: [besideProved, 'switch-back'],
    removeThisRun: [null, 'drop-old'],
    removeUnprovedThisRun: [null, 'drop-old'],
    edited: voided,
  },
  switchedRead: {
    proved: [{ ...switchedRead, provedAt: LATER }, 'none'],
    readBackLater: [switchedRead, 'none'],
    undo: [beside, 'switch-back'],
    removeUnproved: [null, 'drop-old'],
    removeUnprovedThisRun: [null, 'drop-old'],
    edited: voided,
  },
  done: {
    proved: [done, 'none'],
    readBackLater: [done, 'none'],
    undo: [besideProved, 'switch-back'],
    removeOld: [null, 'drop-old'],
    removeUnproved: [null, 'drop-old'],
    removeThisRun: [null, 'drop-old'],
    removeUnprovedThisRun: [null, 'drop-old'],
    edited: voided,
  },
};

describe('the life of a rotation', () => {
  const pairs = (Object.keys(states) as StateName[]).flatMap((state) =>
    (Object.keys(events) as EventName[]).map((event) => [state, event] as const),
  );
  it.each(pairs)('%s, %s', (state, event) => {
    const expected = { ...refusedAll, ...table[state] }[event];
    const before = JSON.stringify(states[state]);
    const answer = nextRotation(states[state], events[event]);
    expect(answer).toEqual(
      expected === 'refused'
        ? { ok: false, failure: 'not-now' }
        : { ok: true, value: { rotation: expected[0], move: expected[1] } },
    );
    expect(JSON.stringify(states[state])).toBe(before);
  });

  it('never removes an old secret that the new one was not read back for after a restart', () => {
    // Every sequence of up to six events, without those that force the removal: the old secret goes only after both
    // proof and read-back.
    const walk = (rotation: Rotation | null, way: readonly EventName[]): void => {
      if (way.length === 6) return;
      for (const name of Object.keys(events) as EventName[]) {
        if (name.startsWith('removeUnproved') || name === 'removeThisRun') continue;
        // Edited in the session that switched, so that only the other one can be read back.
        const event = name === 'edited' ? { ...events.edited, run: THIS_RUN } : events[name];
        const answer = nextRotation(rotation, event);
        if (!answer.ok) continue;
        if (answer.value.move === 'drop-old') {
          expect(way).toContain('proved');
          expect(way.lastIndexOf('readBackLater')).toBeGreaterThan(way.lastIndexOf('switch'));
          expect(way.lastIndexOf('readBackLater')).toBeGreaterThan(way.lastIndexOf('edited'));
        } else walk(answer.value.rotation, [...way, name]);
      }
    };
    walk(null, []);
  });
});
