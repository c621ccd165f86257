import { codeOfVariant, type FindingVariant, findingVariants, variantOf } from '@contract/finding-variants';
import { type FindingCode, findingCodes } from '@contract/findings';
import type { Facts } from '@contract/report';
import { systemFor, systems } from '@systems/catalogue';
import { type FindingWords, findingWords } from '@systems/finding-words';
import { providers } from '@systems/providers/catalogue';
import type { System } from '@systems/system';
import { describe, expect, it } from 'vitest';

/*
 * A finding names one party: whose job it is, in what to do, and as the recipient of the message. Checked as a reader
 * would, by the words that name a party and the verbs that hand something over to it.
 */

/** Parties as named in "What to do". */
const parties = {
  en: {
    network: /your network team/i,
    server:
      /whoever runs|Aeries Support|PowerSchool|ClassLink|Blackbaud|Veracross|FACTS|Edsembli|ONSIS_SISON@ontario\.ca/i,
    district: /the district/i,
    publisher: /the plugin’s publisher/i,
  },
  fr: {
    network: /votre équipe réseau/i,
    server:
      /l’exploitant d|soutien technique d’Aeries|PowerSchool|ClassLink|Blackbaud|Veracross|FACTS|Edsembli|ONSIS_SISON@ontario\.ca|son soutien technique/i,
    district: /\b(?:au|le) district/i,
    publisher: /l’éditeur/i,
  },
} as const;
type Party = keyof (typeof parties)['en'];

/** The languages whose words are listed here. */
type Language = keyof typeof parties;
const languages = Object.keys(parties) as readonly Language[];

/** A sentence that hands the job over, whatever comes before. */
const handsOver: Readonly<Record<Language, RegExp>> = {
  en: /^(?:send|ask|tell|write to|have)\b/i,
  fr: /^(?:envoyez|demandez|prévenez|écrivez|adressez-vous|faites faire)\b/i,
};
const onlyIf: Readonly<Record<Language, RegExp>> = {
  en: /^(?:if|otherwise|then|in that case)\b/i,
  fr: /^(?:si|s’|sinon|alors|dans ce cas)/i,
};
const nothing: Readonly<Record<Language, RegExp>> = {
  en: /^(?:you have nothing to do|nothing|wait)\b/i,
  fr: /^(?:vous n’avez rien à faire|rien|attendez)\b/i,
};
const below: Readonly<Record<Language, RegExp>> = {
  en: /the message below|send it to/i,
  fr: /le message ci-dessous|envoyez-le à/i,
};

/** Verbs that make somebody else act. */
const asks: Readonly<Record<Language, RegExp>> = {
  en: /\b(?:ask|tell|show|send|write to)\b/i,
  fr: /\b(?:demandez|prévenez|montrez|envoyez|écrivez|adressez-vous)\b/i,
};
const tooSaid: Readonly<Record<Language, RegExp>> = { en: /send it to/i, fr: /envoyez-le/i };

const sentences = (text: string): readonly string[] => text.split(/(?<=[.?])\s+(?=\p{Lu})/u);
const named = (text: string, language: Language): readonly Party[] =>
  (Object.keys(parties.en) as Party[]).filter((party) => parties[language][party].test(text));

/** Facts that turn a finding into its special case. */
function factsOf(variant: FindingVariant): Facts {
  const code = codeOfVariant(variant);
  const word = variant.slice(code.length + 1);
  const candidates: readonly Facts[] = [
    { problem: word },
    { reason: word },
    { problem: 'digest' },
    { why: word, problem: 'ntlm' },
    { identity: word },
    { status: 405 },
    { status: 501 },
    { retryAfter: 90 },
    {},
  ];
  const facts = candidates.find((one) => variantOf(code, one) === variant);
  if (facts === undefined) throw new Error(`No facts make ${variant}`);
  return facts;
}

interface Card {
  readonly name: string;
  readonly system: System | undefined;
  readonly code: FindingCode;
  readonly facts: Facts;
}

