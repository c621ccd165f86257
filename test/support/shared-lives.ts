import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Connection } from '@contract/connection';
import type { Result } from '@contract/result';
import type { SharedRecord, SharedRef } from '@contract/shared-record';
import { ConnectionStore } from '../../electron/connections/connection-store';
import type { SecretCipher } from '../../electron/secrets/cipher';
import { aConnection } from '../fakes/connections';
import { FakeCipher } from '../fakes/secret-cipher';
import { MemoryStore, type Mishap } from '../fakes/shared-store';
import type { Seeded } from './seeded';
import { openWizard, storeSettings, type Wizard } from './sharing-wizard';

/*
 * Random lives of one connection that two to five wizards share: they change it, replace its secret, go offline, are
 * killed, have wrong clocks, and answer what they are asked. What must always hold is checked by a ledger of its own,
 * from what was entered, what the store was given, and which origins were confirmed; nothing of it asks the program.
 */

const ORIGINS = ['https://one.example', 'https://two.example', 'https://three.example'] as const;
const FIELD = 'clientSecret';
const DAY_MS = 86_400_000;
const BEGIN = Date.parse('2026-02-01T10:00:00.000Z');

/** What a person does at one wizard. Those of `choices` decide something; the others must decide nothing. */
type Deed =
  | 'enter'
  | 'rename'
  | 'clientId'
  | 'move'
  | 'step'
  | 'refresh'
  | 'resolve'
  | 'confirm'
  | 'keepOwn'
  | 'begin'
  | 'enterNext'
  | 'switch'
  | 'undo'
  | 'removeOld'
  | 'cancel'
  | 'restore'
  | 'delete'
  | 'publish'
  | 'stop'
  | 'bring'
  | 'endReplacement'
  | 'restart';

const DEEDS: readonly (readonly [deed: Deed, weight: number])[] = [
  ['enter', 5],
  ['rename', 3],
  ['clientId', 2],
  ['move', 2],
  ['step', 14],
  ['refresh', 4],
  ['resolve', 6],
  ['confirm', 3],
  ['keepOwn', 1],
  ['begin', 2],
  ['enterNext', 3],
  ['switch', 2],
  ['undo', 1],
  ['removeOld', 1],
  ['cancel', 1],
  ['restore', 1],
  ['delete', 1],
  ['publish', 1],
  ['stop', 1],
  ['bring', 2],
  ['endReplacement', 1],
  ['restart', 2],
];
const BAG = DEEDS.flatMap(([deed, weight]) => Array.from({ length: weight }, () => deed));

/** What a computer's user decides may replace a secret in the store or here; by themselves, these may not. */
const AUTOMATIC: ReadonlySet<Deed> = new Set(['step', 'refresh', 'bring', 'restart', 'confirm']);

export interface LifeCounts {
  deeds: number;
  kills: number;
  mishaps: number;
  asked: number;
  addresses: number;
  versions: number;
}

class Killed {
  dead = false;
  #left = Number.POSITIVE_INFINITY;
  #onDead: () => void = () => undefined;

  /** Dies at this many awaits from now. */
  in(awaits: number): Promise<'killed'> {
    this.#left = awaits;
    return new Promise((resolve) => {
      this.#onDead = () => resolve('killed');
    });
  }

  spare(): void {
    this.#left = Number.POSITIVE_INFINITY;
  }

  /** Each await of the program passes here. After its death, none ever ends. */
  async point(): Promise<void> {
    this.#left -= 1;
    if (this.#left <= 0) {
      this.dead = true;
      this.#onDead();
    }
    if (this.dead) await new Promise(() => undefined);
  }
}

const killable = (cipher: FakeCipher, killed: Killed): SecretCipher => ({
  protection: async () => {
    await killed.point();
    return cipher.protection();
  },
  encrypt: async (plain) => {
    await killed.point();
    return cipher.encrypt(plain);
  },
  decrypt: async (bytes) => {
    await killed.point();
    return cipher.decrypt(bytes);
  },
});

