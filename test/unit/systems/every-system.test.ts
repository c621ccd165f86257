import { variantOf } from '@contract/finding-variants';
import { type FindingCode, findings } from '@contract/findings';
import { languages } from '@contract/languages';
import { waitingFor } from '@contract/names';
import { systems } from '@systems/catalogue';
import { findingWords } from '@systems/finding-words';
import { canonicalLabel } from '@systems/labels';
import { redirectField, registeredFields } from '@systems/redirect-field';
import type { System } from '@systems/system';
import { describe, expect, it } from 'vitest';

const all: readonly System[] = Object.values(systems);

/** Every text of a system in one language, with a path to locate it. */
function textsIn(value: unknown, path: string): readonly (readonly [path: string, text: string])[] {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => textsIn(inner, `${path}.${key}`));
}
const shapeOf = (value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, shapeOf(inner)]))
    : typeof value;

const words = new Set(['subject', 'permission']);

describe.each(all.map((system) => [system.id, system] as const))('%s', (_, system) => {
  it('says the same things in both languages, and words every field', () => {
    const { en, fr } = system.texts;
    expect(shapeOf(fr)).toEqual(shapeOf(en));
    expect(Object.keys(en.fields).sort()).toEqual(system.fields.map((field) => field.id).toSorted());
    expect(en.guide.length).toBe(fr.guide.length);
    for (const [path, text] of [...textsIn(en, 'en'), ...textsIn(fr, 'fr')]) expect(text, path).not.toBe('');
  });

  it.each(languages)('speaks calmly in %s', (language) => {
    for (const [path, text] of textsIn(system.texts[language], language)) {
      expect(text, path).not.toMatch(/\berrors?\b|\binvalid|failed to|\berreurs?\b|\bnon valide|échec|!/i);
      if (language === 'fr') {
        // Canadian French: a no-break space inside guillemets and before a colon, none before ; and ?.
        expect(text, path).not.toMatch(/« |[^\u00a0]»|\S :| :|\s[;?]|[^/\d]'/);
      }
    }
  });

  it.each(languages)('leans only on facts that are always there, in %s', (language) => {
    const { findings: own, cases = {} } = system.texts[language];
    for (const [name, text] of Object.entries({ ...own, ...cases })) {
      const [code = ''] = name.split(':');
      const { always: sure, details } = findings[code as FindingCode].facts;
      // If a special case covers missing details, the usual text is shown only when they are known.
      const always: readonly string[] =
        variantOf(code as FindingCode, {}) === null ? sure : [...sure, ...details];
      for (const [path, one] of textsIn(text, name)) {
        const mentioned = [...one.matchAll(/\{\{(\w+)\}\}/g)].map((match) => match[1] ?? '');
        for (const fact of mentioned)
          expect(words.has(fact) || always.includes(fact), `${path}: ${fact}`).toBe(true);
      }
    }
  });

  it.each(languages)('has words for each thing that only some systems have, in %s', (language) => {
    const text = system.texts[language];
    const has = (value: unknown): boolean => value !== undefined;
    const redirect = redirectField(system);
    expect(has(text.registration)).toBe(has(system.registrationMail));
    expect(has(text.registration)).toBe(has(waitingFor(language, system.id)));
    expect(has(text.browserSignIn)).toBe(has(redirect));
    expect(has(text.boardNumber)).toBe(has(system.boardNumber));
    expect(has(text.openLink)).toBe(has(system.link));
    expect(has(text.rotation?.yearly)).toBe(has(system.rotation?.yearly));
    const optional = registeredFields(system).filter((field) => field !== redirect);
    expect(Object.keys(text.registration?.optional ?? {})).toEqual(optional.map(({ id }) => id));
  });

  it.each(languages)('has words for all it refers to, in %s', (language) => {
    const text = system.texts[language];
    const ids = system.fields.map((field) => field.id);
    for (const version of [null, '1.0', '99.0'])
      for (const id of system.replacing?.(version) ?? []) expect(text.instructions).toHaveProperty(id);
    for (const { id } of system.alternatives ?? []) expect(text.alternatives).toHaveProperty(id);
    expect(Object.keys(system.caseJobs ?? {}).sort()).toEqual(Object.keys(text.cases ?? {}).sort());
    for (const id of system.handOver ?? []) {
      expect(ids).toContain(id);
      expect(text.handOver?.names).toHaveProperty(id);
    }
    for (const field of Object.keys(system.replyLabels)) expect(ids).toContain(field);
    // The names of products are the same in every language, and stand with them.
    for (const { id, choices } of system.fields.filter(({ askedAt }) => askedAt !== 'choose'))
      expect(Object.keys(text.fields[id]?.choices ?? {})).toEqual(choices ?? []);
  });

  it('writes its reply labels in the form they are compared in, each for one field', () => {
    const labels = Object.values(system.replyLabels).flat();
    for (const label of labels) expect(canonicalLabel(label)).toBe(label);
    expect(new Set(labels).size).toBe(labels.length);
  });

  it('binds no secret while nothing was entered, and leaves nothing undone by it', () => {
    for (const [field, origins] of Object.entries(system.secretOrigins({}))) {
      expect(system.fields.find(({ id }) => id === field)?.secret).toBe(true);
      // Only a vendor's well-known address may replace one that was not entered.
      const fallbacks = system.fields.map(({ fallback }) => fallback);
      for (const origin of origins) expect(fallbacks).toContain(origin);
    }
    expect(() => system.notes({}, [], 'test')).not.toThrow();
    expect(() => system.tidied?.({})).not.toThrow();
    expect(() => system.plan({}, false)).not.toThrow();
  });
});

it('names the box to tick for a refused endpoint', () => {
  const refused = { code: 'permission-missing', subject: 'courses', facts: { host: 'd.example' } } as const;
  const en = findingWords(refused, systems['aeries-oneroster'], 'en');
  expect(en.title).toContain('Scheduling › Course Data');
  expect(en.todo).toContain('Scheduling › Course Data');
  const fr = findingWords(refused, systems['aeries-oneroster'], 'fr');
  expect(fr.title).toContain('Scheduling › Course Data');
});

it('names every box once where one text speaks of several refusals', () => {
  const subjects = ['orgs', 'schools', 'courses'];
  const refused = {
    code: 'permission-missing',
    subject: 'orgs',
    subjects,
    facts: { host: 'd.example' },
  } as const;
  const en = findingWords(refused, systems['aeries-oneroster'], 'en');
  expect(en.title).toContain('School Information › Schools and Scheduling › Course Data');
  expect(en.happened).toContain('orgs, schools and courses');
  const elsewhere = findingWords(refused, systems.oneroster, 'en');
  expect(elsewhere.title).toContain('orgs, schools and courses');
});

it('names an Aeries certificate that was pasted as the secret key', () => {
  const finding = {
    code: 'field-invalid',
    subject: 'consumerSecret',
    facts: { field: 'consumerSecret', problem: 'aeries-certificate' },
  } as const;
  const { title, happened } = findingWords(finding, systems['aeries-oneroster'], 'en');
  expect(title).toBe('A value may be wrong');
  expect(happened).toContain('AERIES-CERT');
  const general = findingWords(
    { ...finding, facts: { ...finding.facts, problem: 'line-breaks' } },
    undefined,
    'en',
  );
  expect(general.title).toBe('A value cannot be right as it is');
});