const cases: readonly (readonly [string, FindingCode, Facts])[] = [
  ...findingCodes.map((code) => [code, code, { seconds: 600, problem: 'basic' }] as const),
  ...findingVariants.map((variant) => [variant, codeOfVariant(variant), factsOf(variant)] as const),
];
const cardsOf = (system: System | undefined, whose: string = system?.id ?? 'any system'): readonly Card[] =>
  cases.map(([name, code, facts]) => ({ name: `${whose}: ${name}`, system, code, facts }));
const cards = [undefined, ...Object.values(systems)].flatMap((system) => cardsOf(system));

const wordsOf = ({ system, code, facts }: Card, language: Language): FindingWords =>
  findingWords({ code, subject: 'orgs', facts: { host: 'sis.example', ...facts } }, system, language);

/** Why a finding names more than one party; null if it does not. */
function disagreement(words: FindingWords, language: Language): string | null {
  const { job, whose, todo, send } = words;
  const steps = sentences(todo);
  const [first = ''] = steps;
  if (send !== undefined && !below[language].test(todo))
    return 'a message that "What to do" does not speak of';
  if (send === undefined && below[language].test(todo)) return 'no message to send';
  const bare = steps.find(
    (step) =>
      asks[language].test(step) &&
      named(step, language).length > 0 &&
      !below[language].test(step) &&
      !tooSaid[language].test(step),
  );
  if (bare !== undefined) return 'somebody to ask, and no text to send them';
  const receivers = steps
    .filter((step) => below[language].test(step))
    .flatMap((step) => named(step, language));
  switch (job) {
    case 'you':
      if (handsOver[language].test(first)) return 'nothing for the reader to do first';
      // The reader's own steps come first; the message is for when they do not help.
      return steps.some(
        (step) =>
          below[language].test(step) &&
          !onlyIf[language].test(step) &&
          !/ (?:if|otherwise) | si |sinon|: /i.test(step),
      )
        ? 'a message whatever the reader finds'
        : null;
    case 'nobody':
      return nothing[language].test(first) ? null : 'something to do that is nobody’s job';
    case 'network-team':
      return receivers.includes('network') ? null : 'a message to somebody else';
    case 'service-owner':
      return receivers.includes('server') ? null : 'a message to somebody else';
    case 'someone-else': {
      const [party] = named(whose, language);
      if (party === undefined) return `a party with no words here: ${whose}`;
      return receivers.includes(party) ? null : 'a message to somebody else';
    }
    case 'not-clear':
      return null;
  }
}

describe.each(languages)('a card in %s', (language) => {
  it.each(cards.map((card) => [card.name, card] as const))('names one party: %s', (_, card) => {
    const words = wordsOf(card, language);
    expect(disagreement(words, language), `${words.whose} | ${words.todo} | ${words.send ?? '–'}`).toBeNull();
  });

  it('names the same kind of party in the other language', () => {
    for (const card of cards) expect(wordsOf(card, language).job, card.name).toBe(wordsOf(card, 'en').job);
  });

  it('calls nobody a vendor, whose name means somebody else in some systems', () => {
    for (const card of cards) {
      const { whose, todo } = wordsOf(card, language);
      expect(whose, card.name).not.toMatch(/vendor|fournisseur/i);
      if (card.system?.id !== 'aeries-oneroster') expect(todo, card.name).not.toMatch(/vendor|fournisseur/i);
    }
  });
});

describe.each(languages)('a card of a OneRoster product in %s', (language) => {
  it.each(Object.values(providers))('names one party: $name', ({ id, name, vendor, isRunByVendor }) => {
    const all = cardsOf(systemFor({ system: 'oneroster', values: { provider: id } }), id);
    const wrong = all.flatMap((card) => {
      const words = wordsOf(card, language);
      const problem = disagreement(words, language);
      return problem === null ? [] : [`${card.name}: ${problem} | ${words.whose} | ${words.todo}`];
    });
    expect(wrong).toEqual([]);
    const owners = all
      .map((card) => wordsOf(card, language))
      .filter(({ job }) => job === 'service-owner')
      .map(({ whose }) => whose);
    expect(owners.length).toBeGreaterThan(10);
    // The board's own people, where the board runs the server; else the vendor, by its name.
    for (const owner of new Set(owners)) expect(owner).toContain(isRunByVendor === true ? vendor : name);
  });
});

