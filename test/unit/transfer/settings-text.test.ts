import { LIMITS } from '@contract/connection';
import { describe, expect, it } from 'vitest';
import { duplicateKey } from '../../../electron/transfer/duplicate-key';
import { filledValues } from '../../../electron/transfer/portable-connection';
import { readSettingsText, settingsText } from '../../../electron/transfer/settings-text';
import { everySystem } from '../../fakes/portable-connection';

const one = {
  system: 'powerschool',
  name: 'Maple',
  environment: 'test',
  values: { serverUrl: 'https://sis.example', clientId: 'id' },
};
const list = (...connections: unknown[]) => ({ version: 1, connections });

describe('settings as plain JSON', () => {
  it('give back every open value of every system, and hold no secret', () => {
    const text = settingsText(everySystem);
    for (const { secrets } of everySystem) {
      for (const secret of secrets.values()) expect(text).not.toContain(secret);
    }
    const read = readSettingsText(text);
    expect(read.ok && read.value.connections).toEqual(
      everySystem.map(({ system, name, environment, values }) => ({
        id: null,
        system,
        name,
        environment,
        boardNumber: null,
        values: filledValues(values),
        secrets: new Map(),
        since: new Map(),
        more: new Map(),
      })),
    );
  });

  it('of one connection are the file that the command line reads', () => {
    const [first] = everySystem;
    if (first === undefined) throw new Error('There is no system');
    const { system, name, environment, values } = first;
    expect(JSON.parse(settingsText([first]))).toEqual({ system, name, environment, values });
    expect(readSettingsText(JSON.stringify(one)).ok).toBe(true);
  });

  it.each([
    ['not JSON', '{', 'not-json', null],
    ['nothing', '', 'not-json', null],
    ['a list', '[]', 'not-an-object', null],
    ['an empty object', '{}', 'missing-key', 'system'],
    ['a key too many', { ...one, proof: 1 }, 'unknown-key', 'proof'],
    ['a value of no field', { ...one, values: { proof: '1' } }, 'unknown-key', 'values.proof'],
    ['a secret', { ...one, values: { clientSecret: 's' } }, 'secret-in-values', 'values.clientSecret'],
    ['a number for a value', { ...one, values: { clientId: 7 } }, 'wrong-type', 'values.clientId'],
    [
      'an endless value',
      { ...one, values: { clientId: 'x'.repeat(LIMITS.value + 1) } },
      'wrong-type',
      'values.clientId',
    ],
    ['an endless name', { ...one, name: 'x'.repeat(LIMITS.name + 1) }, 'wrong-type', 'name'],
    ['no name', { ...one, name: ' ' }, 'wrong-type', 'name'],
    [
      'a name that is not what it looks like',
      { ...one, name: 'Maple \u202e' },
      'invisible-characters',
      'name',
    ],
    ['a key of such characters', { ...one, '\u202ekey\n': 1 }, 'unknown-key', '?key?'],
    ['another environment', { ...one, environment: 'staging' }, 'unknown-environment', 'environment'],
    ['another system', { ...one, system: 'infinite-campus' }, 'unknown-system', 'system'],
    ['a system by a name of every object', { ...one, system: 'constructor' }, 'unknown-system', 'system'],
    ['a list without a version', { connections: [one] }, 'missing-key', 'version'],
    ['a version without a list', { version: 1 }, 'missing-key', 'connections'],
    ['a newer version', { version: 2, connections: [one] }, 'newer-version', 'version'],
    ['an older version', { version: 0, connections: [one] }, 'wrong-type', 'version'],
    ['an empty list', list(), 'nothing-inside', 'connections'],
    ['a list of something else', list(one, 7), 'not-an-object', 'connections[1]'],
    [
      'one wrong value among good ones',
      list(one, { ...one, values: { clientId: null } }),
      'wrong-type',
      'connections[1].values.clientId',
    ],
    ['too many', list(...Array(LIMITS.connections + 1).fill(0)), 'too-many', 'connections'],
    ['a prototype', '{"__proto__": {"polluted": 1}, "system": "powerschool"}', 'unknown-key', '__proto__'],
    [
      'a prototype among the values',
      '{"system":"powerschool","name":"M","environment":"test","values":{"__proto__":{"polluted":1}}}',
      'unknown-key',
      'values.__proto__',
    ],
    [
      'a key twice',
      '{"system":"powerschool","system":"onsis","name":"M","environment":"test","values":{}}',
      'duplicate-key',
      'system',
    ],
    [
      'a value twice',
      `{"version":1,"connections":[${JSON.stringify(one)},{"system":"powerschool","name":"M","environment":"test","values":{"clientId":"a", "client\\u0049d" : "b"}}]}`,
      'duplicate-key',
      'connections[1].values.clientId',
    ],
    ['a key as long as the file', `{"${'k'.repeat(100_000)}":1}`, 'unknown-key', `${'k'.repeat(119)}…`],
  ] as const)('are refused with %s, naming the field', (_what, content, reason, field) => {
    const text = typeof content === 'string' ? content : JSON.stringify(content);
    expect(readSettingsText(text)).toEqual({ ok: false, failure: { reason, field } });
    expect(({} as { polluted?: number }).polluted).toBeUndefined();
  });

  it('are read in a moment, however deep they go', () => {
    const deep = `${'['.repeat(500_000)}${']'.repeat(500_000)}`;
    expect(readSettingsText(`{"values":${deep},"values":1}`).ok).toBe(false);
  });
});

describe('a key that stands twice', () => {
  it.each([
    ['{"a":1,"b":{"a":1},"c":[{"a":1},{"a":1}]}', null],
    ['{"a":"\\"a\\":1,","b":"a"}', null],
    ['{"a":{"b":1,"b":2}}', 'a.b'],
    ['[{"x":["x","x"]},{"x":{"y":[{"z":1,"z":2}]}}]', '[1].x.y[0].z'],
    ['{"a":1,"\\u0061":2}', 'a'],
    ['{"__proto__":1,"__proto__":2}', '__proto__'],
  ])('in %s: %s', (text, path) => {
    expect(duplicateKey(text)).toBe(path);
  });
});
