import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { type Language, languages } from '@contract/languages';
import { noneInForce } from '@contract/policies';
import type { Report } from '@contract/report';
import { systemById } from '@systems/catalogue';
import { afterAll, expect, it } from 'vitest';
import { runCli } from '../../../electron/cli/run-cli';
import { renderInShort } from '../../../electron/report/render-report';
import { spoiltChecks } from '../../support/spoilt-check';
import { allMet } from './met/all';

/* One answer per conclusion of the table, as the command line words it, in both languages. */

const { at, run } = spoiltChecks();
const folder = mkdtempSync(join(tmpdir(), 'wizard-answers-'));
afterAll(() => rmSync(folder, { recursive: true }));

const conclusions = new Map(
  allMet.flatMap((group) =>
    group.rows.map((met) => [`${met.told}, ${met.step ?? group.place}`, { group, met }] as const),
  ),
);

async function printed(report: Report, values: object, language: Language): Promise<string> {
  const path = join(folder, 'connection.json');
  const { system, name, environment } = report.connection;
  writeFileSync(path, JSON.stringify({ system, name, environment, values }));
  let text = '';
  const status = await runCli(['check', '--connection', path], {
    path: (file) => file,
    input: Readable.from([]),
    print: (piece) => {
      text += piece;
    },
    complain: (line) => {
      text += line;
    },
    language,
    readCertificates: async () => ({ ok: true, value: [] }),
    saved: async () => [],
    policies: noneInForce,
    getReady: () => undefined,
    check: async () => report,
    practice: async () => undefined,
  });
  expect(status === 0, text).toBe(report.outcome !== 'failed');
  return text.replaceAll(/\s+/g, ' ');
}

it.each([...conclusions])('%s', async (_, { group, met }) => {
  const service = (met.services ?? group.services)[0];
  if (service === undefined) throw new Error(`${met.what} has no service`);
  const { report } = await run(service, { place: group.place, answer: met.answer });
  const system = systemById(at(service).system);
  for (const language of languages) {
    const text = await printed(report, at(service).values, language);
    for (const { about, finding, outcome } of renderInShort(report, { system, language }).findings) {
      if (outcome === 'passed') continue;
      for (const part of [about, finding.title, finding.happened, finding.whose, finding.todo])
        expect(text).toContain(part.replaceAll(/\s+/g, ' '));
    }
    expect(text).not.toMatch(/\{\{|undefined|\bnull\b/);
  }
});
