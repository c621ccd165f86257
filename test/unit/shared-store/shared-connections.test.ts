import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Connection } from '@contract/connection';
import { ok } from '@contract/result';
import { beforeEach, describe, expect, it } from 'vitest';
import { NOTHING_SHARED } from '../../../electron/connections/shared-file';
import { aConnection } from '../../fakes/connections';
import { FakeCipher } from '../../fakes/secret-cipher';
import { MemoryStore, type Mishap } from '../../fakes/shared-store';
import {
  openWizard,
  signIn,
  storeSettings,
  type Wizard,
  type WizardOptions,
} from '../../support/sharing-wizard';
import { temporaryFolder } from '../../support/temporary-folder';

const FOLDER = 'Maple DSB';
const ORIGIN = 'https://sis.maple.example';
let store: MemoryStore;
let clock = new Date('2026-02-01T10:00:00.000Z');

const connection = (change: Partial<Connection> = {}) =>
  aConnection({
    system: 'powerschool',
    name: 'Maple',
    boardNumber: '',
    values: { serverUrl: ORIGIN, clientId: 'maple-lib' },
    setup: { step: 'finish', registrationSentOn: null, finishedAt: '2026-01-05T08:00:00.000Z' },
    ...change,
  });

async function wizard(person: string, more: Partial<WizardOptions> = {}): Promise<Wizard> {
  const made = openWizard({
    folder: temporaryFolder(),
    store: store.client(person),
    now: () => clock,
    ...more,
  });
  await signIn(made);
  return made;
}

async function enter(one: Wizard, id: string, secret: string): Promise<void> {
  const origins = [one.connections.get(id)?.values.serverUrl ?? ''];
  expect(await one.vault.save({ connection: id, field: 'clientSecret' }, secret, origins)).toMatchObject({
    ok: true,
  });
}
const shown = async (one: Wizard, id: string) => {
  const revealed = await one.vault.reveal({ connection: id, field: 'clientSecret' });
  return revealed.ok ? revealed.value : revealed.failure;
};
const standing = (one: Wizard, id: string) => one.shared.view().rows.find((row) => row.id === id)?.standing;
async function change(one: Wizard, id: string, values: Partial<Connection>): Promise<void> {
  const before = one.connections.get(id);
  expect(before && one.connections.replace({ ...before, ...values })).toMatchObject({ ok: true });
}
async function bring(one: Wizard, id: string) {
  const ref = { folder: FOLDER, id };
  const offered = await one.shared.offer(ref);
  if (!offered.ok) return offered;
  const { written, origins } = offered.value;
  return one.shared.bring(ref, { version: written.version, origins });
}
const step = async (one: Wizard, id: string) => {
  const [outcome] = await one.shared.keepInStep([id]);
  return outcome?.result.ok === true ? outcome.result.value : outcome?.result.failure.code;
};

/** Marie has shared a connection, and Paul has brought it. */
async function shared(more: Partial<WizardOptions> = {}) {
  const [marie, paul] = [await wizard('marie'), await wizard('paul', more)];
  const { id } = connection();
  marie.connections.create(connection({ id }));
  await enter(marie, id, 'first');
  expect(await marie.shared.publish([id], FOLDER)).toEqual([{ id, result: ok(null) }]);
  expect(await bring(paul, id)).toEqual(ok('pulled'));
  return { marie, paul, id, ref: { folder: FOLDER, id } };
}

beforeEach(() => {
  clock = new Date('2026-02-01T10:00:00.000Z');
  store = new MemoryStore(() => clock);
});

