import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { noneInForce, type PoliciesInForce } from '@contract/policies';
import { ok, refuse } from '@contract/result';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runCli } from '../../../electron/cli/run-cli';
import { inForce } from '../../../electron/policies/in-force';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'policies-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const at = '/etc/school-api-setup-wizard/policies.json';
const given = (members: Record<string, unknown>) => inForce([{ name: at, read: async () => ok(members) }]);

async function run(argv: readonly string[], policies: PoliciesInForce) {
  let printed = '';
  const complaints: string[] = [];
  const done: string[] = [];
  const status = await runCli(argv, {
    path: (name) => name,
    input: Readable.from([]),
    print: (text) => {
      printed += text;
    },
    complain: (line) => complaints.push(line),
    language: 'en',
    policies,
    readCertificates: async () => refuse('not-a-certificate'),
    saved: async () => [],
    getReady: () => undefined,
    check: () => Promise.reject(new Error('checked')),
    practice: async () => void done.push('practice'),
  });
  return { status, printed, complaints, done };
}

describe('policies', () => {
  it('says that there are none, and where it looked', async () => {
    const { status, printed } = await run(['policies'], { ...noneInForce, places: [at] });
    expect(printed).toBe(`No policy is set on this computer. Looked for in:\n  ${at}\n`);
    expect(status).toBe(0);
  });

  it('says what is in force, from where, in either language', async () => {
    const policies = await given({
      allowedSystems: ['onsis'],
      forbidExport: true,
      longestClipboardSeconds: 10,
      presets: [{ id: 'a', system: 'powerschool', name: 'Maple', environment: 'test', values: {} }],
    });
    const { status, printed } = await run(['policies'], policies);
    expect(printed.split('\n')).toEqual([
      'In force:',
      `  presets: 1: Maple  (from ${at})`,
      `  allowedSystems: OnSIS  (from ${at})`,
      `  forbidExport: yes  (from ${at})`,
      `  longestClipboardSeconds: 10  (from ${at})`,
      '',
    ]);
    expect(status).toBe(0);
    expect((await run(['policies', '--lang', 'fr'], policies)).printed).toContain('forbidExport: oui');
  });

  it('says what is wrong, ends with 1, and lets no text steer the terminal', async () => {
    const policies = await given({ forbidExprt: true, 'evil\u001b[2J': 1, language: 'xx' });
    const { status, printed } = await run(['policies'], policies);
    expect(status).toBe(1);
    expect(printed).toContain(`  forbidExport: yes  (from ${at})\n`);
    expect(printed).toContain(
      `${at}, forbidExprt: there is no such policy; this one is meant, probably: forbidExport`,
    );
    expect(printed).toContain(`${at}, language: this value cannot be right; possible: en, fr`);
    expect(printed).toContain(`${at}, evil?[2J: there is no such policy`);
  });

  it('says the same as JSON', async () => {
    const policies = await given({ forbidReveal: 'no' });
    const { status, printed } = await run(['policies', '--json'], policies);
    expect(JSON.parse(printed)).toEqual({
      version: 1,
      policies: { forbidReveal: { value: true, from: at } },
      problems: [{ place: at, policy: 'forbidReveal', reason: 'wrong-type', detail: null }],
      places: [at],
    });
    expect(status).toBe(1);
  });

  it('understands no other word', async () => {
    expect((await run(['policies', '--file', 'x'], noneInForce)).status).toBe(2);
  });
});

describe('the command line under policies', () => {
  it('checks no file of a system that is not allowed', async () => {
    const file = join(folder, 'sis.json');
    writeFileSync(
      file,
      JSON.stringify({ system: 'powerschool', name: 'A', environment: 'test', values: {} }),
    );
    const { status, complaints } = await run(
      ['check', '--connection', file],
      await given({ allowedSystems: [] }),
    );
    expect(status).toBe(2);
    expect(complaints).toEqual([`${file}, system: your organization does not allow this system`]);
  });

  it('starts no practice server where practice is off', async () => {
    const off = await run(['practice'], await given({ forbidPractice: true }));
    expect([off.status, off.done]).toEqual([2, []]);
    expect((await run(['practice'], noneInForce)).done).toEqual(['practice']);
  });
});
