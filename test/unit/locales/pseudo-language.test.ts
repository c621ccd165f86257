import { EventEmitter } from 'node:events';
import { systemIds } from '@contract/connection-kinds';
import { codeOfVariant, findingVariants } from '@contract/finding-variants';
import { findingCodes, outcomes, stepIds } from '@contract/findings';
import { isLanguage, type Language, languages } from '@contract/languages';
import { rowKeys } from '@contract/list-row';
import { noneInForce } from '@contract/policies';
import type { Facts, Report, Step } from '@contract/report';
import { systems } from '@systems/catalogue';
import { findingWords } from '@systems/finding-words';
import { planOf } from '@systems/plan-of';
import { providers } from '@systems/providers/catalogue';
import type { System } from '@systems/system';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { main as english } from '../../../assets/locales/en/main';
import { printReport } from '../../../electron/cli/print-report';
import { runCli } from '../../../electron/cli/run-cli';
import { words as commandLine, sayProblem, sayTrouble } from '../../../electron/cli/words';
import { historyCsv } from '../../../electron/ipc/history-csv';
import { commandLineBug, endFatally, type Question, windowQuestion } from '../../../electron/log/fatal';
import { faultGroups } from '../../../electron/practice/faults/faults';
import { onsisPart } from '../../../electron/practice/onsis';
import { powerschoolPart } from '../../../electron/practice/powerschool';
import type { PracticePart, PracticeRequest } from '../../../electron/practice/practice-part';
import { practiceSystems } from '../../../electron/practice/practice-systems';
import { renderComparison } from '../../../electron/report/compare-words';
import { reportFileName } from '../../../electron/report/file-name';
import { networkRequest } from '../../../electron/report/network-request';
import { renderInShort, renderReport } from '../../../electron/report/render-report';
import { reportPage } from '../../../electron/report/report-page';
import { fullText, shortText } from '../../../electron/report/report-text';
import { askForCertificate } from '../../../electron/shell/window/file-dialogs';
import { offerContextMenu, setMenu } from '../../../electron/shell/window/menu';
import { CLOSING_PAGE } from '../../../electron/sign-in/closing-page';
import { exportFileName } from '../../../electron/transfer/file-name';
import { reportWith, step } from '../../fakes/reports';
import { goodValues } from '../../support/good-values';
import { planFor, practised } from '../../support/practised';
import { ordinaryWords, PSEUDO } from '../../support/pseudo-language';

/*
 * A language is only a row and a folder. This adds a pseudo-language through the two modules that look for them and
 * makes everything in main use it: any ordinary letter left is English hard-coded somewhere.
 */

vi.mock('@contract/language-rows', async (original) => {
  const { table } = await original<typeof import('@contract/language-rows')>();
  const { PSEUDO, pseudoRow } = await import('../../support/pseudo-language');
  return { table: { ...table, [PSEUDO]: pseudoRow } };
});
vi.mock('@contract/by-language', async (original) => {
  const real = await original<typeof import('@contract/by-language')>();
  const { withPseudo } = await import('../../support/pseudo-language');
  return {
    ...real,
    byLanguage: (area: string, find: () => Readonly<Record<string, unknown>>) =>
      real.byLanguage(area, () => withPseudo(find())),
  };
});

const shown = vi.hoisted(() => ({ menus: [] as unknown[], dialogs: [] as unknown[] }));
vi.mock('electron', () => ({
  app: {},
  Menu: {
    setApplicationMenu: () => undefined,
    buildFromTemplate: (template: unknown) => {
      shown.menus.push(template);
      return { popup: () => undefined };
    },
  },
  dialog: {
    showOpenDialog: async (options: unknown) => {
      shown.dialogs.push(options);
      return { canceled: true, filePaths: [] };
    },
  },
}));

/** Product names, units, and standards' terms: the same in every language. */
const same = ['School', 'API', 'Setup', 'Wizard', 'ms', 's', 'https', 'UTC', 'GMT'] as const;