describe('sharing', () => {
  it('publishes, lists, offers and brings', async () => {
    const { marie, paul, id } = await shared();
    expect(standing(marie, id)).toBe('in-step');
    expect(await shown(paul, id)).toBe('first');
    expect(paul.connections.get(id)).toMatchObject({ name: 'Maple', values: { serverUrl: ORIGIN } });
    expect(marie.noted).toEqual([{ field: 'clientSecret', action: 'published' }]);
    expect(paul.noted).toEqual([{ field: 'clientSecret', action: 'brought' }]);
    const third = await wizard('third');
    expect((await third.shared.refresh()).ok).toBe(true);
    expect(third.shared.view().rows).toMatchObject([
      {
        id,
        folder: FOLDER,
        standing: 'not-here',
        about: { name: 'Maple' },
        there: { by: 'marie', version: 1 },
      },
    ]);
  });

  it('keeps no secret in clear, and no token', async () => {
    const { marie } = await shared();
    const text = readFileSync(join(marie.folder, 'shared.json'), 'utf8');
    expect(text).toContain('maple-lib');
    expect(text).not.toContain('first');
    expect(text).not.toContain('a token');
  });

  it('brings what changed there and writes what changed here', async () => {
    const { marie, paul, id } = await shared();
    await enter(marie, id, 'second');
    await change(marie, id, { name: 'Maple DSB' });
    expect(standing(marie, id)).toBe('changed-here');
    expect(await step(marie, id)).toBe('pushed');
    expect(standing(marie, id)).toBe('in-step');
    await paul.shared.refresh();
    expect(standing(paul, id)).toBe('changed-there');
    expect(await step(paul, id)).toBe('pulled');
    expect(await shown(paul, id)).toBe('second');
    expect(paul.connections.get(id)?.name).toBe('Maple DSB');
    expect(standing(paul, id)).toBe('in-step');
    expect(await step(paul, id)).toBe('unchanged');
    expect(store.versions({ folder: FOLDER, id })).toHaveLength(2);
  });

  it('reads no secret to say how all stand', async () => {
    const { marie, paul, id } = await shared();
    await enter(marie, id, 'second');
    await step(marie, id);
    await paul.shared.refresh();
    const { calls } = paul.cipher;
    expect(standing(paul, id)).toBe('changed-there');
    expect(paul.cipher.calls).toBe(calls);
  });

  it('joins different fields, and takes no older secret', async () => {
    const { marie, paul, id } = await shared();
    await enter(marie, id, 'second');
    await step(marie, id);
    await change(paul, id, { boardNumber: 'B9' });
    expect(await step(paul, id)).toBe('joined');
    expect(await step(marie, id)).toBe('pulled');
    for (const one of [marie, paul]) {
      expect(await shown(one, id)).toBe('second');
      expect(one.connections.get(id)?.boardNumber).toBe('B9');
    }
  });

  it('asks where both changed, and does as answered', async () => {
    const { marie, paul, id } = await shared();
    await enter(marie, id, 'of marie');
    await step(marie, id);
    await enter(paul, id, 'of paul');
    expect(await step(paul, id)).toBe('asks');
    expect(await shown(paul, id)).toBe('of paul');
    await paul.shared.refresh();
    expect(standing(paul, id)).toBe('changed-both');
    const details = await paul.shared.details(id);
    expect(details).toMatchObject({
      value: {
        conflict: {
          theirs: { by: 'marie', version: 2 },
          questions: [{ key: 'secret:clientSecret', mine: true, theirs: true }],
        },
      },
    });
    expect(await paul.shared.resolve(id, 2, {})).toEqual(ok('asks'));
    expect(await paul.shared.resolve(id, 1, { 'secret:clientSecret': 'mine' })).toMatchObject({
      failure: { code: 'changed-there' },
    });
    expect(await paul.shared.resolve(id, 2, { 'secret:clientSecret': 'mine' })).toEqual(ok('pushed'));
    expect(await step(marie, id)).toBe('pulled');
    expect(await shown(marie, id)).toBe('of paul');
    expect(store.versions({ folder: FOLDER, id }).map(({ secrets }) => secrets.clientSecret)).toEqual([
      'first',
      'of marie',
      'of paul',
    ]);
  });

  it('brings nothing over what is typed at that moment', async () => {
    const { marie, paul, id } = await shared();
    await enter(marie, id, 'of marie');
    await change(marie, id, { name: 'Of Marie' });
    await step(marie, id);
    const encrypt = paul.cipher.encrypt.bind(paul.cipher);
    let isTyped = false;
    paul.cipher.encrypt = async (plain) => {
      if (!isTyped) {
        isTyped = true;
        await enter(paul, id, 'typed');
      }
      return encrypt(plain);
    };
    expect(await step(paul, id)).toBe('asks');
    expect(await shown(paul, id)).toBe('typed');
    expect(paul.connections.get(id)?.name).toBe('Maple');
  });

  it('goes on with a restart in between, with no session', async () => {
    const { paul, id } = await shared();
    await enter(paul, id, 'second');
    const again = openWizard({ ...paul, store: store.client('paul'), now: () => clock });
    expect(standing(again, id)).toBe('changed-here');
    expect(await step(again, id)).toBe('not-signed-in');
    await signIn(again);
    expect(await step(again, id)).toBe('pushed');
  });

  it('never resurrects what was deleted there', async () => {
    const { marie, paul, id, ref } = await shared();
    expect(await marie.shared.deleteThere(ref, 1)).toEqual(ok(null));
    expect(standing(marie, id)).toBe('here-only');
    await change(paul, id, { name: 'Other' });
    expect(await step(paul, id)).toBe('gone-there');
    await paul.shared.refresh();
    expect(standing(paul, id)).toBe('gone-there');
    expect(store.newest(ref)).toBeNull();
    // Unless somebody shares it again.
    expect(await marie.shared.publish([id], FOLDER)).toEqual([{ id, result: ok(null) }]);
    expect(await step(paul, id)).toBe('pushed');
  });

  it('stops sharing, and keeps the connection', async () => {
    const { paul, id } = await shared();
    expect(await paul.shared.stopSharing(id)).toEqual(ok(null));
    expect(standing(paul, id)).toBe('here-only');
    expect(await shown(paul, id)).toBe('first');
  });

  it('restores an earlier version as a new one', async () => {
    const { marie, paul, id, ref } = await shared();
    await enter(marie, id, 'second');
    await step(marie, id);
    await step(paul, id);
    expect(await paul.shared.restore(ref, 1, 2)).toEqual(ok('pulled'));
    expect(await shown(paul, id)).toBe('first');
    const history = await paul.shared.history(ref);
    expect(history.ok && history.value.map(({ version, isCurrent }) => [version, isCurrent])).toEqual([
      [3, true],
      [2, false],
      [1, false],
    ]);
  });

  it('asks about everything if the store was set back to a backup', async () => {
    const { marie, paul, id, ref } = await shared();
    await enter(marie, id, 'second');
    await step(marie, id);
    await step(paul, id);
    store.setBack(ref, 1);
    expect(await step(paul, id)).toBe('asks');
    expect(await shown(paul, id)).toBe('second');
    // Also when somebody has written again since, up to the same number and beyond.
    const other = await wizard('other');
    await bring(other, id);
    await change(other, id, { name: 'Other' });
    await step(other, id);
    expect(await step(paul, id)).toBe('asks');
    await change(other, id, { name: 'Another' });
    await step(other, id);
    expect(await step(marie, id)).toBe('asks');
    expect(await shown(marie, id)).toBe('second');
  });

  it('links what was published before by a program that was killed, and nothing else', async () => {
    const marie = await wizard('marie');
    const { id } = connection();
    marie.connections.create(connection({ id }));
    await enter(marie, id, 'first');
    expect(await marie.shared.publish([id], FOLDER)).toEqual([{ id, result: ok(null) }]);
    expect(await marie.shared.stopSharing(id)).toEqual(ok(null));
    expect(await marie.shared.publish([id], FOLDER)).toEqual([{ id, result: ok(null) }]);
    expect(store.versions({ folder: FOLDER, id })).toHaveLength(1);
    await marie.shared.stopSharing(id);
    await enter(marie, id, 'second');
    expect(await marie.shared.publish([id], FOLDER)).toMatchObject([
      { result: { failure: { code: 'already-shared' } } },
    ]);
    // It can be shared again from the list: bringing it compares field by field.
    await marie.shared.refresh();
    expect(marie.shared.view().rows).toMatchObject([
      { id, folder: FOLDER, standing: 'apart', about: { name: 'Maple' }, there: { version: 1 }, asOf: null },
    ]);
    expect(await bring(marie, id)).toEqual(ok('asks'));
    expect(standing(marie, id)).not.toBe('apart');
  });

  it('confirms no other address when a connection is shared again', async () => {
    const { marie, paul, id } = await shared();
    expect(await paul.shared.stopSharing(id)).toEqual(ok(null));
    await change(marie, id, { values: { serverUrl: 'https://evil.example', clientId: 'maple-lib' } });
    await enter(marie, id, 'first');
    await step(marie, id);
    expect(await bring(paul, id)).toEqual(ok('asks'));
    const asked = await paul.shared.details(id);
    const questions = (asked.ok && asked.value.conflict?.questions) || [];
    const answers = Object.fromEntries(questions.map(({ key }) => [key, 'theirs' as const]));
    expect(await paul.shared.resolve(id, 2, answers)).toEqual(ok('address-to-confirm'));
    expect(paul.connections.get(id)?.values.serverUrl).toBe(ORIGIN);
  });

  it('survives the loss of its file', async () => {
    const { paul, id } = await shared();
    await enter(paul, id, 'second');
    paul.file.change(() => ({ ...NOTHING_SHARED, settings: storeSettings }));
    expect(await bring(paul, id)).toEqual(ok('asks'));
    expect(await shown(paul, id)).toBe('second');
    expect(await paul.shared.resolve(id, 1, { 'secret:clientSecret': 'mine' })).toEqual(ok('pushed'));
  });
});

