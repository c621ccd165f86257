import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { codeOfVariant, findingVariants, wordsOfCase } from '@contract/finding-variants';
import { type FindingCode, type FindingText, findingCodes, findings, type Job } from '@contract/findings';
import { main as english } from '../../assets/locales/en/main';
import { main as french } from '../../assets/locales/fr/main';
import { allFaults } from '../app/faults/all-faults';
import type { Fault } from '../app/faults/fault';
import { pretendedNetwork } from '../fakes/school-network';
import { practisedFaults } from './practised';

/* docs/findings.md: every finding, in both languages, and how the tests produce it. */

const root = resolve(import.meta.dirname, '../..');

/** Tests for findings that no server can produce: users, other connections, the keyring, this computer. */
const otherTests: Readonly<Partial<Record<FindingCode, string>>> = {
  'address-elsewhere': 'test/unit/systems/ed-fi.test.ts',
  'different-client-id': 'test/unit/systems/onsis.test.ts',
  'same-secret-in-test-and-production': 'test/unit/check/check-fields.test.ts',
  'same-api-in-test-and-production': 'test/unit/systems/onsis.test.ts',
  'proxy-sign-in-rejected': 'test/unit/http/proxy-sign-in.test.ts',
  'tls-revoked': 'test/unit/http/certificate.test.ts',
  'redirect-url-rejected': 'test/unit/sign-in/probes.test.ts',
  'sign-in-cancelled': 'test/unit/sign-in/authorization-code.test.ts',
  'sign-in-incomplete': 'test/unit/sign-in/authorization-code.test.ts',
  'answer-not-ours': 'test/unit/sign-in/authorization-code.test.ts',
  'callback-port-in-use': 'test/unit/sign-in/authorization-code.test.ts',
  'not-refused': 'test/unit/sign-in/probes.test.ts',
  'probably-accepted': 'test/unit/sign-in/probes.test.ts',
  cancelled: 'test/unit/http/network.test.ts',
  'secret-unreadable': 'test/unit/check/run-check.test.ts',
  'store-sealed': 'test/unit/shared-store/test-store.test.ts',
  'store-standby': 'test/unit/shared-store/test-store.test.ts',
  'store-not-set-up': 'test/unit/shared-store/test-store.test.ts',
  'store-namespace-unknown': 'test/unit/shared-store/test-store.test.ts',
  'store-place-missing': 'test/unit/shared-store/test-store.test.ts',
  'store-other-version': 'test/unit/shared-store/test-store.test.ts',
  'store-sign-in-rejected': 'test/unit/shared-store/sign-in.test.ts',
  'store-sign-in-ended': 'test/unit/shared-store/test-store.test.ts',
  'store-not-permitted': 'test/unit/shared-store/test-store.test.ts',
};

export interface FindingEntry {
  readonly code: FindingCode;
  /** How it is produced, one line each; empty if no test does. */
  readonly produced: readonly string[];
  /** The practice server's faults that lead to it, by where they can be chosen; may be empty. */
  readonly practised: readonly string[];
  /** Missing or empty texts, such as `fr: todo`. */
  readonly missing: readonly string[];
}

/** All findings, in the contract's order. */
export async function findingEntries(): Promise<readonly FindingEntry[]> {
  const { shop } = await allFaults(pretendedNetwork());
  return findingCodes.map((code) => ({
    code,
    practised: inPractice(code),
    produced: [...inLaboratory(code, shop.faults), ...elsewhere(code)],
    missing: [
      ...missingParts('en', english.findings.general[code]),
      ...missingParts('fr', french.findings.general[code]),
    ],
  }));
}

function inPractice(code: FindingCode): readonly string[] {
  const placesOf = new Map<string, Set<string>>();
  for (const { leadsTo, name, place } of practisedFaults())
    if (leadsTo.code === code) placesOf.set(name, (placesOf.get(name) ?? new Set()).add(place));
  const namesAt = new Map<string, string[]>();
  for (const [name, places] of placesOf) {
    const at = [...places].toSorted().join(', ');
    namesAt.set(at, [...(namesAt.get(at) ?? []), name]);
  }
  return [...namesAt].map(([at, names]) => `${at}: ${names.join('; ')}.`);
}

