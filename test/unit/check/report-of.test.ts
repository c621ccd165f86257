import { type Report, reportSchema } from '@contract/report';
import { expect, it } from 'vitest';
import { onceLoaded } from '../../../electron/check/report-of';
import { aConnection } from '../../fakes/connections';
import { ran } from '../../support/checked';

const never = () => new Promise<never>(() => undefined);
const begin = (signal: AbortSignal, loading: Promise<unknown>, check: () => Promise<Report>) =>
  onceLoaded(loading, { signal, connection: aConnection(), appVersion: '1.0.0' }, check);

it.each([
  ['cancelled', {}],
  ['sleep', { reason: 'sleep' }],
] as const)(
  'answers at once when it is stopped (%s) while what it needs is being loaded',
  async (why, facts) => {
    const stop = new AbortController();
    let checked = false;
    const report = begin(stop.signal, never(), () => {
      checked = true;
      return never();
    });
    stop.abort(why);
    reportSchema.parse(await report);
    expect(ran(await report)).toEqual(['fields cancelled failed']);
    expect((await report).steps[0]?.facts).toEqual(facts);
    expect(checked).toBe(false);
  },
);

it('leaves the answer to the check once all is there', async () => {
  const stop = new AbortController();
  const report = begin(stop.signal, Promise.resolve(), async () => ({ app: 'the check itself' }) as Report);
  expect(await report).toEqual({ app: 'the check itself' });
});

it('passes on that it could not be loaded', async () => {
  const lost = begin(new AbortController().signal, Promise.reject(new Error('lost')), never);
  await expect(lost).rejects.toThrow('lost');
});