describe('answers that go astray', () => {
  it.each(['lost', 'answer-lost', 'twice', 'late'] as const)('writes once: %s', async (mishap: Mishap) => {
    const { marie, paul, id, ref } = await shared();
    let isUnlucky = true;
    const unlucky = openWizard({
      ...paul,
      store: store.client('paul', {
        mishap: (what) => {
          if (what !== 'write' || !isUnlucky) return null;
          isUnlucky = false;
          return mishap;
        },
      }),
      now: () => clock,
    });
    await signIn(unlucky);
    await enter(unlucky, id, 'second');
    const first = await step(unlucky, id);
    expect(first).toBe(mishap === 'answer-lost' || mishap === 'twice' ? 'pushed' : 'finding');
    store.deliverLate();
    expect(['unchanged', 'pushed']).toContain(await step(unlucky, id));
    expect(standing(unlucky, id)).toBe('in-step');
    expect(store.versions(ref).map(({ secrets }) => secrets.clientSecret)).toEqual(['first', 'second']);
    expect(await step(marie, id)).toBe('pulled');
  });

  it('does not repeat what arrived unheard and was undone by a colleague', async () => {
    const { marie, paul, id, ref } = await shared();
    let isLate = true;
    const client = store.client('paul', { mishap: (what) => (what === 'write' && isLate ? 'late' : null) });
    const unlucky = openWizard({ ...paul, store: client, now: () => clock });
    await signIn(unlucky);
    await enter(unlucky, id, 'of paul');
    expect(await step(unlucky, id)).toBe('finding');
    isLate = false;
    store.deliverLate();
    expect(await step(marie, id)).toBe('pulled');
    expect(await shown(marie, id)).toBe('of paul');
    expect(await marie.shared.restore(ref, 1, 2)).toEqual(ok('pulled'));
    // Compared with what Paul had started from, it would look as if nobody but he had changed anything.
    expect(await step(unlucky, id)).toBe('pulled');
    expect(await shown(unlucky, id)).toBe('first');
    expect(store.versions(ref)).toHaveLength(3);
  });

  it('asks where the version that it wrote unheard can no longer be read', async () => {
    const { marie, paul, id, ref } = await shared();
    let isLate = true;
    const client = store.client('paul', { mishap: (what) => (what === 'write' && isLate ? 'late' : null) });
    const unlucky = openWizard({ ...paul, store: client, now: () => clock });
    await signIn(unlucky);
    await change(unlucky, id, { name: 'Of Paul' });
    expect(await step(unlucky, id)).toBe('finding');
    isLate = false;
    store.deliverLate();
    expect(await marie.shared.deleteThere(ref, 2)).toEqual(ok(null));
    expect(await marie.shared.restore(ref, 1, 2)).toEqual(ok('pushed'));
    // Compared with the first version, nobody but Paul would have changed the name.
    expect(await step(unlucky, id)).toBe('asks');
    expect(store.newest(ref)).toMatchObject({ version: 3, record: { name: 'Maple' } });
    expect(unlucky.connections.get(id)?.name).toBe('Of Paul');
  });

  it('never writes over what came in between', async () => {
    const { marie, paul, id, ref } = await shared();
    await enter(marie, id, 'of marie');
    // Marie's version arrives after Paul has read, and before he writes.
    const client = store.client('paul');
    const slow = openWizard({
      ...paul,
      store: {
        ...client,
        writeIfVersion: async (to, record, version) => {
          await step(marie, id);
          return client.writeIfVersion(to, record, version);
        },
      },
      now: () => clock,
    });
    await signIn(slow);
    await enter(slow, id, 'of paul');
    expect(await step(slow, id)).toBe('asks');
    expect(store.newest(ref)?.record.secrets.clientSecret).toBe('of marie');
    expect(await shown(slow, id)).toBe('of paul');
  });
});

