import { describe, expect, it } from 'vitest';
import { DEEPEST_JSON, readJson } from '../../../electron/http/read-json';

const bytes = (text: string) => new TextEncoder().encode(text);
const nested = (depth: number) => bytes('['.repeat(depth) + ']'.repeat(depth));

describe('readJson', () => {
  it.each([
    ['{"a":1}', { a: 1 }],
    ['\ufeff[]', []],
    ['"[[[\\"{{{"', '[[["{{{'],
    ['{"a":1,"a":2}', { a: 2 }],
  ])('reads %j', (text, value) => {
    expect(readJson(bytes(text))).toEqual({ ok: true, value });
  });

  it.each([
    [bytes('{'), 'not-json'],
    [bytes(''), 'not-json'],
    [bytes('<p>'), 'not-json'],
    [bytes("{'a':1}"), 'not-json'],
    [new Uint8Array([0xff, 0xfe, 0x7b, 0x00]), 'not-utf-8'],
    [nested(DEEPEST_JSON + 1), 'too-deep'],
    [bytes('['.repeat(1_000_000)), 'too-deep'],
  ])('refuses what is none (%#)', (body, failure) => {
    expect(readJson(body)).toEqual({ ok: false, failure });
  });

  it('reads as deep as the limit', () => {
    expect(readJson(nested(DEEPEST_JSON)).ok).toBe(true);
  });

  it('keeps __proto__ a name like any other', () => {
    const read = readJson(bytes('{"__proto__":{"polluted":true}}'));
    expect(read.ok && (read.value as Record<string, unknown>).polluted).toBeUndefined();
  });
});
