import { getHeapSnapshot } from 'node:v8';
import { systems } from '@systems/catalogue';
import { readReply } from '@systems/read-reply';
import { expect, it } from 'vitest';

/** Assembled at run time, so that no source file contains it. */
const mark = (name: string) => [name, 'kept', String(Math.sqrt(7)).slice(2)].join('X');
const paste = () =>
  [
    `Hello ${mark('prose')}`,
    `Client ID: ${mark('id')}9`,
    `Client Secret (${mark('note')}): ${mark('secret')}9, expires: ${mark('later')}`,
    `${mark('label')} Key: 1234`,
    `[${mark('section')}]`,
  ].join('\n');

async function marksInMemory(): Promise<ReadonlySet<string>> {
  let text = '';
  const found = new Set<string>();
  for await (const chunk of getHeapSnapshot()) {
    text = text.slice(-200) + String(chunk);
    for (const [, name = ''] of text.matchAll(/(\w{2,20})Xkept[X]\d{3,30}/g)) found.add(name);
  }
  return found;
}

it('keeps nothing of a text in memory once it was read', { timeout: 120_000 }, async () => {
  const kept = mark('control');
  expect([...(await marksInMemory())]).toEqual(['control']);
  expect(kept).not.toBe('');
  const told = new WeakRef(readReply(systems.powerschool, paste()));
  expect(told.deref()?.doubts.length).toBeGreaterThan(0);
  // A weak reference is kept until the end of its turn.
  await new Promise((done) => setTimeout(done, 10));
  expect([...(await marksInMemory())].filter((name) => name !== 'control')).toEqual([]);
});