describe('an address that the store changes', () => {
  const ELSEWHERE = 'https://evil.example';
  async function moved() {
    const made = await shared();
    const { marie, id } = made;
    await change(marie, id, { values: { serverUrl: ELSEWHERE, clientId: 'maple-lib' } });
    await enter(marie, id, 'trap');
    expect(await step(marie, id)).toBe('pushed');
    return made;
  }

  it('is not used here, nor any secret of that version', async () => {
    const { paul, id } = await moved();
    expect(await step(paul, id)).toBe('address-to-confirm');
    expect(await shown(paul, id)).toBe('first');
    expect(paul.connections.get(id)?.values.serverUrl).toBe(ORIGIN);
    expect(standing(paul, id)).toBe('address-to-confirm');
    expect(await paul.shared.details(id)).toMatchObject({
      value: {
        address: {
          theirs: { by: 'marie', version: 2 },
          secrets: [{ field: 'clientSecret', confirmed: [ORIGIN], there: [ELSEWHERE] }],
          values: [{ field: 'serverUrl', here: ORIGIN, there: ELSEWHERE }],
        },
      },
    });
    const opened = await paul.vault.open({ connection: id, field: 'clientSecret' }, ELSEWHERE);
    expect(opened).toMatchObject({ failure: { code: 'other-address' } });
  });

  it('is used after a click on exactly that', async () => {
    const { paul, id } = await moved();
    await step(paul, id);
    expect(await paul.shared.confirmAddresses(id, 2, [ORIGIN])).toMatchObject({
      failure: { code: 'changed-there' },
    });
    expect(await paul.shared.confirmAddresses(id, 1, [ELSEWHERE])).toMatchObject({
      failure: { code: 'changed-there' },
    });
    expect(await paul.shared.confirmAddresses(id, 2, [ELSEWHERE])).toEqual(ok('pulled'));
    expect(await paul.vault.open({ connection: id, field: 'clientSecret' }, ELSEWHERE)).toEqual(ok('trap'));
    expect(standing(paul, id)).toBe('in-step');
  });

  it('is set right by whoever does not agree', async () => {
    const { marie, paul, id, ref } = await moved();
    await step(paul, id);
    expect(await paul.shared.keepOwnAddresses(id, 2)).toMatchObject({ ok: true });
    expect(store.newest(ref)?.record).toMatchObject({
      values: { serverUrl: ORIGIN },
      secrets: { clientSecret: 'trap' },
    });
    expect(await step(marie, id)).toBe('address-to-confirm');
  });

  it('binds a secret anew when its address was confirmed, though it did not change', async () => {
    const { marie, paul, id } = await shared();
    await change(marie, id, { values: { serverUrl: ELSEWHERE, clientId: 'maple-lib' } });
    await step(marie, id);
    await step(paul, id);
    expect(await paul.shared.confirmAddresses(id, 2, [ELSEWHERE])).toEqual(ok('pulled'));
    expect(await paul.vault.open({ connection: id, field: 'clientSecret' }, ELSEWHERE)).toEqual(ok('first'));
  });

  it('cannot be smuggled in while it is being brought', async () => {
    const { marie, id, ref } = await shared();
    const third = await wizard('third');
    const offered = await third.shared.offer(ref);
    await change(marie, id, { values: { serverUrl: ELSEWHERE, clientId: 'maple-lib' } });
    await step(marie, id);
    const { written, origins } = offered.ok ? offered.value : { written: { version: 0 }, origins: [] };
    expect(await third.shared.bring(ref, { version: written.version, origins })).toMatchObject({
      failure: { code: 'changed-there' },
    });
    expect(third.connections.get(id)).toBeUndefined();
  });
});

