import { beforeAll, describe, expect, it, vi } from 'vitest';
import { type Service, services } from '../../servers/spoilt-service';
import { ran } from '../../support/checked';
import {
  gibibyteIn,
  type HostileAnswer,
  hostileAnswers,
  send,
  trickyJson,
} from '../../support/hostile-answers';
import { type Place, placesOf, spoiltChecks } from '../../support/spoilt-check';

/*
 * Every system, every kind of request, every answer that no program should accept: each leads to its finding, in time,
 * using no more memory than one answer may take.
 */

const { at, run, listStep } = spoiltChecks();
let bombs: Awaited<ReturnType<typeof gibibyteIn>>;
beforeAll(async () => {
  bombs = await gibibyteIn();
});

/** The step that must report such an answer. */
function stepOf(service: Service, place: Place): string {
  if (place === 'probe') return 'reach';
  return place === 'last list' ? listStep(service, 'last') : 'sign-in';
}

const asJson = { 'content-type': 'application/json' };
/** Measured: 19 at most; the full answer would be 1,024. */
const MOST_MIB = 64;

describe.each(services)('%s', (service) => {
  it('is proved while nothing is spoilt', async () => {
    const { report } = await run(service, null);
    expect(report.outcome).toBe('passed');
    // Make sure that a missing probe in the table hides no probe in the plan.
    expect(at(service).plan.reach === null).toBe(!placesOf(service).includes('probe'));
  });

  describe.each(placesOf(service))('%s', (place) => {
    it(`each of ${hostileAnswers.length} answers ends in its finding`, async () => {
      for (const hostile of hostileAnswers) await expectFinding(service, place, hostile);
    });

    it('JSON with a catch is taken for what it is', async () => {
      const own = { probe: 'metadata', 'sign-in': 'access_token', 'last list': 'orgs' }[place];
      // Of Ed-Fi's lists, an empty one looks like this.
      const isList = service === 'ed-fi' && place === 'last list';
      for (const body of trickyJson(own).filter((each) => !(isList && each === '[]'))) {
        const found = await run(service, { place, answer: send(200, body, asJson) });
        const steps = ran(found.report).filter((line) => line.endsWith('failed'));
        expect(steps.join(), body).toMatch(
          /^(reach wrong-product|sign-in (token-malformed|unexpected-answer)|(permission\/\w+|data) unexpected-answer) failed/,
        );
        expect(JSON.stringify(found)).not.toMatch(/stolen|"first"/);
        expect({}).not.toHaveProperty(own);
      }
    });

    it('1 GiB out of next to nothing ends at 1 MiB, and takes no more memory', async () => {
      for (const coding of ['br', 'gzip'] as const) {
        const answer = send(200, bombs[coding], { ...asJson, 'content-encoding': coding });
        const watch = watchMemory();
        const { report } = await run(service, { place, answer });
        const grown = watch.stop();
        expect(ran(report)).toContain(`${stepOf(service, place)} answer-too-large failed`);
        expect(grown, `${coding}: growth in MiB`).toBeLessThan(MOST_MIB);
      }
    });
  });
});

async function expectFinding(service: Service, place: Place, hostile: HostileAnswer): Promise<void> {
  const { report } = await run(service, { place, answer: hostile.answer }, hostile.waitMs);
  const failed = report.steps.find((step) => step.outcome === 'failed');
  const told = failed === undefined ? 'nothing' : ran({ ...report, steps: [failed] }).join();
  expect(told, hostile.what).toBe(`${stepOf(service, place)} ${hostile.code} failed`);
  expect(failed?.facts, hostile.what).toMatchObject(hostile.facts ?? {});
  await vi.waitFor(() => expect(at(service).server.open(), hostile.what).toBe(0));
}

/** Watches this process's memory until stopped; returns the peak growth in MiB. */
function watchMemory(): { readonly stop: () => number } {
  const before = process.memoryUsage.rss();
  let most = before;
  const look = setInterval(() => {
    most = Math.max(most, process.memoryUsage.rss());
  }, 2);
  return {
    stop: () => {
      clearInterval(look);
      return (Math.max(most, process.memoryUsage.rss()) - before) / 1024 / 1024;
    },
  };
}