const language = PSEUDO as Language;

/** The documents have one name in every language. */
const DOCUMENT = /docs\/vendors\/[\w#.-]+/g;

function expectPseudo(text: string, what: string, more: readonly string[] = []): void {
  const said = text.replaceAll(DOCUMENT, '');
  expect(ordinaryWords(said, [...same, ...more]), `${what}: ${text}`).toEqual([]);
}

/** Facts without Latin letters, except those with a closed set of values, which every language words itself. */
const facts: Facts = {
  host: '例.例',
  port: 8443,
  via: '例:8080',
  proxy: '例',
  addresses: ['203.0.113.7', '203.0.113.8'],
  waitSeconds: 12,
  subject: '例',
  issuer: '例',
  validFrom: '2025-05-01T00:00:00.000Z',
  validTo: '2027-06-21T12:00:00.000Z',
  daysLeft: 1500,
  names: ['例', '々'],
  protocol: '１.３',
  alert: 'other',
  status: 503,
  contentType: '例',
  bytes: 123456,
  guard: '例',
  url: '例',
  typed: '例',
  added: '々',
  from: '例',
  to: '々',
  retryAfter: 61,
  seconds: 7200,
  error: 'other',
  oauthProblem: 'other',
  codeMinor: 'other',
  version: '1.2',
  count: 4321,
  asked: '例',
  lookupMs: 1,
  connectMs: 2,
  tlsMs: 3,
  firstByteMs: 1400,
  totalMs: 2500,
};

const allSystems = Object.values(systems);
const everySystem = describe.each(allSystems.map((system) => [system.id, system] as const));
const fieldsOf = (system: System): readonly string[] => system.fields.map(({ id }) => id);

it('is one of the languages, by its row alone', () => {
  expect(languages).toContain(PSEUDO);
  expect(isLanguage(PSEUDO)).toBe(true);
});

describe('what finds English that stands in the code', () => {
  it('sees it beside words of the language, and between them', () => {
    expect(ordinaryWords('Ｔｈｅ server ａｎｓｗｅｒｓ', same)).toEqual(['server']);
    expect(ordinaryWords('１２ ms · School API Setup Wizard', same)).toEqual([]);
  });
});

everySystem('the findings of %s', (_, system) => {
  const [field = '', other = field] = fieldsOf(system);
  const given = { ...facts, field, other };
  const cases: readonly (readonly [(typeof findingCodes)[number], Facts])[] = [
    ...findingCodes.flatMap((code) => [[code, {}] as const, [code, given] as const]),
    ...findingVariants.flatMap((variant) => {
      const code = codeOfVariant(variant);
      const word = variant.slice(code.length + 1);
      return [
        { problem: word },
        { reason: word },
        { why: word, problem: 'ntlm' },
        { identity: word },
        { problem: 'digest' },
        { status: 405 },
        { status: 501 },
      ].map((more) => [code, { ...given, ...more }] as const);
    }),
    ...Object.keys(system.texts.en.notes ?? {}).map(
      (problem) => ['field-invalid', { ...given, problem }] as const,
    ),
  ];

  it('have no English in them', () => {
    for (const [code, some] of cases)
      for (const subject of [null, field]) {
        const {
          job: _,
          next: __,
          sources,
          ...said
        } = findingWords({ code, subject, facts: some }, system, language);
        for (const { how } of sources) expectPseudo(how, `${code} sources`, []);
        for (const [part, text] of Object.entries(said))
          expectPseudo(text ?? '', `${code} ${part}`, fieldsOf(system));
      }
  });
});

everySystem('the reports of %s', (_, system) => {
  const [field = null] = fieldsOf(system);
  const { problem: _problem, ...whole } = facts;
  const steps = (outcome: Step['outcome'], code: Step['code'], some: Facts): readonly Step[] =>
    stepIds.map((id) => step(id, outcome, code, some, 1234, id === 'address' ? field : null));
  const reports: readonly Report[] = outcomes
    .flatMap((outcome) =>
      (['ok', 'server-error', 'tls-intercepted', 'sign-in-cancelled', null] as const).flatMap((code) =>
        [{}, whole, { host: '例', waitSeconds: 2 }, { host: '例', via: '々', totalMs: 9 }].map((some) =>
          steps(outcome, code, some as Facts),
        ),
      ),
    )
    .map((some, at) => ({
      ...reportWith(some, '2026-03-02T14:05:06.000Z', system.id),
      app: `1.${at}`,
      connection: { id: null, system: system.id, name: 'メープル', environment: 'test' as const },
    }));
  const values = goodValues[system.id];
  const plan = planOf(system, { values, practice: false });
  const notAsked = plan.notTested;

  it('have no English in them, as JSON, as text and as a page', () => {
    for (const report of reports) {
      const rendered = renderReport(report, { system, language, plan, timeZone: 'UTC' });
      const { startedAt: _at, steps: renderedSteps, timeline, ...head } = rendered;
      const said = [
        JSON.stringify(Object.values({ ...head, outcome: '', findings: [] })),
        ...Object.values(timeline),
        ...rendered.findings.flatMap(({ about, finding }) => [about, ...Object.values(finding).flat()]),
        ...renderedSteps.flatMap(({ id: _id, code: _code, outcome: _outcome, bar: _bar, phases, ...one }) => [
          ...Object.values(one).filter((value) => typeof value === 'string'),
          ...phases.flatMap(({ name, took }) => [name, took]),
        ]),
      ];
      for (const text of said)
        expectPseudo(
          (text ?? '').replaceAll(/"(?:true|false|null)"?|\b(?:true|false|null)\b/g, ''),
          'told',
          notAsked,
        );
      const codes = [...findingCodes];
      expectPseudo(fullText(rendered, language), 'text', [...codes, ...notAsked]);
      expectPseudo(shortText(renderInShort(report, { system, language }), language), 'short', notAsked);
      const page = reportPage(rendered, language)
        .replaceAll(/<style>.*?<\/style>/gs, '')
        .replaceAll(/<[^>]*>/g, '');
      expectPseudo(page, 'page', [...codes, ...notAsked]);
      expect(
        reportFileName({ ...report, connection: { ...report.connection, name: '' } }, language, 'html'),
      ).toMatch(/^[^A-Za-z]+\.html$/);
    }
  });

  it('nor have comparisons and requests to the network team', () => {
    for (const [at, report] of reports.entries()) {
      const other = reports[(at + 7) % reports.length];
      if (other === undefined) continue;
      const { from, to, changes } = renderComparison(other, report, { system, language, timeZone: 'UTC' });
      for (const text of [from, to, ...changes]) expectPseudo(text, 'comparison');
      const connection = {
        name: 'メープル',
        environment: report.connection.environment,
        practice: false,
        values,
      };
      const text = networkRequest({ system, connection, report, language, timeZone: 'UTC' }) ?? '';
      expect(text).not.toBe('');
      // The servers' names come from the values.
      expectPseudo(text.replaceAll(/[\w-]+(?:\.[\w-]+)+/g, ''), 'request');
    }
  });
});

describe('the texts to send', () => {
  it('have no English in them', () => {
    const write = systems.onsis.registrationMail;
    for (const environment of ['production', 'test'] as const)
      for (const paeRedirectUrl of ['', '々']) {
        const mail = write?.(
          { values: { redirectUrl: '例', paeRedirectUrl }, name: 'メ', environment, boardNumber: '1' },
          language,
        );
        expectPseudo(`${mail?.subject}\n${mail?.body}`, 'mail');
      }
    for (const [id, system] of Object.entries(practiceSystems)) {
      const credentials = system.credentials('https://127.0.0.1:1');
      const values = Object.fromEntries(Object.keys(credentials.values).map((field) => [field, '例']));
      const secrets = Object.fromEntries(Object.keys(credentials.secrets).map((field) => [field, '々']));
      expectPseudo(system.reply(language, { values, secrets }), id, ['OAuth']);
    }
  });
});

describe('the practice server', () => {
  const request = (path: string, more: Partial<PracticeRequest> = {}): PracticeRequest => ({
    method: 'GET',
    path,
    query: new URLSearchParams(),
    headers: {},
    body: '',
    origin: 'https://127.0.0.1:1',
    address: 'https://127.0.0.1:1',
    at: 0,
    ...more,
  });

  it('names its faults in the language', () => {
    for (const one of practised)
      for (const { name, faults } of faultGroups(planFor(one), language))
        for (const text of [name, ...faults.map((fault) => fault.name)]) expectPseudo(text, one.name);
  });

  it('says everything on its pages in the language too', () => {
    const pages: readonly string[] = [
      pageOf(
        onsisPart(
          () => 0,
          () => 'https://127.0.0.1:1',
        ),
        request('/authorize'),
      ),
      pageOf(
        onsisPart(
          () => 0,
          () => 'https://127.0.0.1:1',
        ),
        request('/decision', { method: 'POST' }),
      ),
      pageOf(
        powerschoolPart(() => 0),
        request('/public/'),
      ),
      CLOSING_PAGE,
    ];
    for (const page of pages) {
      const own = [...page.matchAll(/<(?:span|div) lang="qps">(.*?)<\/(?:span|div)>/gs)].map(
        ([, text = '']) => text,
      );
      const french = page.match(/<(?:span|div) lang="fr">/g) ?? [];
      expect(french.length).toBeGreaterThan(0);
      expect(own.length, page).toBe(french.length);
      for (const text of own) expectPseudo(text.replaceAll(/<[^>]*>/g, ''), 'page');
    }
  });

  const pageOf = (part: Pick<PracticePart, 'answer'>, asked: PracticeRequest): string =>
    String(part.answer(asked).body);
});

describe('the desktop', () => {
  it('has no English in its menus and dialogs', async () => {
    setMenu(language, { show: () => undefined, openSupportFolder: () => undefined });
    const webContents = new EventEmitter();
    offerContextMenu({ webContents } as never, () => language);
    webContents.emit('context-menu', null, { isEditable: true, editFlags: {} });
    webContents.emit('context-menu', null, { isEditable: false, selectionText: '例' });
    await askForCertificate(null, language);
    const labels = [...JSON.stringify(shown.menus).matchAll(/"label":"([^"]*)"/g)].map(
      ([, label = '']) => label,
    );
    expect(labels.length).toBeGreaterThan(12);
    for (const label of labels) expectPseudo(label, 'menu');
    const names = [...JSON.stringify(shown.dialogs).matchAll(/"(?:title|name)":"([^"]*)"/g)].map(
      ([, name = '']) => name,
    );
    expect(names.length).toBe(3);
    for (const name of names) expectPseudo(name, 'dialog');
  });

  it('nor in what is said when the program breaks', () => {
    const questions: Question[] = [
      windowQuestion('gone', language),
      windowQuestion('unresponsive', language),
    ];
    endFatally(new Error('x'), {
      clear: () => undefined,
      note: () => ({}) as never,
      language: () => language,
      ask: (question) => {
        questions.push(question);
        return 1;
      },
      copy: () => undefined,
      exit: () => undefined,
    });
    expect(questions).toHaveLength(3);
    for (const { title, body, buttons } of questions)
      for (const text of [title, body, ...buttons]) expectPseudo(text, 'question');
    expectPseudo(commandLineBug({} as never, null, language), 'bug');
    expectPseudo(commandLineBug({} as never, '/々', language), 'bug');
  });

  it('nor in files and their names', () => {
    const at = '2026-01-05T08:00:00.000Z';
    const actions = Object.keys(english.history.action) as (keyof typeof english.history.action)[];
    const entries = actions.map((action) => ({
      at,
      connection: '0b6f2f0e-5f0f-4d55-9a4e-000000000000',
      name: 'メ',
      system: 'onsis' as const,
      field: 'clientSecret',
      action,
    }));
    expectPseudo(historyCsv(entries, language).replaceAll(at, ''), 'table');
    for (const kind of ['database', 'settings'] as const)
      expect(exportFileName(kind, language, new Date(at))).toMatch(/^[^A-Za-z]+\.(?:kdbx|json)$/);
  });
});