describe('a replacement', () => {
  it('is seen by colleagues, holds off a second one, and ends', async () => {
    const { marie, paul, id, ref } = await shared();
    expect((await marie.rotations.act(id, 'begin', false)).ok).toBe(true);
    expect(await step(marie, id)).toBe('pushed');
    await paul.shared.refresh();
    expect(paul.shared.view().rows).toMatchObject([{ replacement: { by: 'marie', isHere: false } }]);
    expect(await paul.shared.replacing(id)).toMatchObject({ by: 'marie', since: clock.toISOString() });
    expect(await marie.shared.replacing(id)).toBeNull();
    await marie.rotations.enterSecret(id, 'clientSecret', 'second');
    expect(await step(marie, id)).toBe('pushed');
    expect(store.newest(ref)?.record.next?.secrets).toEqual({ clientSecret: 'second' });
    expect(await step(paul, id)).toBe('pulled');
    expect(await shown(paul, id)).toBe('first');
    expect(paul.connections.get(id)?.rotation).toBeUndefined();
    // Something else may be changed meanwhile.
    await change(paul, id, { name: 'Maple DSB' });
    expect(await step(paul, id)).toBe('pushed');
    expect((await marie.rotations.act(id, 'switch', false)).ok).toBe(true);
    expect(await step(marie, id)).toBe('joined');
    expect(store.newest(ref)?.record).toMatchObject({
      secrets: { clientSecret: 'second' },
      name: 'Maple DSB',
    });
    expect(store.newest(ref)?.record.next).toBeUndefined();
    expect(await step(paul, id)).toBe('pulled');
    expect(await shown(paul, id)).toBe('second');
  });

  it('holds off a second one, even at the same moment', async () => {
    const { marie, paul, id, ref } = await shared({ tells: true });
    await marie.rotations.act(id, 'begin', false);
    await step(marie, id);
    expect(await paul.rotations.act(id, 'begin', false)).toEqual({
      ok: false,
      failure: 'replaced-elsewhere',
    });
    // Also without the store, as far as it was known.
    await step(paul, id);
    paul.shared.signOut();
    expect(await paul.rotations.act(id, 'begin', false)).toMatchObject({ failure: 'replaced-elsewhere' });
    await marie.rotations.act(id, 'cancel', false);
    await step(marie, id);
    await signIn(paul);
    await step(paul, id);

    // Marie's arrives after Paul has asked, and before he writes.
    const client = store.client('paul');
    let isBegun = false;
    const slow = openWizard({
      ...paul,
      tells: true,
      store: {
        ...client,
        writeIfVersion: async (to, record, version) => {
          if (!isBegun) {
            isBegun = true;
            await marie.rotations.act(id, 'begin', false);
            await step(marie, id);
          }
          return client.writeIfVersion(to, record, version);
        },
      },
      now: () => clock,
    });
    await signIn(slow);
    clock = new Date(clock.getTime() + 1000);
    expect(await slow.rotations.act(id, 'begin', false)).toMatchObject({ failure: 'replaced-elsewhere' });
    expect(slow.connections.get(id)?.rotation).toBeUndefined();
    expect(store.newest(ref)?.record.next?.startedBy).toBe('marie');
  });

  it('asks if the secret is changed elsewhere meanwhile', async () => {
    const { marie, paul, id } = await shared();
    await marie.rotations.act(id, 'begin', false);
    await step(marie, id);
    await enter(paul, id, 'of paul');
    expect(await step(paul, id)).toBe('asks');
    const details = await paul.shared.details(id);
    expect(details).toMatchObject({
      value: { conflict: { questions: [{ about: 'replacement', theirs: { by: 'marie', isHere: false } }] } },
    });
    expect(await paul.shared.resolve(id, 2, { replacement: 'theirs' })).toEqual(ok('pulled'));
    expect(await shown(paul, id)).toBe('first');
  });

  it('left behind by a colleague can be ended, and asks where it ran', async () => {
    const { marie, paul, id, ref } = await shared();
    await marie.rotations.act(id, 'begin', false);
    await marie.rotations.enterSecret(id, 'clientSecret', 'second');
    await step(marie, id);
    await step(paul, id);
    expect(await paul.shared.endReplacement(id, 2)).toEqual(ok('pulled'));
    expect(store.versions(ref)[1]?.next?.secrets).toEqual({ clientSecret: 'second' });
    expect(await step(marie, id)).toBe('asks');
    expect(await marie.shared.resolve(id, 3, { replacement: 'theirs' })).toEqual(ok('unchanged'));
    expect(marie.connections.get(id)?.rotation).toBeUndefined();
  });

  it('cancelled offline while a colleague changed something else ends there', async () => {
    const { marie, paul, id, ref } = await shared();
    await marie.rotations.act(id, 'begin', false);
    await step(marie, id);
    await marie.rotations.act(id, 'cancel', false);
    await step(paul, id);
    await change(paul, id, { name: 'Other' });
    await step(paul, id);
    expect(await step(marie, id)).toBe('joined');
    expect(store.newest(ref)?.record.next).toBeUndefined();
    expect(store.newest(ref)?.record.name).toBe('Other');
  });
});