describe.each(languages)('a message in %s', (language) => {
  const facts = { host: 'sis.example', port: 8443, via: 'proxy.example:3128', status: 503 };
  const seen = { at: '2026-01-05T15:04:05.000Z', timeZone: 'America/Toronto' };
  const messages = cards.flatMap(({ name, system, code, facts: own }) => {
    const step = { code, subject: 'orgs', facts: { ...own, ...facts } };
    const words = findingWords(step, system, language, seen);
    return words.send === undefined ? [] : [{ name, system, words, send: words.send }];
  });

  it('says when, to which server and with which status', () => {
    expect(messages.length).toBeGreaterThan(300);
    for (const { name, send } of messages) {
      expect(send, name).toMatch(/10[:\s\u00a0h]+04/);
      expect(send, name).toContain('sis.example');
      expect(send, name).toContain('503');
    }
  });

  it('names the computer it was tried from, unless the reader has nothing to do with the network', () => {
    const from = { en: 'From: ________', fr: 'Depuis\u00a0: ________' }[language];
    for (const { name, words, send } of messages)
      expect(send.includes(from), name).toBe(words.job !== 'someone-else');
  });

  it('names the server that makes the real calls, where it is another one, and whose connection it is', () => {
    const sms = { en: 'our SMS server', fr: 'notre serveur SMS' }[language];
    const board = { en: 'Board, BSID', fr: 'Conseil, BSID' }[language];
    for (const { name, system, words, send } of messages) {
      const onsis = system?.id === 'onsis';
      expect(send.includes(sms), name).toBe(onsis);
      if (words.job === 'network-team') {
        expect(send, name).not.toContain(board);
        expect(/SMS/.test(words.todo), name).toBe(onsis);
      }
      if (words.job === 'service-owner') expect(send.includes(board), name).toBe(onsis);
    }
  });

  it('leaves a gap for a time that is not known', () => {
    const { send } = findingWords({ code: 'server-error', subject: null, facts }, undefined, language);
    expect(send).toMatch(/^(?:When|Quand)\u00a0?: ________$/m);
  });

  it('says nothing twice', () => {
    for (const { name, send } of messages) {
      const lines = send.split('\n').filter((line) => line !== '');
      expect(new Set(lines).size, name).toBe(lines.length);
      expect(send.match(/8443/g)?.length ?? 0, name).toBeLessThanOrEqual(2);
    }
  });
});

describe('the reader of cards', () => {
  const card = (words: Partial<FindingWords>): FindingWords => ({
    title: 'A title',
    happened: 'It happened.',
    todo: 'Test again.',
    job: 'you',
    whose: 'Yours',
    next: 'test-again',
    sources: [],
    ...words,
  });
  const send = 'Hello,\n\nPlease.\n\nThank you';

  it.each([
    ['asks somebody else first', card({ todo: 'Ask the district to share it.' })],
    ['sends whatever is found', card({ todo: 'Test again. Send the message below to the district.', send })],
    ['asks without a text', card({ todo: 'Test again. If nothing changes, tell whoever runs it.' })],
    ['inherits a message', card({ todo: 'Tick the box, then test again.', send })],
    ['has no message', card({ job: 'network-team', todo: 'Send the message below to your network team.' })],
    [
      'sends past the owner',
      card({ job: 'service-owner', todo: 'Send the message below to the district.', send }),
    ],
    [
      'sends past the team',
      card({ job: 'network-team', todo: 'Send the message below to whoever runs it.', send }),
    ],
    ['makes work of nobody’s job', card({ job: 'nobody', whose: 'Nobody’s' })],
    [
      'names a party and writes to another',
      card({
        job: 'someone-else',
        whose: 'The district',
        todo: 'Send the message below to whoever runs it.',
        send,
      }),
    ],
  ])('finds a card that %s', (_, words) => {
    expect(disagreement(words, 'en')).not.toBeNull();
  });
});