describe('the command line', () => {
  /** Ids of systems, products, fields and languages and an option's name, which are typed literally; products' names. */
  const ids = [
    ...systemIds,
    ...Object.values(providers).flatMap(({ id, name }) => [id, ...name.split(/[ ,]+/), name]),
    ...allSystems.flatMap(fieldsOf),
    ...languages,
    'saved',
    'provider',
  ];

  it('has no English in what it says', async () => {
    const said: string[] = [];
    const say = (text: string): void => void said.push(text);
    for (const argv of [['help'], ['々'], ['check', '--saved', '々']])
      await runCli(argv, {
        language,
        print: say,
        complain: say,
        saved: async () => [],
        path: (file) => file,
        input: (async function* () {})(),
        policies: noneInForce,
        getReady: () => undefined,
        readCertificates: () => Promise.reject(new Error('not asked')),
        check: () => Promise.reject(new Error('not asked')),
        practice: async () => undefined,
      });
    expect(said).toHaveLength(3);
    for (const text of said) expectPseudo(text, 'said', ids);
  });

  it('nor of what is wrong with what it was given', () => {
    const { problem, trouble, keyring } = english.commandLine;
    const reasons = [...Object.keys(problem), 'private-key', 'web-page'] as (keyof typeof problem)[];
    for (const reason of reasons)
      for (const [source, field] of [
        ['-', null],
        ['々', '例'],
      ] as const)
        expectPseudo(sayProblem({ source, field, reason }, language), reason, ids);
    for (const reason of Object.keys(keyring) as (keyof typeof keyring)[])
      expectPseudo(sayTrouble({ code: 'keyring-unavailable', reason }, language), reason);
    for (const code of Object.keys(trouble) as ('damaged' | 'misplaced')[]) {
      const one = { code, reason: 'locked', wroteBy: 'kwallet5', now: 'kwallet5' };
      expectPseudo(sayTrouble(one as never, language), code, ['KDE', 'Wallet', 'kwallet']);
    }
    for (const text of Object.values(commandLine[language].leftOut)) expectPseudo(text, 'left out');
  });

  everySystem('printing a report of %s', (_, system) => {
    it('says in the language what was left out and what is missing', () => {
      const missing = step('fields', 'failed', 'secret-missing', { field: fieldsOf(system)[0] ?? '' });
      const alternative = Object.keys(system.texts.en.alternatives ?? {})[0];
      const report: Report = {
        ...reportWith([missing], undefined, system.id),
        connection: { id: null, system: system.id, name: 'メ', environment: 'test' },
        ...(alternative === undefined ? {} : { alternative }),
      };
      const connection = {
        system,
        values: goodValues[system.id],
        siblings: [],
        environment: 'test' as const,
      };
      expectPseudo(printReport(report, connection, language, true), 'printed', fieldsOf(system));
    });
  });
});

describe('the list', () => {
  let pieces: Readonly<Record<string, unknown>>;
  beforeAll(async () => {
    const { pseudo } = await import('../../support/pseudo-language');
    const { first } = await import('../../../assets/locales/en/first');
    pieces = pseudo(first) as Readonly<Record<string, unknown>>;
  });

  it('has every sentence of its rows from the words', () => {
    for (const key of rowKeys) {
      const text = key
        .split('.')
        .reduce<unknown>((at, part) => (at as Record<string, unknown>)[part], pieces);
      expect(typeof text, key).toBe('string');
      expectPseudo(String(text).replaceAll(/\{\{\w+\}\}/g, ''), key);
    }
  });
});
