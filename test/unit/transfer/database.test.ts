import { systems } from '@systems/catalogue';
import { describe, expect, it } from 'vitest';
import { readDatabase, writeDatabase } from '../../../electron/transfer/database';
import { everySystem, longest } from '../../fakes/portable-connection';

const PASSWORD = 'correct horse battery ’staple’ 1';
/** The smallest Argon2 parameters, because this is not about password strength. */
const quick = { memory: 64, iterations: 1 };

describe('a database of connections', () => {
  it('gives back every field of every system', async () => {
    const bytes = await writeDatabase(everySystem, PASSWORD, quick);
    const read = await readDatabase(bytes, PASSWORD);
    if (!read.ok) throw new Error(read.failure.reason);
    expect(read.value.leftOut).toEqual([]);
    expect(read.value.otherEntries).toBe(0);
    expect(new Map(read.value.connections.map((one) => [one.system, one]))).toEqual(
      new Map(everySystem.map((one) => [one.system, one])),
    );
  });

  it('gives back the longest ones', async () => {
    const all = Object.values(systems).map(longest);
    const read = await readDatabase(await writeDatabase(all, PASSWORD, quick), PASSWORD);
    expect(read.ok && read.value.leftOut).toEqual([]);
    expect(read.ok && read.value.connections).toEqual(expect.arrayContaining(all));
  });
});