interface Computer {
  readonly person: string;
  readonly folder: string;
  readonly cipher: FakeCipher;
  readonly confirmed: Set<string>;
  offset: number;
  killed: Killed;
  wizard: Wizard;
  isOffline: boolean;
  /** What was on its disk after its last deed. */
  last: Local | null;
  /** Its user has answered what was asked, and the answers wait for an address to be confirmed. */
  isAnswered: boolean;
  /** The program was killed, or failed, while it did what its user had decided: the next step may go on with it. */
  isDecided: boolean;
}

interface Local {
  readonly connection: Connection | undefined;
  readonly current: string | undefined;
  readonly next: string | undefined;
  readonly previous: string | undefined;
  /** Where any of them may be sent. */
  readonly bound: readonly string[];
}

/** Lives one life, and throws what must not have happened. */
export async function liveOnce(random: Seeded, counts: LifeCounts): Promise<void> {
  const base = mkdtempSync(join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'wizard-lives-'));
  try {
    await new Life(random, counts, base).live();
  } finally {
    rmSync(base, { recursive: true, force: true });
  }
}

class Life {
  #time = BEGIN;
  #number = 0;
  #isCalm = true;
  readonly #store = new MemoryStore(() => new Date(this.#time));
  readonly #computers: Computer[] = [];
  readonly #ref: SharedRef;
  /** Secrets of which somebody was told that they are saved. */
  readonly #saved = new Set<string>();
  /** Those that a person gave up: replaced by their own hand, cancelled, or answered against. */
  readonly #givenUp = new Set<string>();
  /** Older secrets that a person chose to use again. */
  readonly #chosen = new Set<string>();
  /** Who and when: versions that were restored, or from which a replacement was taken, without bringing them here. */
  readonly #byHand = new Set<string>();
  readonly #log: string[] = [];
  #checked = 0;

  constructor(
    private readonly random: Seeded,
    private readonly counts: LifeCounts,
    private readonly base: string,
  ) {
    const id = aConnection().id;
    this.#ref = { folder: 'Maple', id };
  }

