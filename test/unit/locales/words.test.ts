import { languageOf } from '@contract/by-language';
import type { Language } from '@contract/languages';
import { describe, expect, it } from 'vitest';
import { textOf } from '../../support/documents';
import { literally, type Row, rowsOf, wordedIn } from '../../support/words-table';

/* docs/words.md names one word for each thing; here the texts are held to it. */

const files = import.meta.glob<object>('../../../assets/locales/*/**/*.json', {
  eager: true,
  import: 'default',
});

const matchers = new Map<string, RegExp>();
/** A word or phrase as a whole; `*` at its end stands for any ending. Spaces match no-break spaces too. */
function matcherOf(phrase: string): RegExp {
  const known = matchers.get(phrase);
  if (known !== undefined) return known;
  const open = phrase.endsWith('*');
  const text = literally(open ? phrase.slice(0, -1) : phrase).replaceAll(' ', String.raw`\s+`);
  const end = open ? '' : String.raw`(?![\p{L}\p{N}_])`;
  const matcher = new RegExp(String.raw`(?<![\p{L}\p{N}_-])${text}${end}`, 'iu');
  matchers.set(phrase, matcher);
  return matcher;
}

/** Quotations in which a banned word stands rightly. */
const quoted: Readonly<Partial<Record<Language, readonly (readonly [quotation: string, why: string])[]>>> = {
  en: [
    ['School API Setup Wizard.app', 'the name of its folder on macOS'],
    ['School API Setup Wizard', 'the name of the product'],
    ['macOS keychain', 'Apple calls its keyring so'],
    ['Client identifier', 'a label of Aspen'],
    ['store login', 'a command'],
    ['Aeries login page', 'Aeries calls its page so'],
    ['address of the login page', 'Aeries calls its page so'],
    ['address of your login page', 'Aeries calls its page so'],
    ['basicConstraints CA:TRUE', 'the word of the certificate standard'],
    ['--ca', 'an option of the command line'],
    ['@ontario.ca', 'an address'],
    ['a link made by', 'not of a certificate'],
    ['sealed', 'the stores of secrets call it so, locked since a start'],
    ['Ed-Fi sandbox', 'Ed-Fi calls its own place to try things so'],
  ],
  fr: [
    ['store login', 'a command'],
    ['School API Setup Wizard', 'the name of the product'],
    ['scellé', 'the stores of secrets call it so, locked since a start'],
    ['plugin.xml', 'the name of a file'],
    ['Plugin Management Configuration', 'the label of a PowerSchool page'],
    ['Plugin Configuration', 'the label of a PowerSchool page'],
    ['(proxy)', 'the word that French technicians also say, beside the French one'],
    ['(Proxy URL)', 'a label of ClassLink'],
    ['Proxy URL', 'a label of ClassLink'],
    ['page d’accueil de PowerSchool', 'PowerSchool has a start page'],
    ['laissé entrer', 'not of a value'],
    ['laisse pas entrer', 'not of a value'],
    ['nom d’utilisateur', 'the term itself'],
    ['ticket Kerberos', 'Microsoft’s name for it; a case at the support is a billet'],
  ],
};

const quotationsIn = (language: Language): readonly string[] =>
  (quoted[language] ?? []).map(([quotation]) => quotation);

/** Without quotations, and without the names of the places to fill. */
const withoutQuoted = (text: string, language: Language): string =>
  quotationsIn(language).reduce(
    (rest, quotation) => rest.replaceAll(new RegExp(literally(quotation), 'gi'), '…'),
    text.replaceAll(/\{\{\w+\}\}/g, '…'),
  );

/** A text by its place: `en wizard.enter.title`. */
type Texts = readonly (readonly [place: string, text: string])[];

const textsIn = (words: object, path: string): Texts =>
  Object.entries(words).flatMap(([key, value]): Texts => {
    const place = `${path}.${key}`;
    return typeof value === 'string' ? [[place, value]] : textsIn(value as object, place);
  });
