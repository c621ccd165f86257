import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import { lacksOpenssl } from '../support/certificates';
import { type FindingEntry, findingEntries, findingsDocument } from '../support/findings-document';

let entries: readonly FindingEntry[];
beforeAll(async () => {
  if (lacksOpenssl) return;
  entries = await findingEntries();
});

it.skipIf(lacksOpenssl)('has a test for every finding', () => {
  const untried = entries.filter(({ produced }) => produced.length === 0).map(({ code }) => code);
  expect(
    untried,
    'add a fault in test/app/faults, or name its test in otherTests of test/support/findings-document.ts',
  ).toEqual([]);
});

it.skipIf(lacksOpenssl)('has every finding in both languages, with what happened and what to do', () => {
  expect(entries.flatMap(({ code, missing }) => missing.map((part) => `${code}, ${part}`))).toEqual([]);
});

it.skipIf(lacksOpenssl)(
  'stands in docs/findings.md as it is (node scripts/findings.mjs writes it anew)',
  () => {
    const written = readFileSync(resolve(import.meta.dirname, '../../docs/findings.md'), 'utf8');
    expect(written).toBe(findingsDocument(entries));
  },
);
