import {
  type CaseWords,
  codeOfVariant,
  type FindingVariant,
  findingVariants,
  variantFacts,
  variantOf,
  wordsOfCase,
} from '@contract/finding-variants';
import {
  type FindingCode,
  type FindingText,
  findingCodes,
  findings,
  type OwnFindingText,
  stepIds,
} from '@contract/findings';
import { languages } from '@contract/languages';
import { stepName } from '@contract/names';
import { systems } from '@systems/catalogue';
import { describe, expect, it } from 'vitest';
import { main as english } from '../../../assets/locales/en/main';
import { main as french } from '../../../assets/locales/fr/main';

type Texts = Readonly<Record<string, OwnFindingText>>;

const findingsEn: Readonly<Record<FindingCode, FindingText>> = english.findings.general;
const findingsFr: Readonly<Record<FindingCode, FindingText>> = french.findings.general;
const casesIn = (cases: CaseWords): Readonly<Record<FindingVariant, OwnFindingText>> =>
  Object.fromEntries(findingVariants.map((variant) => [variant, wordsOfCase(cases, variant)])) as Record<
    FindingVariant,
    OwnFindingText
  >;
const findingVariantsEn = casesIn(english.findings.cases);
const findingVariantsFr = casesIn(french.findings.cases);

/** General texts, special cases' texts, and each system's own, by location. */
const tables: readonly (readonly [string, 'en' | 'fr', Texts])[] = [
  ['general', 'en', findingsEn],
  ['general', 'fr', findingsFr],
  ['single cases', 'en', findingVariantsEn],
  ['single cases', 'fr', findingVariantsFr],
  ...Object.values(systems).flatMap(
    (system) =>
      [
        [system.id, 'en', system.texts.en.findings],
        [system.id, 'fr', system.texts.fr.findings],
      ] as const,
  ),
];

const partsOf = (text: OwnFindingText): readonly string[] =>
  [text.title, text.happened, text.todo, text.send].filter((part) => part !== undefined);

const placesOf = (text: string): readonly string[] =>
  [...text.matchAll(/\{\{(\w+)\}\}/g)].map((match) => match[1] ?? '');

/** The facts that are available whenever this finding's or case's text is shown. */
function factsBehind(of: string): readonly string[] {
  const isCase = findingVariants.find((variant) => variant === of);
  const code = isCase === undefined ? (of as FindingCode) : codeOfVariant(isCase);
  const { always, details } = findings[code].facts;
  // If a special case covers missing details, the usual text is shown only when they are known.
  return isCase === undefined && variantOf(code, {}) !== null ? [...always, ...details] : always;
}

/** Placeholders allowed besides facts: the step's subject, the system's name for the permission, and its owner. */
const OF_THE_STEP = ['subject', 'permission', 'owner'];
/** Facts that are there or not, and whose stand-in fits the sentence. */
const standsIn: Readonly<Record<string, readonly string[]>> = { 'timed-out': ['host'] };

describe.each([
  ['en', findingsEn],
  ['fr', findingsFr],
] as const)('the findings in %s', (_, texts) => {
  it.each(findingCodes)(
    '%s has all three parts, and a message exactly where it is somebody else’s job',
    (code) => {
      const { title, happened, todo, send } = texts[code];
      for (const part of [title, happened, todo]) expect(part.trim()).toBe(part);
      for (const part of [title, happened, todo]) expect(part.length).toBeGreaterThan(8);
      expect(title).not.toMatch(/[.!]$/);
      expect(happened).toMatch(/[.]$/);
      expect(todo).toMatch(/[.]$/);
      const someoneElse = findings[code].job === 'network-team' || findings[code].job === 'service-owner';
      if (someoneElse) expect(send).toBeDefined();
      if (send !== undefined) {
        expect(send).toMatch(/^(Hello|Bonjour),\n\n[\s\S]+\n\n(Thank you|Merci)$/);
        expect(todo).toMatch(/message below|message ci-dessous/);
      }
    },
  );
});