  async live(): Promise<void> {
    for (let at = 0; at < this.random.whole(2, 5); at += 1) this.#computers.push(await this.#computer(at));
    const [first] = this.#computers;
    if (first === undefined) return;
    const [origin] = ORIGINS;
    first.wizard.connections.create(
      aConnection({
        id: this.#ref.id,
        system: 'powerschool',
        name: 'Maple',
        boardNumber: '',
        values: { serverUrl: origin, clientId: 'client' },
        setup: { step: 'finish', registrationSentOn: null, finishedAt: '2026-01-05T08:00:00.000Z' },
      }),
    );
    first.confirmed.add(origin);
    await this.#enter(first);
    await first.wizard.shared.publish([this.#ref.id], this.#ref.folder);
    for (const other of this.#computers.slice(1)) if (this.random.chance(0.8)) await this.#bring(other);
    this.#isCalm = false;
    try {
      const deeds = this.random.whole(15, 40);
      for (let at = 0; at < deeds; at += 1) await this.#something();
      await this.#settle();
    } catch (problem) {
      const said = problem instanceof Error ? problem.message : String(problem);
      throw new Error(`${said}\n${this.#log.join('\n')}`);
    }
    this.counts.versions += this.#versions().length;
  }

  async #computer(at: number): Promise<Computer> {
    const computer: Computer = {
      person: `person-${at}`,
      folder: join(this.base, String(at)),
      cipher: new FakeCipher(),
      confirmed: new Set(),
      offset: this.random.pick([0, 0, 0, 2 * DAY_MS, -2 * DAY_MS, 400 * DAY_MS]),
      killed: new Killed(),
      wizard: undefined as never,
      isOffline: false,
      last: null,
      isAnswered: false,
      isDecided: false,
    };
    await this.#start(computer);
    return computer;
  }

  async #start(computer: Computer): Promise<void> {
    const killed = new Killed();
    const { folder, cipher, person } = computer;
    const client = this.#store.client(person, { mishap: () => this.#mishap(computer) });
    const wizard = openWizard({
      folder,
      cipher: killable(cipher, killed) as FakeCipher,
      now: () => new Date(this.#time + computer.offset),
      store: {
        ...client,
        whoAmI: async () => ({ ok: true, value: { person, until: null } }),
        list: async (...asked) => {
          await killed.point();
          return client.list(...asked);
        },
        read: async (...asked) => {
          await killed.point();
          const read = await client.read(...asked);
          await killed.point();
          return read;
        },
        writeIfVersion: async (...asked) => {
          await killed.point();
          const written = await client.writeIfVersion(...asked);
          await killed.point();
          return written;
        },
      },
    });
    computer.killed = killed;
    computer.wizard = wizard;
    if (wizard.inUse.settings === null) wizard.shared.setUp(storeSettings);
    const { signal } = new AbortController();
    await wizard.shared.signIn({ way: 'token', token: 'a token' }, { signal });
  }

  #mishap({ isOffline }: Computer): Mishap | null {
    if (this.#isCalm) return null;
    if (isOffline) return 'lost';
    if (!this.random.chance(0.12)) return null;
    this.counts.mishaps += 1;
    return this.random.pick(['lost', 'answer-lost', 'twice', 'late'] as const);
  }

  async #something(): Promise<void> {
    this.#time += this.random.whole(1000, 3_600_000);
    const computer = this.random.pick(this.#computers);
    if (this.random.chance(0.05)) computer.isOffline = !computer.isOffline;
    if (this.random.chance(0.03)) computer.offset += this.random.pick([-3, -1, 1, 3]) * DAY_MS;
    if (this.random.chance(0.05)) this.#store.deliverLate();
    await this.#deed(computer, this.random.pick(BAG));
  }

  async #deed(computer: Computer, deed: Deed): Promise<void> {
    const before = computer.last ?? (await this.#local(computer));
    this.#checkWritten(null, null);
    const link = computer.wizard.inUse.link(this.#ref.id);
    const from = link?.base?.version ?? null;
    const count = this.#versions().length;
    const { killed } = computer;
    const dying = this.#isCalm || !this.random.chance(0.2) ? null : killed.in(this.random.whole(1, 9));
    this.counts.deeds += 1;
    if (deed === 'restore' || deed === 'endReplacement')
      this.#byHand.add(computer.person + new Date(this.#time + computer.offset).toISOString());
    this.#log.push(`${computer.person} ${deed}${dying === null ? '' : ' (may die)'}`);
    const done = this.#do(computer, deed);
    const end = await (dying === null ? done : Promise.race([done, dying]));
    killed.spare();
    this.#log.push(`  → ${JSON.stringify(end)} v${this.#versions().length}`);
    if (end === 'killed') {
      this.counts.kills += 1;
      await this.#start(computer);
    }
    const isByItself =
      AUTOMATIC.has(deed) && !computer.isDecided && !(deed === 'confirm' && computer.isAnswered);
    const isDone = end !== 'killed' && !JSON.stringify(end ?? '').includes('"failure"');
    if (!AUTOMATIC.has(deed)) computer.isDecided ||= !isDone;
    else if (isDone && deed !== 'restart') computer.isDecided = false;
    if (deed === 'resolve') computer.isAnswered = end !== 'nothing asked';
    else if (deed === 'confirm' || deed === 'step') computer.isAnswered = false;
    await this.#check(computer, isByItself, deed, before, from, count);
  }

  async #do(computer: Computer, deed: Deed): Promise<unknown> {
    const { wizard } = computer;
    const { shared, rotations, connections } = wizard;
    const { id } = this.#ref;
    const connection = connections.get(id);
    if (connection === undefined && deed !== 'bring' && deed !== 'restart') return 'not here';
    switch (deed) {
      case 'enter':
        return this.#enter(computer);
      case 'rename':
        return this.#change(computer, { name: `Name ${this.#next()}` });
      case 'clientId':
        return this.#change(computer, {
          values: { ...connection?.values, clientId: `client-${this.#next()}` },
        });
      case 'move': {
        const origin = this.random.pick(ORIGINS);
        computer.confirmed.add(origin);
        this.#change(computer, { values: { ...connection?.values, serverUrl: origin } });
        return this.#enter(computer);
      }
      case 'step':
        return outcomeOf(await shared.keepInStep([id]));
      case 'refresh':
        await shared.refresh();
        return outcomeOf(await shared.keepInStep(null));
      case 'resolve':
        return this.#resolve(computer);
      case 'confirm': {
        const details = await shared.details(id);
        const address = details.ok ? details.value.address : null;
        if (address === null) return 'nothing to confirm';
        this.counts.addresses += 1;
        const origins = [...new Set(address.secrets.flatMap(({ there }) => there))];
        for (const origin of origins) computer.confirmed.add(origin);
        return shared.confirmAddresses(id, address.theirs.version, origins);
      }
      case 'keepOwn': {
        const details = await shared.details(id);
        const address = details.ok ? details.value.address : null;
        return address === null ? 'nothing to keep' : shared.keepOwnAddresses(id, address.theirs.version);
      }
      case 'begin':
        return rotations.act(id, 'begin', false).then(okOf);
      case 'enterNext': {
        const secret = this.#secret();
        if (connection?.rotation?.phase !== 'beside') return 'no rotation';
        await this.#giveUp(computer, 'next');
        const entered = await rotations.enterSecret(id, FIELD, secret);
        if (entered.ok) this.#saved.add(secret);
        return okOf(entered);
      }
      case 'switch':
        // The one in the slot for the old one, if any, is dropped.
        await this.#giveUp(computer, 'previous');
        return rotations.act(id, 'switch', false).then(okOf);
      case 'undo': {
        const previous = (await this.#local(computer)).previous;
        if (previous !== undefined) this.#chosen.add(previous);
        return rotations.act(id, 'undo', false).then(okOf);
      }
      case 'removeOld':
        await this.#giveUp(computer, 'previous');
        return rotations.act(id, 'remove-old', true).then(okOf);
      case 'cancel':
        if (connection?.rotation?.phase !== 'beside') return 'no rotation';
        await this.#giveUp(computer, 'next');
        return rotations.act(id, 'cancel', false).then(okOf);
      case 'restore': {
        const versions = this.#versions();
        const version = this.random.whole(1, Math.max(1, versions.length));
        const secret = versions[version - 1]?.secrets[FIELD];
        if (secret !== undefined) this.#chosen.add(secret);
        return shared.restore(this.#ref, version, versions.length);
      }
      case 'delete':
        return shared.deleteThere(this.#ref, this.#versions().length);
      case 'publish': {
        // Whoever shares it says that what is here is to be used.
        const { current } = await this.#local(computer);
        if (current !== undefined) this.#chosen.add(current);
        return outcomeOf(await shared.publish([id], this.#ref.folder));
      }
      case 'stop':
        return shared.stopSharing(id);
      case 'bring':
        return this.#bring(computer);
      case 'endReplacement':
        return shared.endReplacement(id, this.#versions().length);
      case 'restart':
        return this.#start(computer);
    }
  }

  async #resolve(computer: Computer): Promise<unknown> {
    const { shared } = computer.wizard;
    const { id } = this.#ref;
    const details = await shared.details(id);
    const conflict = details.ok ? details.value.conflict : null;
    if (conflict === null) return 'nothing asked';
    this.counts.asked += 1;
    const answers = Object.fromEntries(
      conflict.questions.map(({ key }) => [key, this.random.pick(['mine', 'theirs'] as const)]),
    );
    const local = await this.#local(computer);
    for (const { key, about } of conflict.questions) {
      if (about !== 'secret' && about !== 'replacement') continue;
      if (answers[key] === 'mine') {
        if (local.current !== undefined) this.#chosen.add(local.current);
        continue;
      }
      for (const secret of [local.current, local.next]) if (secret !== undefined) this.#givenUp.add(secret);
      const theirs = this.#versions()[conflict.theirs.version - 1]?.secrets[FIELD];
      if (theirs !== undefined) this.#chosen.add(theirs);
    }
    return shared.resolve(id, conflict.theirs.version, answers);
  }

  async #bring(computer: Computer): Promise<unknown> {
    const { shared } = computer.wizard;
    const offered = await shared.offer(this.#ref);
    if (!offered.ok) return offered;
    const { written, origins } = offered.value;
    for (const origin of origins) computer.confirmed.add(origin);
    return shared.bring(this.#ref, { version: written.version, origins });
  }

  async #enter(computer: Computer): Promise<unknown> {
    const { vault, connections } = computer.wizard;
    const origin = connections.get(this.#ref.id)?.values.serverUrl ?? '';
    // It is typed for this address.
    computer.confirmed.add(origin);
    const secret = this.#secret();
    await this.#giveUp(computer, 'current');
    const saved = await vault.save({ connection: this.#ref.id, field: FIELD }, secret, [origin]);
    if (saved.ok) this.#saved.add(secret);
    return saved;
  }

  #change(computer: Computer, change: object): unknown {
    const { connections } = computer.wizard;
    const before = connections.get(this.#ref.id);
    return before === undefined ? 'not here' : connections.replace({ ...before, ...change }).ok;
  }

  /** What the person is about to replace or remove by their own hand. */
  async #giveUp(computer: Computer, slot: 'current' | 'next' | 'previous'): Promise<void> {
    const secret = (await this.#local(computer))[slot];
    if (secret !== undefined) this.#givenUp.add(secret);
  }

  /** What is on this computer's disk, read without the program that is being tried. */
  async #local({ folder, cipher }: Computer): Promise<Local> {
    const connections = new ConnectionStore({ folder, now: () => new Date(BEGIN), readOnly: true });
    const { id } = this.#ref;
    const bound = new Set<string>();
    const open = async (slot?: 'next' | 'previous'): Promise<string | undefined> => {
      const record = connections.readSecret({ connection: id, field: FIELD, ...(slot && { slot }) });
      if (record === undefined) return undefined;
      const { cipher: text } = record as { readonly cipher: string };
      const opened = await cipher.decrypt(Buffer.from(text, 'base64'));
      if (!opened.ok) throw new Error('What is on disk cannot be read');
      const { secret, origins } = JSON.parse(opened.value.plain);
      for (const origin of origins) bound.add(origin);
      return secret;
    };
    return {
      connection: connections.get(id),
      current: await open(),
      next: await open('next'),
      previous: await open('previous'),
      bound: [...bound],
    };
  }

  async #check(
    computer: Computer,
    isByItself: boolean,
    deed: Deed,
    before: Local,
    from: number | null,
    count: number,
  ): Promise<void> {
    const after = await this.#local(computer);
    computer.last = after;
    const versions = this.#versions();
    for (const origin of after.bound)
      if (!computer.confirmed.has(origin))
        throw new Error(`${computer.person}: a secret may go to ${origin}`);

    this.#checkWritten(isByItself ? from : null, computer.person);

    if (isByItself && before.connection !== undefined && after.connection !== undefined) {
      const start = from === null ? undefined : this.#startOf(from, computer.person, count);
      // A secret that the store has had was brought from there, or written by a program that was killed before it noted that.
      const isKnownThere = versions.slice(0, count).some(({ secrets }) => secrets[FIELD] === before.current);
      const changedHere = start !== undefined && before.current !== start.secrets[FIELD] && !isKnownThere;
      const isKept = after.current === before.current;
      if (changedHere && !isKept && before.current !== undefined && !this.#chosen.has(String(after.current)))
        throw new Error(`${computer.person}: a change of the secret made here was written over by ${deed}`);
      const newest = versions.at(-1);
      if (
        !isKept &&
        after.current !== newest?.secrets[FIELD] &&
        !versions.some(({ secrets }) => secrets[FIELD] === after.current)
      )
        throw new Error(`${computer.person}: a secret came from nowhere`);
    }

    const kept = new Set(
      versions.flatMap(({ secrets, next }) => [secrets[FIELD], next?.secrets[FIELD]].filter(Boolean)),
    );
    for (const one of this.#computers) {
      const { current, next, previous } = one.last ?? (await this.#local(one));
      for (const secret of [current, next, previous]) kept.add(secret);
    }
    for (const secret of this.#saved)
      if (!kept.has(secret) && !this.#givenUp.has(secret)) throw new Error(`${secret} is lost after ${deed}`);
  }

  /**
   * The versions that came in since the last look: no secret becomes the current one again unless a person chose that,
   * and nobody writes over what they had not seen.
   * @param from the version that whoever wrote them had started from; null if it is not known
   */
  #checkWritten(from: number | null, by: string | null): void {
    const versions = this.#versions();
    for (; this.#checked < versions.length; this.#checked += 1) {
      const at = this.#checked;
      const [record, before] = [versions[at], versions[at - 1]];
      if (record === undefined || before === undefined) continue;
      const secret = record.secrets[FIELD];
      const isOlder = versions.slice(0, at).some(({ secrets }) => secrets[FIELD] === secret);
      if (secret !== before.secrets[FIELD] && isOlder && !this.#chosen.has(String(secret)))
        throw new Error(`${secret} was restored by accident in version ${at + 1}, by ${record.changedBy}`);
      if (from === null || record.changedBy !== by) continue;
      const start = this.#startOf(from, by, at);
      if (start === undefined) continue;
      const [was, had, wrote] = [fieldsOf(start), fieldsOf(before), fieldsOf(record)];
      for (const [field, value] of Object.entries(wrote))
        if (value !== had[field] && had[field] !== was[field])
          throw new Error(`${by} wrote ${field} over what they had not seen, in version ${at + 1}`);
    }
  }

  /** What a computer has started from: whoever joined a version has seen it, even if the answer was lost, or the program killed. */
  #startOf(from: number, by: string | null, before: number): SharedRecord | undefined {
    const versions = this.#versions();
    const own = versions.slice(0, before).findLastIndex(({ changedBy, changedAt }, at) => {
      // What follows at the same moment was joined: a restored version is brought here at once.
      const isFirst = versions[at - 1]?.changedAt !== changedAt;
      return changedBy === by && !(isFirst && this.#byHand.has(by + changedAt));
    });
    return versions[Math.max(from - 1, own)];
  }

  /** The network is well again: everybody ends with the same, after answering what is asked. */
  async #settle(): Promise<void> {
    this.#isCalm = true;
    this.#store.deliverLate();
    const { id } = this.#ref;
    for (const computer of this.#computers) {
      computer.isOffline = false;
      await this.#start(computer);
    }
    if (this.#store.newest(this.#ref) === null) return;
    const deeds = ['step', 'resolve', 'confirm', 'step'] as const;
    const sharing = () =>
      this.#computers.filter(({ wizard }) => wizard.connections.get(id) && wizard.inUse.link(id));
    for (let round = 0; round < 12; round += 1) {
      for (const computer of sharing()) for (const deed of deeds) await this.#deed(computer, deed);
      for (const { wizard } of sharing()) await wizard.shared.refresh();
      const standings = sharing().map(
        ({ wizard }) => wizard.shared.view().rows.find((row) => row.id === id)?.standing,
      );
      if (standings.every((standing) => standing === 'in-step')) break;
      if (round === 11) throw new Error(`They do not agree: ${standings.join()}`);
    }
    const newest = this.#store.newest(this.#ref)?.record;
    for (const computer of sharing()) {
      const { connection, current } = await this.#local(computer);
      const here = [connection?.name, connection?.values.serverUrl, connection?.values.clientId, current];
      const there = [newest?.name, newest?.values.serverUrl, newest?.values.clientId, newest?.secrets[FIELD]];
      if (JSON.stringify(here) !== JSON.stringify(there))
        throw new Error(`${computer.person} has ${here.join()} and the store ${there.join()}`);
    }
  }

  #versions(): readonly SharedRecord[] {
    return this.#store.versions(this.#ref);
  }

  #next(): number {
    this.#number += 1;
    return this.#number;
  }

  #secret(): string {
    return `secret-${this.#next()}`;
  }
}

const fieldsOf = ({ name, values, secrets }: SharedRecord): Readonly<Record<string, string | undefined>> => ({
  name,
  clientId: values.clientId,
  serverUrl: values.serverUrl,
  secret: secrets[FIELD],
});

const okOf = (result: Result<unknown, unknown>) => (result.ok ? 'ok' : result.failure);
const outcomeOf = (outcomes: readonly { readonly result: unknown }[]) => outcomes.map(({ result }) => result);
