import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type HangingPlace, hangingPlaces } from '../../support/hanging-checks';
import { WAIT_LIMIT_MS } from '../../support/limits';

/* However and wherever a check is cancelled, it says so and leaves nothing behind in this process or on a server. */

let places: readonly HangingPlace[];
beforeAll(async () => {
  places = await hangingPlaces();
});

/** Sockets, servers and timers that keep this process alive. */
const resources = (): readonly string[] =>
  process
    .getActiveResourcesInfo()
    .filter((kind) => /TCP|TLS|Timeout/.test(kind))
    .toSorted();

/** The resources added since; the test runner's own timers may expire meanwhile. */
function beyond(before: readonly string[], now: readonly string[]): readonly string[] {
  const known = [...before];
  return now.filter((kind) => {
    const at = known.indexOf(kind);
    if (at >= 0) known.splice(at, 1);
    return at < 0;
  });
}

/** Polls, without a timer of its own, until the two are equal or it gives up. */
async function become(look: () => unknown, wanted: unknown, what: string): Promise<void> {
  const began = performance.now();
  const same = () => JSON.stringify(look()) === JSON.stringify(wanted);
  while (!same() && performance.now() - began < WAIT_LIMIT_MS)
    await new Promise((resolve) => setImmediate(resolve));
  expect(look(), what).toEqual(wanted);
}

const PLACES = process.platform === 'win32' ? 18 : 19;
const unhandled: unknown[] = [];
const onUnhandled = (problem: unknown) => void unhandled.push(problem);
beforeAll(() => void process.on('unhandledRejection', onUnhandled));
afterAll(() => void process.off('unhandledRejection', onUnhandled));

describe.each(['cancelled', 'sleep'] as const)('a check stopped by %s', (why) => {
  // The number of places must be known before they are created.
  it.each(Array.from({ length: PLACES }, (_, at) => at))('ends cleanly at place %i', async (at) => {
    const place = places[at];
    if (place === undefined) throw new Error('There is no such place');
    const before = resources();
    const stop = new AbortController();
    const hanging = await place.begin(stop.signal);
    await hanging.hangs;
    stop.abort(why);
    const report = await hanging.report;
    const last = report.steps.filter(({ code }) => code !== null).at(-1);
    expect(`${last?.id}${last?.subject == null ? '' : `/${last.subject}`} ${last?.code}`, place.what).toBe(
      `${place.step} cancelled`,
    );
    expect(last?.facts).toEqual(why === 'sleep' ? { reason: 'sleep' } : {});
    await become(hanging.open, 0, `connections open at ${place.what}`);
    await hanging.stop();
    await become(() => beyond(before, resources()), [], `left by ${place.what}`);
    expect(unhandled).toEqual([]);
  });

  it('has a test for every place', () => expect(places).toHaveLength(PLACES));
});
