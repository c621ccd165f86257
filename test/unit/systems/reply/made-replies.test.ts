import { systems } from '@systems/catalogue';
import { type FoundValue, readReply } from '@systems/read-reply';
import type { System } from '@systems/system';
import { describe, expect, it } from 'vitest';
import { hostile } from '../../../support/hostile-replies';
import { tellResult } from '../../../support/long-result';
import { madePartial, madeReply } from '../../../support/made-replies';
import { mutatedText } from '../../../support/mutate';
import { chosenSeed, type Seeded, seeded } from '../../../support/seeded';

/*
 * Rules that hold for every text, tried on made ones: what is told stands in the text, two values are never reduced
 * to one, no secret is shown in clear. `npm run test:long` makes 100,000 of them.
 */

const REPLIES = Number(process.env.REPLY_TEXTS ?? 4_000);
const { seed } = chosenSeed('made replies');

const all = (system: System, text: string): readonly FoundValue[] => {
  const { found, doubts } = readReply(system, text);
  return [...found, ...doubts.flatMap(({ candidates }) => candidates)];
};
const some = (random: Seeded): System => random.pick(Object.values(systems));

it('tells all that was planted, and never one of two', { timeout: REPLIES * 20 + 60_000 }, () => {
  let asked = 0;
  const texts = Math.ceil(REPLIES * 0.6);
  for (let index = 1; index <= texts; index += 1) {
    const random = seeded(seed + index * 7919);
    const system = some(random);
    const { text, planted, kind } = madeReply(system, random);
    const { found, doubts } = readReply(system, text);
    const told = new Map<string, readonly string[]>([
      ...found.map(({ field, value }) => [field, [value]] as const),
      ...doubts.map(({ field, candidates }) => [field, candidates.map(({ value }) => value)] as const),
    ]);
    const why = `SEED=${seed} input ${index}, ${system.id}, ${kind}:\n${text}`;
    for (const [field, values] of Object.entries(planted)) {
      for (const value of values) expect(told.get(field), `${field}: ${why}`).toContain(value);
      if (values.length > 1) asked += 1;
    }
    // No secret in what is shown in clear.
    const secrets = system.fields.filter(({ secret }) => secret).flatMap(({ id }) => planted[id] ?? []);
    for (const { field, value } of [...found, ...doubts.flatMap(({ candidates }) => candidates)]) {
      if (system.fields.find(({ id }) => id === field)?.secret === true) continue;
      for (const secret of secrets) expect(value, `${field}: ${why}`).not.toContain(secret);
    }
    // What is told was planted; nothing else stood behind a label.
    for (const { field, value } of found)
      expect(planted[field], `${field} ${value}: ${why}`).toContain(value);
  }
  tellResult('made replies', seed, { texts, asked });
});

it('asks about a value that stands under one of two headings', { timeout: REPLIES * 20 + 60_000 }, () => {
  const texts = Math.ceil(REPLIES * 0.2);
  for (let index = 1; index <= texts; index += 1) {
    const random = seeded(seed + index * 15_485_863);
    const system = some(random);
    const { text, kind, both, one } = madePartial(system, random);
    const environment = random.pick([null, 'test', 'production'] as const);
    const { found, doubts } = readReply(system, text, { environment });
    const why = `SEED=${seed} input ${index}, ${system.id}, ${environment}, ${kind}:\n${text}`;
    const asked = (id: string) =>
      doubts.find(({ field }) => field === id)?.candidates.map(({ value }) => value) ?? [];
    expect(asked(both.field).toSorted(), why).toEqual(both.values.toSorted());
    expect(asked(one.field), why).toEqual([one.value]);
    expect(
      found.map(({ field }) => field),
      why,
    ).not.toContain(one.field);
  }
  tellResult('partial replies', seed, { texts });
});

