import { codeOfVariant, findingVariants } from '@contract/finding-variants';
import { type FindingCode, findingCodes, findings } from '@contract/findings';
import type { Facts } from '@contract/report';
import { systems } from '@systems/catalogue';
import { findingWords } from '@systems/finding-words';
import { describe, expect, it } from 'vitest';
import { actionOf } from '../../../../renderer/report/situation';

/* The first button does what "What to do" says first. */

const cases: readonly (readonly [name: string, code: FindingCode, facts: Facts])[] = [
  ...findingCodes.map((code) => [code, code, {}] as const),
  ...findingVariants.map((variant) => {
    const code = codeOfVariant(variant);
    const problem = variant.slice(code.length + 1);
    return [variant, code, { problem, reason: problem }] as const;
  }),
];
const cards = [undefined, ...Object.values(systems)].flatMap((system) =>
  cases.map(([name, code, facts]) => {
    const words = findingWords({ code, subject: 'orgs', facts }, system, 'en');
    return { name: `${system?.id ?? 'any system'}: ${name}`, words, action: actionOf(words) };
  }),
);

/** How a text begins whose first step is at the values. */
const atValues = /^(?:Compare|Copy|Enter|Paste|Fill|Use the|Correct|Choose|Replace|Look at the note)\b/;
/** How a text begins whose first step is elsewhere, and then a test. */
const elsewhere =
  /^(?:Test|Wait|Check (?:which|whether|the)|Let this|Set this|Close|Connect|Restart|On the API)\b/;

describe('the first action of a card', () => {
  it.each(cards.map((card) => [card.name, card] as const))('fits what to do: %s', (_, { words, action }) => {
    if (action === 'test-again' && words.job !== 'nobody') expect(words.todo).not.toMatch(atValues);
    if (action === 'change-values') expect(words.todo).not.toMatch(elsewhere);
    if (action === 'send') expect(words.send).toBeDefined();
  });

  it('is told of what this test knows: some cards begin in each way', () => {
    expect(cards.filter(({ words }) => atValues.test(words.todo)).length).toBeGreaterThan(50);
    expect(cards.filter(({ words }) => elsewhere.test(words.todo)).length).toBeGreaterThan(50);
  });

  it('is that of the finding, unless a case or a system has its own', () => {
    for (const code of findingCodes) {
      const { next } = findingWords({ code, subject: null, facts: {} }, undefined, 'en');
      expect(next, code).toBe(findings[code].next);
    }
  });
});
