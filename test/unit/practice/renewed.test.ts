import type { SystemId } from '@contract/connection';
import { languages } from '@contract/languages';
import { ok } from '@contract/result';
import { systemById } from '@systems/catalogue';
import { readReply } from '@systems/read-reply';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PracticeRoom } from '../../../electron/practice/practice-room';
import { type PracticeServer, startPracticeServer } from '../../../electron/practice/practice-server';
import { practiceSystems } from '../../../electron/practice/practice-systems';
import { check, ran } from '../../support/checked';
import { ask } from '../../support/practice-client';

/* A rotation can be practised with every system: new values are generated and mailed, and the old ones expire. */

let server: PracticeServer;
beforeAll(async () => {
  server = await startPracticeServer();
});
afterAll(() => server.stop());

const practised = Object.keys(practiceSystems) as SystemId[];
const entered = (id: SystemId, at = server) => {
  const credentials = at.systems[id];
  if (credentials === undefined) throw new Error(`${id} cannot be practised`);
  return { ...credentials.values, ...credentials.secrets };
};

/** `passed`, or the sign-in's result with these values. */
async function signIn(id: SystemId, all: Readonly<Record<string, string>>): Promise<string> {
  // No browser here: a fake code is rejected only once the client is known.
  if (id === 'onsis') {
    const form = { grant_type: 'authorization_code', code: 'none' };
    const client = { client_id: all.clientId ?? '', client_secret: all.clientSecret ?? '' };
    const body = new URLSearchParams({ ...form, ...client });
    const { json } = await ask(all.tokenUrl ?? '', { method: 'POST', body, ca: server.ca });
    return (json as { error: string }).error === 'invalid_grant' ? 'passed' : 'refused';
  }
  const system = systemById(id);
  const values = Object.fromEntries(
    system.fields.flatMap(({ id: field, secret }) => (secret ? [] : [[field, all[field] ?? '']])),
  );
  const { report } = await check({
    plan: system.plan(values, true),
    url: server.origin,
    system,
    subject: { values, practice: true },
    ports: { now: () => Date.now(), secret: async (field) => ok(all[field] ?? '') },
    options: { extraRoots: [server.ca] },
  });
  if (report.outcome === 'passed') return 'passed';
  return ran(report).some((line) => line.startsWith('sign-in')) ? 'refused' : String(ran(report));
}

describe('renewed', () => {
  it('goes for every system that can be practised, which is every one there is', () => {
    expect(practised).toHaveLength(7);
  });

  it.each(practised)('%s: the new ones work and the old ones do not, as often as one likes', async (id) => {
    for (let round = 0; round < 3; round += 1) {
      const old = entered(id);
      expect(server.renew(id)).toBe(true);
      const made = entered(id);
      const system = systemById(id);
      const replaced = system.fields.filter(
        ({ id: field, secret }) => secret || system.rotation?.alongside.includes(field),
      );
      // The replaced values are exactly those that the wizard asks for again.
      for (const { id: field } of system.fields) {
        // An optional field that was left empty stays empty.
        if (made[field] === undefined && old[field] === undefined) continue;
        const isReplaced = replaced.some((one) => one.id === field);
        expect(made[field] === old[field], field).toBe(!isReplaced);
      }
      expect(await signIn(id, made)).toBe('passed');
      expect(await signIn(id, old)).toBe('refused');
      for (const language of languages) {
        // As the window reads a pasted reply during a rotation.
        const reading = readReply({ ...system, fields: replaced }, server.reply(id, language) ?? '');
        expect(Object.fromEntries(reading.found.map(({ field, value }) => [field, value]))).toEqual(
          Object.fromEntries(replaced.map(({ id: field }) => [field, made[field]])),
        );
      }
    }
  });
});

describe('the practice room', () => {
  it('still knows tomorrow which values were made last', async () => {
    let port: number | null = null;
    let renewed: readonly SystemId[] = [];
    const room = () =>
      new PracticeRoom({
        get: () => port,
        set: (chosen) => {
          port = chosen;
        },
        renewed: () => renewed,
        setRenewed: (systems) => {
          renewed = systems;
        },
      });
    const secrets: string[] = [];
    for (let day = 0; day < 3; day += 1) {
      const today = room();
      const letter = await today.reply('aeries-oneroster', 'en', true);
      const server = await today.server();
      if (server === null || letter === null) throw new Error('No practice server');
      secrets.push(entered('aeries-oneroster', server).consumerSecret ?? '');
      expect(letter).toContain(secrets.at(-1));
      await today.stop();
      const tomorrow = room();
      const again = await tomorrow.server();
      if (again === null) throw new Error('No practice server');
      expect(entered('aeries-oneroster', again).consumerSecret).toBe(secrets.at(-1));
      await tomorrow.stop();
    }
    expect(secrets[0]).not.toBe(secrets[1]);
    expect(secrets[1]).not.toBe(secrets[2]);
  });
});