/** The text in every coding a value may have been taken out of, without blanks and quote marks between lines. */
function decodings(text: string): readonly string[] {
  const bare = (one: string) => one.replaceAll(/[\s>\u200b-\u200d\u2060\ufeff]/g, '');
  const entities: Readonly<Record<string, string>> = {
    amp: '&',
    lt: '<',
    gt: '>',
    quot: '"',
    apos: "'",
    nbsp: '',
  };
  const markup = text.replaceAll(
    /&(amp|lt|gt|quot|apos|nbsp);/gi,
    (_, name: string) => entities[name.toLowerCase()] ?? '',
  );
  const percent = text.replaceAll('+', ' ').replaceAll(/(?:%[\da-f]{2})+/gi, (run) => {
    try {
      return decodeURIComponent(run);
    } catch {
      return run;
    }
  });
  const escapes = markup.replaceAll(/\\u([\da-f]{4})/gi, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
  const unescaped = escapes.replaceAll(/\\(["'`\\/])/g, '$1').replaceAll(/\\[nrtbf]/g, '');
  const doubled = text.replaceAll("''", "'").replaceAll('""', '"');
  const printable = text
    .replaceAll(/=[ \t]{0,3}(?:\r\n|\n|\r)(?:>[ \t]?)?/g, '')
    .replaceAll(/(?:=[\dA-F]{2})+/g, (run) => Buffer.from(run.replaceAll('=', ''), 'hex').toString('utf8'));
  return [
    text,
    markup,
    percent,
    escapes,
    unescaped,
    doubled,
    printable,
    // With tags alone, and with whatever stands in a damaged one.
    markup.replaceAll(/<script>.*?<\/script>|<\/?(?:table|tr|th|td|b|script)>/gi, ''),
    markup.replaceAll(/<script>.*?<\/script>|<\/?(?:table|tr|th|td|b|script)\b[^<>]*>/gi, ''),
  ].map(bare);
}

it('tells nothing that does not stand in the text', { timeout: REPLIES * 20 + 60_000 }, () => {
  let values = 0;
  const made = Math.floor(REPLIES * 0.4);
  for (let index = 1; index <= made; index += 1) {
    const random = seeded(seed + index * 104_729);
    const system = some(random);
    const text = mutatedText(madeReply(system, random).text, random);
    const texts = decodings(text);
    for (const { field, value, reading } of all(system, text)) {
      values += 1;
      const kind = system.fields.find(({ id }) => id === field)?.kind;
      // A choice is said in its own words; an address and a port that stand apart are put together.
      if (kind === 'choice') continue;
      const bare = value.replaceAll(/[\s>\u200b-\u200d\u2060\ufeff]/g, '');
      const stands = texts.some(
        (one) =>
          one.includes(bare) || (kind === 'address' && one.includes(bare.replace(/:\d{2,5}(?=\/|$)/, ''))),
      );
      expect(
        stands || kind === 'scopes',
        `SEED=${seed} input ${index}: ${field} ${value} (${reading}) in\n${text}`,
      ).toBe(true);
    }
  }
  tellResult('mutated replies', seed, { texts: made, values });
});

describe('time', () => {
  const grown = (name: string, size: number): string => {
    const piece = hostile[name] ?? '';
    return typeof piece === 'string'
      ? piece.repeat(Math.ceil(size / piece.length)).slice(0, size)
      : piece(size);
  };
  /** Of this thread alone: other tests share the processor. */
  const spent = (text: string): number => {
    const before = process.threadCpuUsage();
    readReply(systems.oneroster, text);
    const { user, system } = process.threadCpuUsage(before);
    return (user + system) / 1000;
  };
  const KIB = 1024;

  it.each(Object.keys(hostile))('grows with the length alone: %s', (name) => {
    const [small, large] = [grown(name, 64 * KIB), grown(name, 256 * KIB)];
    spent(small);
    const least = Math.min(spent(small), spent(small));
    const most = Math.min(spent(large), spent(large));
    // Four times the length; a square would be sixteen. What takes next to no time cannot be compared.
    expect(most).toBeLessThan(Math.max(60, least * 9));
  });
});
