import type { Connection, ConnectionView } from '@contract/connection';
import { describe, expect, it } from 'vitest';
import {
  beginNew,
  newDraft,
  nextState,
  resume,
  toSave,
  type WizardEvent,
  type WizardState,
} from '../../../../renderer/wizard/wizard-state';

const connection: Connection = {
  id: '6f1c1e1a-0000-4000-8000-000000000001',
  system: 'onsis',
  name: 'Maple DSB',
  environment: 'test',
  practice: false,
  boardNumber: 'B12345',
  values: { redirectUrl: 'https://sms.maple.example/cb', clientId: 'one' },
  setup: { step: 'register', registrationSentOn: null, finishedAt: null },
  lastCheck: null,
  createdAt: '2026-01-05T08:00:00.000Z',
  updatedAt: '2026-01-05T08:00:00.000Z',
};
const view: ConnectionView = { connection, secrets: { clientSecret: 'absent' } };
const at = (step: Connection['setup']['step']): WizardState =>
  resume(
    {
      ...view,
      connection: { ...connection, setup: { ...connection.setup, step } },
      siblings: [],
      lastReport: null,
    },
    false,
  );
const run = (state: WizardState, ...events: readonly WizardEvent[]) => events.reduce(nextState, state);

const begun = beginNew(newDraft(false, ''));
const everyState: readonly WizardState[] = [
  begun,
  at('choose'),
  at('register'),
  at('enter'),
  at('test'),
  at('finish'),
];
const report = {
  version: 1 as const,
  app: '1.0.0',
  connection: {
    id: connection.id,
    system: 'onsis' as const,
    name: 'Maple DSB',
    environment: 'test' as const,
  },
  startedAt: '2026-01-05T08:00:00.000Z',
  durationMs: 1,
  outcome: 'passed' as const,
  steps: [],
};

describe('the set-up as a state machine', () => {
  it('reaches no later step before there is a connection', () => {
    for (const to of ['register', 'enter', 'test', 'finish'] as const) {
      expect(nextState(begun, { type: 'moved', to })).toBe(begun);
    }
  });

  it('goes from any step to any other once there is one', () => {
    const steps = ['choose', 'register', 'enter', 'test', 'finish'] as const;
    for (const from of steps) {
      for (const to of steps) expect(nextState(at(from), { type: 'moved', to }).step).toBe(to);
    }
  });

  it('stays with a running check until it has ended', () => {
    const running = run(at('test'), { type: 'check-began', attempt: 'a', probe: 'none' });
    expect(nextState(running, { type: 'moved', to: 'enter' })).toBe(running);
    const ended = nextState(running, { type: 'check-ended', attempt: 'a', report, notSaved: false });
    expect(nextState(ended, { type: 'moved', to: 'enter' }).step).toBe('enter');
  });

  it('starts a check at the step Test and nowhere else', () => {
    for (const state of everyState) {
      const next = nextState(state, { type: 'check-began', attempt: 'a', probe: 'none' });
      expect(next.run?.kind === 'running').toBe(state.step === 'test');
    }
  });

  it('takes an answer only for the attempt it belongs to', () => {
    const busy = run(begun, { type: 'began', attempt: 'one' });
    expect(nextState(busy, { type: 'created', attempt: 'other', view, siblings: [] })).toBe(busy);
    expect(nextState(busy, { type: 'refused', attempt: 'other', failure: { code: 'busy' } })).toBe(busy);
    const refused = nextState(busy, { type: 'refused', attempt: 'one', failure: { code: 'not-saved' } });
    expect(refused).toMatchObject({ step: 'choose', busy: null, problem: { code: 'not-saved' } });
    expect(nextState(refused, { type: 'created', attempt: 'one', view, siblings: [] })).toBe(refused);
  });

  it('lets nothing be changed while the connection is being made', () => {
    const busy = run(
      begun,
      { type: 'answered', answer: { name: 'Maple' } },
      { type: 'began', attempt: 'one' },
    );
    expect(nextState(busy, { type: 'answered', answer: { name: 'Pine' } })).toBe(busy);
    expect(nextState(busy, { type: 'asked', question: 'redirect' })).toBe(busy);
    expect(nextState(busy, { type: 'began', attempt: 'two' })).toBe(busy);
  });

  it('drops a late save of another connection', () => {
    const state = at('enter');
    const other = { ...view, connection: { ...connection, id: '6f1c1e1a-0000-4000-8000-000000000009' } };
    expect(nextState(state, { type: 'saved', view: other })).toBe(state);
  });

  it('keeps what was typed when an answer arrives later', () => {
    const typed = run(at('enter'), { type: 'valued', values: { clientId: 'two' } }, { type: 'saved', view });
    expect(typed.draft.values.clientId).toBe('two');
  });

  it('takes over from main only the redirect URL of this computer', () => {
    const here = run(at('choose'), { type: 'answered', answer: { redirect: 'this-computer' } });
    expect(here.draft.values).toEqual({ clientId: 'one' });
    const url = 'http://127.0.0.1:53682/onsis/callback';
    const given = { ...view, connection: { ...connection, values: { clientId: 'old', redirectUrl: url } } };
    expect(nextState(here, { type: 'saved', view: given }).draft.values).toEqual({
      clientId: 'one',
      redirectUrl: url,
    });
  });

  it('shows no result that was made with other values or another secret', () => {
    const tested = run(
      at('test'),
      { type: 'check-began', attempt: 'a', probe: 'none' },
      { type: 'check-ended', attempt: 'a', report, notSaved: false },
      { type: 'moved', to: 'enter' },
    );
    expect(tested.run).toMatchObject({ kind: 'ended' });
    expect(
      nextState(tested, { type: 'valued', values: { clientId: 'one' } }).run,
      'nothing changed',
    ).toMatchObject({ kind: 'ended' });
    expect(nextState(tested, { type: 'valued', values: { clientId: 'two' } }).run).toEqual({
      kind: 'idle',
      report: null,
    });
    expect(nextState(tested, { type: 'secret-kept', field: 'clientSecret', state: 'saved' }).run).toEqual({
      kind: 'idle',
      report: null,
    });
  });

  it('accepts values only where they are asked for', () => {
    for (const state of everyState) {
      const next = nextState(state, { type: 'valued', values: { clientId: 'new' } });
      expect(next.draft.values.clientId === 'new').toBe(state.step === 'register' || state.step === 'enter');
      const marked = nextState(state, { type: 'marked-sent', on: '2026-01-05' });
      expect(marked.draft.registrationSentOn === '2026-01-05').toBe(state.step === 'register');
    }
  });

  it('asks main to keep nothing before there is a connection, a name and an environment', () => {
    expect(toSave(begun)).toBeNull();
    expect(toSave(at('register'))).toMatchObject({ id: connection.id, step: 'register', finished: false });
    expect(toSave(at('finish'))).toMatchObject({ step: 'finish', finished: true });
    expect(toSave(run(at('choose'), { type: 'answered', answer: { name: '  ' } }))).toBeNull();
  });

  it('practises with the redirect on this computer, which alone can run the whole sign-in', () => {
    expect(newDraft(true, 'Practice')).toMatchObject({
      redirect: 'this-computer',
      environment: 'test',
      practice: true,
    });
    expect(newDraft(false, '')).toMatchObject({ redirect: 'sis-server', environment: null });
  });
});