describe.each(tables)('the words of %s in %s', (_, language, texts) => {
  const all = Object.entries(texts).flatMap(([code, text]) =>
    partsOf(text).map((part) => [code, part] as const),
  );

  it('name only facts that are always there', () => {
    for (const [code, part] of all) {
      const own = variantFacts[code as FindingVariant] ?? [];
      const allowed = [...factsBehind(code), ...own, ...OF_THE_STEP, ...(standsIn[code] ?? [])];
      for (const place of placesOf(part)) expect(allowed, `${code}: ${part}`).toContain(place);
    }
  });

  it('use no word that blames, alarms or means nothing', () => {
    const forbidden =
      language === 'en'
        ? /\b(errors?|invalid|failed|failure|illegal|fatal|abort(ed)?|oops|sorry|you must)\b|!/i
        : /\b(erreurs?|invalides?|échec|échoué|illégal|fatal|désolés?)\b|!/i;
    for (const [code, part] of all) expect(part, code).not.toMatch(forbidden);
  });

  it('show no HTTP status and no finding code', () => {
    // A message to send may name a status, because server operators ask for it.
    for (const [code, part] of all.filter(([, text]) => !/^(Hello|Bonjour),/.test(text))) {
      expect(part, code).not.toMatch(/\b[45]\d\d\b/);
      for (const known of findingCodes.filter((one) => one.includes('-')))
        expect(part, code).not.toContain(known);
    }
  });

  it('are set as the language is set', () => {
    for (const [code, part] of all) {
      expect(part, code).not.toMatch(/['"]/);
      expect(part, code).not.toMatch(/ {2}/);
      if (language === 'en') continue;
      expect(part, code).not.toMatch(/ [:;?!»]|« /);
      expect(part, code).not.toMatch(/[“”]|\u00a0[;?!]/);
    }
  });
});

describe('a case of a finding that needs words of its own', () => {
  it.each(findingVariants)('%s says what happened, in both languages alike', (variant: FindingVariant) => {
    const [english, french] = [findingVariantsEn[variant], findingVariantsFr[variant]];
    expect(english.happened ?? english.todo).toBeDefined();
    expect(Object.keys(french).sort()).toEqual(Object.keys(english).sort());
    for (const part of ['title', 'happened', 'todo', 'send'] as const) {
      if (english[part] === undefined) continue;
      expect(french[part]).not.toBe(english[part]);
      expect(french[part]).not.toMatch(/\b(the|your|with|this|server|address|computer|was|and)\b/i);
    }
  });
});

describe('French', () => {
  it('says everything that English says, and says it in French', () => {
    for (const code of findingCodes) {
      const [english, french] = [findingsEn[code], findingsFr[code]];
      expect(Object.keys(french).sort()).toEqual(Object.keys(english).sort());
      for (const part of ['title', 'happened', 'todo', 'send'] as const) {
        if (english[part] === undefined) continue;
        expect(french[part]).not.toBe(english[part]);
        expect(french[part], code).not.toMatch(/\b(the|your|with|this|server|address|computer|was|and)\b/i);
      }
    }
  });

  it('does so for every system’s own words', () => {
    for (const { texts } of Object.values(systems)) {
      expect(Object.keys(texts.fr.findings).sort()).toEqual(Object.keys(texts.en.findings).sort());
      for (const [code, text] of Object.entries(texts.en.findings)) {
        const french = texts.fr.findings[code as keyof typeof texts.fr.findings];
        expect(Object.keys(french ?? {}).sort()).toEqual(Object.keys(text).sort());
      }
    }
  });
});

describe('a certificate nobody can judge from afar', () => {
  it.each(['tls-incomplete-chain', 'tls-untrusted-root'] as const)(
    '%s names a filter as the other reading',
    (code) => {
      expect(findingsEn[code].happened).toMatch(/filter/);
      expect(findingsFr[code].happened).toMatch(/filtre/);
    },
  );
});

describe('the names of the steps', () => {
  it.each(languages)('tell the steps apart, in %s', (language) => {
    const names = stepIds.map((id) => stepName(language, id));
    expect(new Set(names).size).toBe(stepIds.length);
  });
});

describe('the table of facts', () => {
  it('lists no fact twice for one finding', () => {
    for (const [code, row] of Object.entries(findings)) {
      const { always, details } = row.facts;
      const names = [...always, ...details];
      expect(new Set(names).size, code).toBe(names.length);
    }
  });
});