describe('without the store', () => {
  const HOUR = 3_600_000;

  it('can be used for a week, then not until it was reached', async () => {
    const { paul, id } = await shared();
    clock = new Date(clock.getTime() + 168 * HOUR);
    expect(await shown(paul, id)).toBe('first');
    clock = new Date(clock.getTime() + HOUR);
    expect(await shown(paul, id)).toBe('secret-unreadable');
    expect(await paul.vault.trouble({ connection: id, field: 'clientSecret' })).toEqual({
      code: 'store-not-reached',
    });
    expect(paul.shared.view().rows).toMatchObject([{ isTooOld: true }]);
    expect((await paul.shared.refresh()).ok).toBe(true);
    expect(await shown(paul, id)).toBe('first');
  });

  it('trusts no clock that was set back', async () => {
    const { paul, id } = await shared();
    clock = new Date(clock.getTime() - 2 * HOUR);
    expect(await shown(paul, id)).toBe('secret-unreadable');
  });

  it('obeys the organization, and cannot be got round by unsharing', async () => {
    const { paul, id } = await shared({ policies: { sharedStoreOfflineHours: 24 } });
    clock = new Date(clock.getTime() + 25 * HOUR);
    expect(await shown(paul, id)).toBe('secret-unreadable');
    expect(await paul.shared.stopSharing(id)).toMatchObject({ failure: { code: 'not-allowed' } });
    expect(paul.shared.takeDown()).toMatchObject({ failure: { code: 'not-allowed' } });
  });

  it('keeps nothing on disk with 0 hours, and fetches it again in the next run', async () => {
    const { marie, paul, id } = await shared({ policies: { sharedStoreOfflineHours: 0 } });
    const onDisk = () =>
      ['connections.json', 'shared.json'].map((file) => readFileSync(join(paul.folder, file), 'utf8')).join();
    expect(await shown(paul, id)).toBe('first');
    expect(onDisk()).not.toContain('"cipher"');
    expect(standing(paul, id)).toBe('in-step');
    await enter(paul, id, 'second');
    expect(standing(paul, id)).toBe('changed-here');
    expect(await step(paul, id)).toBe('pushed');
    await paul.vault.keepSession();
    expect(onDisk()).not.toContain('"cipher"');

    clock = new Date(clock.getTime() + 1000);
    const again = await wizard('paul', { ...paul, policies: { sharedStoreOfflineHours: 0 } });
    expect(await shown(again, id)).toBe('secret-absent');
    await again.shared.refresh();
    expect(await again.shared.keepInStep(null)).toEqual([{ id, result: ok('pulled') }]);
    expect(await shown(again, id)).toBe('second');
    expect(await step(marie, id)).toBe('pulled');
  });

  it('takes off the disk what was there before the organization forbade it', async () => {
    const { paul, id } = await shared();
    clock = new Date(clock.getTime() + 1000);
    const again = await wizard('paul', { ...paul, policies: { sharedStoreOfflineHours: 0 } });
    expect(await shown(again, id)).toBe('secret-unreadable');
    expect(await step(again, id)).toBe('unchanged');
    expect(again.vault.isOnDisk({ connection: id, field: 'clientSecret' })).toBe(false);
    expect(await shown(again, id)).toBe('first');
  });

  it('tolerates a keyring that is not there', async () => {
    const cipher = new FakeCipher({ verdict: 'unavailable', reason: 'locked', backend: 'gnome_libsecret' });
    const { marie, paul, id } = await shared({ cipher });
    await enter(marie, id, 'second');
    await step(marie, id);
    expect(await step(paul, id)).toBe('pulled');
    const again = await wizard('paul', { ...paul, cipher });
    expect(await shown(again, id)).toBe('secret-absent');
    expect(await step(again, id)).toBe('pulled');
    await enter(again, id, 'third');
    expect(await step(again, id)).toBe('pushed');
  });
});