function inLaboratory(code: FindingCode, faults: readonly Fault[]): readonly string[] {
  return faults
    .filter(({ expected }) => (typeof expected === 'string' ? code === 'ok' : expected.code === code))
    .map(({ what, by }) => (by === 'nobody' ? what : `${what} (${by})`));
}

/** The file counts only if it names the finding. */
function elsewhere(code: FindingCode): readonly string[] {
  const file = otherTests[code];
  if (file === undefined) return [];
  const named = new RegExp(`(?<![\\w-])${code}(?![\\w-])`).test(readFileSync(resolve(root, file), 'utf8'));
  return named ? [`\`${file}\``] : [];
}

function missingParts(language: string, text: FindingText): readonly string[] {
  const parts = { title: text.title, happened: text.happened, todo: text.todo };
  return Object.entries(parts)
    .filter(([, words]) => words.trim() === '')
    .map(([part]) => `${language}: ${part}`);
}

const jobs: Readonly<Record<Job, string>> = {
  you: 'yours · à vous',
  'network-team': 'the network team’s · à l’équipe réseau',
  'service-owner': 'of whoever runs the server · à l’exploitant du serveur',
  nobody: 'nobody’s · à personne',
  'not-clear': 'not clear yet · pas encore établi',
};

/** The whole document, as Markdown. */
export function findingsDocument(entries: readonly FindingEntry[]): string {
  const intro = `# Findings

What a step of a check can conclude. Made by \`node scripts/findings.mjs\` from \`electron/contract\` and from the tables of
the fault laboratory (\`test/app/faults\`), where servers nobody here wrote produce the fault and the app names it in
Electron. “Practice faults” names those of the practice server (\`electron/practice/faults\`) that lead to the finding, and
the places of the check where they can be chosen. \`{{…}}\` stands for a fact of the report. Under a finding stand its special
cases (\`electron/contract/finding-variants.ts\`), each with the words that differ from the usual ones.
`;
  return `${[intro, ...entries.map(section)].join('\n')}`;
}

function section({ code, produced, practised }: FindingEntry): string {
  const [en, fr] = [english.findings.general[code], french.findings.general[code]];
  return `## \`${code}\`

Whose job: ${jobs[findings[code].job]}.

- **${en.title}.** ${en.happened} *What to do:* ${withOwner(en.todo, english)}
- **${fr.title}.** ${fr.happened} *Que faire :* ${withOwner(fr.todo, french)}

Produced in a test: ${produced.join('; ')}.
${variantsOf(code)}${practised.map((line) => `\nPractice faults, ${line}\n`).join('')}`;
}

/** As in a system that names nobody else. */
const withOwner = (todo: string, { findings: { instead } }: typeof english | typeof french): string =>
  todo.replaceAll('{{owner}}', instead.owner);

const variantsOf = (code: FindingCode): string =>
  findingVariants
    .filter((variant) => codeOfVariant(variant) === code)
    .map((variant) => {
      const en = wordsOfCase(english.findings.cases, variant);
      const fr = wordsOfCase(french.findings.cases, variant);
      return `\nCase \`${variant}\`:\n\n${lineOf(en, 'What to do:', english)}\n${lineOf(fr, 'Que faire\u00a0:', french)}\n`;
    })
    .join('');

function lineOf(
  { title, happened, todo }: Pick<Partial<FindingText>, 'title' | 'happened' | 'todo'>,
  todoHeading: string,
  language: typeof english | typeof french,
): string {
  const parts = [
    ...(title === undefined ? [] : [`**${title}.**`]),
    ...(happened === undefined ? [] : [happened]),
    ...(todo === undefined ? [] : [`*${todoHeading}* ${withOwner(todo, language)}`]),
  ];
  return `- ${parts.join(' ')}`;
}
