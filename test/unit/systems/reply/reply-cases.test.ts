import { systems } from '@systems/catalogue';
import { readReply } from '@systems/read-reply';
import { describe, expect, it } from 'vitest';
import { replyCases } from '../../../support/reply-cases/index';

describe('readReply, case by case', () => {
  it('has a name of its own for each case', () => {
    expect(new Set(replyCases.map(({ name }) => name)).size).toBe(replyCases.length);
  });

  it.each(replyCases)(
    '$system: $name',
    ({ system, text, environment, found, asked, offered, suggested, elsewhere }) => {
      const reading = readReply(systems[system], text, { environment: environment ?? null });
      expect(Object.fromEntries(reading.found.map(({ field, value }) => [field, value]))).toEqual(
        found ?? {},
      );
      const doubts = Object.fromEntries(reading.doubts.map(({ field, candidates }) => [field, candidates]));
      expect(reading.elsewhere).toBe(elsewhere ?? null);
      for (const [field, list] of Object.entries(offered ?? {})) {
        const all = doubts[field]?.map(({ value }) => value);
        for (const value of list) expect(all, field).toContain(value);
        delete doubts[field];
      }
      const values = (list: readonly string[]) => [...list].sort();
      expect(
        Object.fromEntries(
          Object.entries(doubts).map(([field, list]) => [field, values(list.map(({ value }) => value))]),
        ),
      ).toEqual(
        Object.fromEntries(
          Object.entries(asked ?? {}).map(([field, list]) => [
            field,
            values(list.map((one) => (typeof one === 'string' ? one : one[1]))),
          ]),
        ),
      );
      for (const [field, list] of Object.entries(asked ?? {})) {
        for (const one of list) {
          if (typeof one === 'string') continue;
          const [heading, value] = one;
          const candidate = doubts[field]?.find((each) => each.value === value);
          expect(`${candidate?.part} ${candidate?.heading}`, `${field} ${value}`).toContain(heading);
        }
      }
      for (const [field, value] of Object.entries(suggested ?? {})) {
        expect(doubts[field]?.filter((each) => each.suggested).map((each) => each.value)).toEqual([value]);
      }
    },
  );

  it('asks for either environment’s values while the set-up’s is not known', () => {
    const text = '## Sandbox\nClient ID: t-1\n\n## Production\nClient Secret: ps-22bb';
    const { found, doubts } = readReply(systems.powerschool, text);
    expect(found).toEqual([]);
    expect(doubts.map(({ field }) => field)).toEqual(['clientId', 'clientSecret']);
  });

  it.each([0, 1, 40])('says when there are more values than can be chosen between: %i more', (more) => {
    const lines = Array.from({ length: 12 + more }, (_, index) => `Client ID: a${index}x`);
    const { doubts, more: isMore } = readReply(systems.powerschool, lines.join('\n'));
    expect(doubts[0]?.candidates).toHaveLength(12);
    expect(isMore).toBe(more > 0);
  });

  it('says when a line holds more labels than are read', () => {
    const labels = (count: number) => 'Client ID: a '.repeat(count);
    expect(readReply(systems.powerschool, labels(900)).more).toBe(false);
    expect(readReply(systems.powerschool, labels(1100)).more).toBe(true);
  });
});
