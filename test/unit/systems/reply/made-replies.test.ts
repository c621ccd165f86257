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
 * Rules that hold for every text, tried on generated ones: every result occurs in the text, two values are never merged
 * into one, no secret is shown in the clear. `npm run test:long` tries 100,000.
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
    // No secret in anything shown unmasked.
    const secrets = system.fields.filter(({ secret }) => secret).flatMap(({ id }) => planted[id] ?? []);
    for (const { field, value } of [...found, ...doubts.flatMap(({ candidates }) => candidates)]) {
      if (system.fields.find(({ id }) => id === field)?.secret === true) continue;
      for (const secret of secrets) expect(value, `${field}: ${why}`).not.toContain(secret);
    }
    // Every result was planted; nothing else followed a label.
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

/** The text in every encoding a value may have been decoded from, without spaces and quote marks between lines. */
function decodings(text: string): readonly string[] {
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
  // A Markdown table escapes its bar.
  const unescaped = escapes.replaceAll(/\\(["'`\\/|])/g, '$1').replaceAll(/\\[nrtbf]/g, '');
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
    // With tags alone, and with the contents of a damaged one.
    markup.replaceAll(/<script>.*?<\/script>|<\/?(?:table|tr|th|td|b|script)>/gi, ''),
    markup.replaceAll(/<script>.*?<\/script>|<\/?(?:table|tr|th|td|[abipqsu]|script)\b[^<>]*>/gi, ''),
  ]
    .flatMap((one) => [one, withoutPropertyEscapes(one)])
    .map(withoutGaps);
}

/** Without what may stand between the characters of a value: line breaks, quote marks of mails, invisible characters. */
const withoutGaps = (text: string): string => text.replaceAll(/[\s>\p{Cc}\u200b-\u200d\u2060\ufeff]/gu, '');

/** As Java properties files escape `:` and `=`. */
const withoutPropertyEscapes = (text: string): string => text.replaceAll(/\\(?=[:=#!])/g, '');

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
      // A choice has its own wording; a separate address and port are joined.
      if (kind === 'choice') continue;
      // Scopes from several lines or a list are joined.
      const parts = kind === 'scopes' ? value.split(/\s+/) : [value];
      const stands = parts.every((part) => {
        const run = withoutGaps(part);
        return texts.some(
          (one) =>
            one.includes(run) || (kind === 'address' && one.includes(run.replace(/:\d{2,5}(?=\/|$)/, ''))),
        );
      });
      expect(stands, `SEED=${seed} input ${index}: ${field} ${value} (${reading}) in\n${text}`).toBe(true);
    }
  }
  tellResult('mutated replies', seed, { texts: made, values });
});

/** Text that may accompany one of two values, saying which it is or nothing at all. */
const MARKS = [
  ...['test', 'UAT', 'recette', 'démo', 'acceptation', 'Préprod', 'prod', 'production', 'réel', 'live'],
  ...['Maple Elementary', 'old', 'ancien', 'your copy', 'for Pat', 'v2'],
];
const MARKED: readonly ((value: string, mark: string) => string)[] = [
  (value, mark) => `${value} (${mark})`,
  (value, mark) => `${value} [${mark}]`,
  (value, mark) => `${mark}: ${value}`,
  (value, mark) => `${value} for ${mark}`,
  (value) => value,
];

it('never reduces two values behind one label to one', { timeout: REPLIES * 20 + 60_000 }, () => {
  const texts = Math.ceil(REPLIES * 0.3);
  for (let index = 1; index <= texts; index += 1) {
    const random = seeded(seed + index * 15_485_863);
    const isSecret = random.chance(0.6);
    const [one, other] = ['1a2B3c', '9z8Y7x'].map((end) => {
      const value = `k${random.whole(100, 999)}${end}`;
      return isSecret ? value : `https://${value.toLowerCase()}.example`;
    }) as [string, string];
    const mark = (value: string) => random.pick(MARKED)(value, random.pick(MARKS));
    const label = isSecret ? 'Client Secret' : 'Server URL';
    const joint = random.pick([', ', ' or ', ' / ', '; ', ' ou ', ' and ']);
    const text = `${label}: ${mark(one)}${joint}${mark(other)}`;
    for (const environment of ['test', 'production', null] as const) {
      const { found } = readReply(systems.powerschool, text, { environment });
      for (const { value } of found)
        expect(
          value.includes(one) === value.includes(other),
          `SEED=${seed} input ${index}: ${value} in\n${text}`,
        ).toBe(true);
    }
  }
});

/** Layouts with a slot for a text that is neither a name nor an environment, and must not be shown. */
const WITH_CANARY: readonly ((canary: string) => string)[] = [
  (canary) =>
    `[${canary}]\nClient ID: a1b2\nClient Secret: c3d4e5\n\n[other]\nClient ID: x1y2\nClient Secret: z3z4`,
  (canary) => `## ${canary}\nClient ID: a1b2\n\n## other\nClient ID: x1y2`,
  (canary) => `=== ${canary} ===\nClient ID: a1b2\n\n=== other ===\nClient ID: x1y2`,
  (canary) => `${canary}:\n  Client ID: a1b2\nother:\n  Client ID: x1y2`,
  (canary) => `Test pw ${canary}:\nClient ID: a1b2\nProduction:\nClient ID: x1y2`,
  (canary) => `Here are your credentials for the test environment (${canary})\n\nClient ID: a1b2`,
  (canary) => `Client ID (test pw: ${canary}): a1b2\nClient ID (production): x1y2`,
  (canary) => `Client Secret: abc123 (prod pw: ${canary})`,
  (canary) => `Client Secret: abc123 (test ${canary}), def456 (prod)`,
  (canary) => `Password,Client ID,Client Secret\n${canary},a1b2,c3d4e5\nother,x1y2,z3z4`,
  (canary) => `Name,Client ID,Client Secret\n${canary},a1b2,c3d4e5\nOther,x1y2,z3z4`,
  (canary) => `Password\t${canary}\tother\nClient ID\ta1b2\tx1y2\nClient Secret\tc3d4e5\tz3z4`,
  (canary) => `\t${canary}\tother\nClient ID\ta1b2\tx1y2\nClient Secret\tc3d4e5\tz3z4`,
  (canary) =>
    `|  | Test | Production |\n|---|---|---|\n| Client ID | a1b2 | x1y2 |\n| Login | ${canary} | other |\n| Client Secret | c3d4 | z3z4 |`,
  (canary) => `{"label":"${canary}","client_id":"a1b2"} {"label":"other","client_id":"x1y2"}`,
  (canary) => `{"name":"${canary}","client_id":"a1b2"} {"name":"other","client_id":"x1y2"}`,
  (canary) => `{"${canary}":{"client_id":"a1b2"},"other":{"client_id":"x1y2"}}`,
  (canary) =>
    `<all><set name="${canary}"><clientId>a1b2</clientId></set><set name="b"><clientId>x1y2</clientId></set></all>`,
  (canary) => `On Monday the password ${canary} was set, Pat wrote:\n> Client ID: a1b2\n\nClient ID: x1y2`,
  (canary) => `Client ID: x1y2\n\nFrom: Pat ${canary}\nSent: Monday\nTo: Sam\n\nClient ID: a1b2`,
  (canary) => `Subject: sandbox ${canary}\n\nClient ID: a1b2`,
  (canary) => `Environment\nClient ID\nClient Secret\n${canary}\na1b2\nc3d4e5\nother9\nx1y2\nz3z4`,
];
const CANARIES = ['Zq8-Sup3r-Secret', 'Hunter2!', 'p@ssw0rd', 'xK9$mQ2', 'correcthorse', 'tr0ub4dor&3'];

it.each(CANARIES)('shows nothing of an unlabelled text above or beside values: %s', (canary) => {
  let told = 0;
  for (const layout of WITH_CANARY) {
    for (const environment of ['test', 'production', null] as const) {
      const { found, doubts } = readReply(systems.powerschool, layout(canary), { environment });
      for (const { heading, part } of [...found, ...doubts.flatMap(({ candidates }) => candidates)]) {
        told += 1;
        expect(`${heading} ${part}`, layout(canary)).not.toContain(canary);
      }
    }
  }
  expect(told).toBeGreaterThan(WITH_CANARY.length * 3);
});

describe('time', () => {
  const grown = (name: string, size: number): string => {
    const piece = hostile[name] ?? '';
    return typeof piece === 'string'
      ? piece.repeat(Math.ceil(size / piece.length)).slice(0, size)
      : piece(size);
  };
  /** This thread only: other tests share the processor. */
  const spent = (text: string): number => {
    const before = process.threadCpuUsage();
    readReply(systems.oneroster, text);
    const { user, system } = process.threadCpuUsage(before);
    return (user + system) / 1000;
  };
  const KIB = 1024;
  const MOST_RUNS = 6;

  it.each(Object.keys(hostile))('grows with the length alone: %s', (name) => {
    const [small, large] = [grown(name, 64 * KIB), grown(name, 256 * KIB)];
    // Four times the length; quadratic time would be sixteen times. Work that takes next to no time cannot be compared.
    // A busy computer only adds time, so the best of several runs counts.
    const isLinear = () => most < Math.max(60, least * 9);
    spent(small);
    let least = Math.min(spent(small), spent(small));
    let most = spent(large);
    for (let runs = 1; runs < MOST_RUNS && !isLinear(); runs += 1) {
      least = Math.min(least, spent(small));
      most = Math.min(most, spent(large));
    }
    expect(most).toBeLessThan(Math.max(60, least * 9));
  });
});
