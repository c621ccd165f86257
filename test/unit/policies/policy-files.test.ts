import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { policyNames, policyTable } from '@contract/policies';
import { DOMParser } from '@xmldom/xmldom';
import { describe, expect, it } from 'vitest';
import { judge } from '../../../electron/policies/judge';
import { REGISTRY_KEY } from '../../../electron/policies/registry';
import { policyFiles } from '../../support/policy-files';
import { lacksPython } from '../../support/python';

const root = join(import.meta.dirname, '../../..');
const files = policyFiles();
const named = (end: string): readonly string[] => [...files.keys()].filter((file) => file.endsWith(end));
const textOf = (end: string): string => files.get(named(end)[0] ?? '') ?? '';

describe('what follows from the table of policies', () => {
  it.each([...files])('stands in %s as it is (node scripts/policies.mjs writes it anew)', (file, text) => {
    expect(readFileSync(join(root, file), 'utf8')).toBe(text);
  });

  it('has a sample in which nothing is wrong', () => {
    const sample = JSON.parse(textOf('sample.json'));
    expect(Object.keys(sample)).toEqual(policyNames);
    expect(judge(sample).wrong).toEqual([]);
  });

  it('has a schema of all policies and no others', () => {
    const { properties, additionalProperties } = JSON.parse(textOf('schema.json'));
    expect(Object.keys(properties)).toEqual(policyNames);
    expect(additionalProperties).toBe(false);
  });

  it.skipIf(lacksPython)('has a profile for macOS that holds the same', () => {
    const script = 'import json,plistlib,sys; print(json.dumps(plistlib.loads(sys.stdin.buffer.read())))';
    const printed = execFileSync('python3', ['-c', script], { input: textOf('.mobileconfig') }).toString();
    const [{ PayloadType, ...payload }] = JSON.parse(printed).PayloadContent;
    expect(PayloadType).toBe('org.schoolapisetup.wizard');
    const policies = Object.fromEntries(
      Object.entries(payload).filter(([key]) => !key.startsWith('Payload')),
    );
    expect(policies).toEqual(JSON.parse(textOf('sample.json')));
  });
});

describe('the templates for Windows', () => {
  const parse = (text: string) => {
    const wrong: string[] = [];
    const onError = (_level: unknown, message: string) => wrong.push(message);
    const document = new DOMParser({ onError }).parseFromString(text, 'text/xml');
    expect(wrong).toEqual([]);
    return document;
  };
  const idsOf = (text: string, tag: string): readonly (string | null)[] =>
    [...parse(text).getElementsByTagName(tag)].map((one) => one.getAttribute('id'));
  const admx = textOf('.admx');

  it('have each policy once, at the place that is read', () => {
    const policies = [...parse(admx).getElementsByTagName('policy')];
    expect(policies.map((one) => one.getAttribute('name'))).toEqual(policyNames);
    for (const one of policies) {
      expect(`HKLM\\${one.getAttribute('key')}`).toBe(REGISTRY_KEY);
      expect(one.getAttribute('class')).toBe('Machine');
    }
    const written = [...admx.matchAll(/valueName="(\w+)"/g)].map(([, name]) => name);
    expect(written).toEqual(policyNames);
  });

  it.each(named('.adml'))('are worded in full: %s', (file) => {
    const adml = files.get(file) ?? '';
    const strings = idsOf(adml, 'string');
    const asked = [...admx.matchAll(/\$\(string\.(\w+)\)/g)].map(([, id]) => id);
    expect([...new Set(asked)].sort()).toEqual([...strings].sort());
    const presented = [...admx.matchAll(/\$\(presentation\.(\w+)\)/g)].map(([, id]) => id);
    expect(idsOf(adml, 'presentation')).toEqual(presented);
    expect(presented).toEqual(policyNames.filter((name) => policyTable[name].kind !== 'switch'));
  });
});