describe('what the organization says', () => {
  it('shares nothing with a store it did not name where export is forbidden', async () => {
    const closed = openWizard({
      folder: temporaryFolder(),
      store: store.client('marie'),
      policies: { forbidExport: true },
    });
    expect(closed.shared.setUp(storeSettings)).toMatchObject({ failure: { code: 'not-allowed' } });
    const given = openWizard({
      folder: temporaryFolder(),
      store: store.client('marie'),
      policies: { forbidExport: true, sharedStore: storeSettings },
    });
    await signIn(given);
    const one = connection();
    given.connections.create(one);
    await enter(given, one.id, 'first');
    expect(await given.shared.publish([one.id], FOLDER)).toEqual([{ id: one.id, result: ok(null) }]);
    expect(given.shared.setUp(storeSettings)).toMatchObject({ failure: { code: 'not-allowed' } });
  });

  it('brings no system that is not allowed', async () => {
    const { id, ref } = await shared();
    const third = await wizard('third', { policies: { allowedSystems: ['onsis'] } });
    expect(await third.shared.offer(ref)).toMatchObject({ failure: { code: 'not-allowed' } });
    expect(await third.shared.bring(ref, { version: 1, origins: [ORIGIN] })).toMatchObject({
      failure: { code: 'not-allowed' },
    });
    expect(third.connections.get(id)).toBeUndefined();
  });

  it('does not share practice', async () => {
    const marie = await wizard('marie');
    const one = connection({ practice: true });
    marie.connections.create(one);
    expect(await marie.shared.publish([one.id], FOLDER)).toMatchObject([
      { result: { failure: { code: 'not-allowed' } } },
    ]);
  });
});