const textsOf = (language: Language): Texts =>
  Object.entries(files)
    .filter(([path]) => languageOf(path) === language)
    .flatMap(([path, words]) => textsIn(words, path.replace(/.*\/locales\//, '').replace(/\.json$/, '')));

/** Each banned word in a text, with the term to use and the place where it stands. */
const bannedIn = (texts: Texts, rows: readonly Row[], language: Language): readonly string[] =>
  texts.flatMap(([place, text]) => {
    const said = withoutQuoted(text, language);
    return rows.flatMap(({ terms, banned }) =>
      banned[language]
        .filter((phrase) => matcherOf(phrase).test(said))
        .map((phrase) => `“${phrase}” in place of “${terms[language].join(', ')}”, in ${place}: ${text}`),
    );
  });

const unusedTerms = (texts: Texts, rows: readonly Row[], language: Language): readonly string[] => {
  const all = texts.map(([, text]) => text).join('\n');
  return rows.flatMap(({ thing, terms }) =>
    terms[language].filter((term) => !matcherOf(term).test(all)).map((term) => `${thing}: ${term}`),
  );
};

const rows = rowsOf(textOf('docs/words.md'));
const worded = wordedIn(textOf('docs/words.md'));

/** Words before the label of a button, a box or a step. */
const pointers: Readonly<Partial<Record<Language, RegExp>>> = {
  en: /\b(?:press|click|choose|tick|under|step|with|then) “([^”{}]+)”/gi,
  fr: /(?:appuyez sur|cliquez sur|choisissez|choisissiez|cochez|sous|étape|avec|puis) «\u00a0([^»{}]+)\u00a0»/gi,
};
/** Labels that stand on screens of others. */
const foreign: Readonly<Partial<Record<Language, readonly string[]>>> = {
  en: [
    'Allow Always',
    'Enable the KDE wallet subsystem',
    'Display Consumer ID & Secret Keys for OneRoster',
    'Submit',
  ],
  fr: [
    'Toujours autoriser',
    'Activer le sous-système de portefeuilles de KDE',
    'Display Consumer ID & Secret Keys for OneRoster',
    'Submit',
  ],
};

/** Labels that a text sends the reader to, and that no button, heading or step has. */
const missingLabels = (texts: Texts, all: Texts, language: Language): readonly string[] => {
  const labels = new Set(all.map(([, text]) => text.replace(/…$/, '').replace(/^(\p{L}+)\s?:.*/u, '$1')));
  const pointer = pointers[language];
  if (pointer === undefined) return [];
  return texts.flatMap(([place, text]) =>
    [...text.matchAll(pointer)]
      .map(([, label = '']) => label)
      .filter((label) => !labels.has(label) && foreign[language]?.includes(label) !== true)
      .map((label) => `“${label}” in ${place}: ${text}`),
  );
};

describe('the table of docs/words.md', () => {
  it('is read whole', () => {
    expect(rows.length).toBeGreaterThan(40);
    for (const { thing, terms } of rows) {
      expect(thing).not.toBe('');
      for (const language of worded) expect(terms[language], thing).not.toEqual([]);
    }
  });

  it('bans no word that it names as a term, in the same language', () => {
    for (const language of worded) {
      const terms = rows.flatMap((row) => row.terms[language].map((term) => ['the table', term] as const));
      expect(bannedIn(terms, rows, language)).toEqual([]);
    }
  });
});

describe.each(worded)('the texts in %s', (language) => {
  const texts = textsOf(language);

  it('use the one word for each thing', () => {
    expect(texts.length).toBeGreaterThan(1000);
    expect(bannedIn(texts, rows, language)).toEqual([]);
  });

  it('use every term of the table', () => {
    expect(unusedTerms(texts, rows, language)).toEqual([]);
  });

  it('quote labels that are there, with these words', () => {
    expect(missingLabels(texts, texts, language)).toEqual([]);
  });

  it('hold every quotation that is let through', () => {
    const all = texts.map(([, text]) => text).join('\n');
    expect(quotationsIn(language).filter((one) => !all.includes(one))).toEqual([]);
  });
});

describe('the French texts', () => {
  it('are set as in Canada: a no-break space before a colon and inside guillemets, none before ; ? !', () => {
    const asInCanada = textsOf('fr')
      // Its columns are counted in single spaces.
      .filter(([place]) => place !== 'fr/command-line.usage')
      .filter(([, text]) => / :| »|« |[\u00a0 ][;?!]|\p{L}»|«\p{L}/u.test(text));
    expect(asInCanada).toEqual([]);
  });
});

describe('what finds banned words', () => {
  const page = [
    '| thing | English | French | not in English | not in French | where from |',
    '|---|---|---|---|---|---|',
    '| mail | email | courriel | e-mail, practis* | mél, au port | ours |',
  ].join('\n');
  const [row] = rowsOf(page);
  const table = row === undefined ? [] : [row];

  it('reads rows, lists and endings', () => {
    expect(row).toEqual({
      thing: 'mail',
      terms: { en: ['email'], fr: ['courriel'] },
      banned: { en: ['e-mail', 'practis*'], fr: ['mél', 'au port'] },
    });
  });

  it.each([
    ['en', 'Send the E-mail now.', 1],
    ['en', 'Practised by e-mail', 2],
    ['en', 'Send the email. The practice-e-mailer stays.', 0],
    ['fr', 'répond au\u00a0port 443', 1],
    ['fr', 'mélange au portail', 0],
  ] as const)('finds in %s “%s”: %i', (language, text, count) => {
    const found = bannedIn([['here', text]], table, language);
    expect(found).toHaveLength(count);
    for (const one of found) expect(one).toContain(`in here: ${text}`);
  });

  it('tells a label that is nowhere', () => {
    const all: Texts = [
      ['a', 'Test again'],
      ['b', 'Export…'],
      ['c', 'None: all is well'],
    ];
    const asks = (text: string) => missingLabels([['here', text]], all, 'en');
    expect(asks('Press “Test again”, choose “Export”, then “None”.')).toEqual([]);
    expect(asks('Press “Test once more”.')).toEqual(['“Test once more” in here: Press “Test once more”.']);
  });

  it('tells a term that no text uses', () => {
    expect(unusedTerms([['here', 'Send the emails.']], table, 'en')).toEqual(['mail: email']);
    expect(unusedTerms([['here', 'Send the email.']], table, 'en')).toEqual([]);
  });
});
