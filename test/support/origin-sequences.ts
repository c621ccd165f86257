import { randomUUID } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Protection } from '@contract/keyring';
import { Trust } from '../../electron/http/trust';
import type { Vault } from '../../electron/secrets/vault';
import { writeDatabase } from '../../electron/transfer/database';
import { settingsText } from '../../electron/transfer/settings-text';
import { FakeCipher, good } from '../fakes/secret-cipher';
import type { CapturingServers, Manner } from './capturing-servers';
import { testNames } from './checked';
import { quick } from './quick-thread';
import {
  type Leak,
  type Named,
  SecretLedger,
  type SystemInPlay,
  systemNames,
  systemsInPlay,
} from './secret-ledger';
import { type Seeded, seeded } from './seeded';
import { channelNames, type WholeWizard, wholeWizard } from './whole-wizard';

/*
 * Random lives of connections: edited, tested, restarted, their file tampered with, their servers compromised, and a
 * hijacked window that makes arbitrary calls. No secret may reach an origin it was not entered for.
 */

const weak: Protection = { verdict: 'weak', reason: 'public-key', backend: 'basic_text' };
const manners: readonly Manner[] = [
  'serves',
  'serves',
  'serves',
  'redirects',
  'redirects',
  'refuses',
  'shows-a-page',
  'is-broken',
];

export interface Sequences {
  readonly sequences: number;
  readonly actions: number;
  readonly checks: number;
  readonly requests: number;
  /** Secrets that reached a server they were entered for. */
  readonly rightly: number;
  /** How often a secret had to be re-entered because its addresses had changed. */
  readonly askedAgain: number;
  /** Each with the actions that led to it. */
  readonly leaks: readonly (Leak & { readonly seed: number; readonly lived: readonly string[] })[];
}

export interface SequenceOptions {
  readonly folder: string;
  readonly servers: CapturingServers;
  readonly random: Seeded;
  readonly makeVault?: (ports: ConstructorParameters<typeof Vault>[0]) => Vault;
}

/** Every way these servers' addresses may be typed, with the origin each refers to. */
function addressesOf({ all }: CapturingServers): ReadonlyMap<string, Named> {
  const nothing: Named = { origin: null, isPlain: false };
  const addresses = new Map<string, Named>([
    ['', nothing],
    ['not an address', nothing],
    ['https://', nothing],
    ['javascript:alert(1)', nothing],
  ]);
  const plain = (text: string, origin: string) => addresses.set(text, { origin, isPlain: true });
  const odd = (text: string, origin: string) => addresses.set(text, { origin, isPlain: false });
  for (const { port } of all) {
    const at = (host: string): string => `https://${host}:${port}`;
    for (const host of ['127.0.0.1', 'a.test', 'b.test', 'c.test']) {
      plain(at(host), at(host));
      plain(`${at(host)}/some/path/`, at(host));
      plain(`HTTPS://${host.toUpperCase()}:${port}`, at(host));
      odd(`  ${at(host)}/  `, at(host));
      addresses.set(`http://${host}:${port}`, nothing);
    }
    // What looks like one server but is another.
    const other = all.find((one) => one.port !== port)?.port ?? port;
    odd(`https://a.test:${port}@b.test:${other}`, `https://b.test:${other}`);
    odd(`https://a.test:${port}\\@b.test:${other}`, at('a.test'));
    odd(`https://a.test:${port}#@b.test:${other}`, at('a.test'));
    odd(`https://a.test:${port}?https://b.test:${other}`, at('a.test'));
    plain(`https://a.b.test:${port}/a.test`, at('a.b.test'));
  }
  return addresses;
}

/** Runs `count` lives and stops at the first leak. */
export async function liveSequences(count: number, options: SequenceOptions): Promise<Sequences> {
  const { servers } = options;
  const addresses = addressesOf(servers);
  const trust = new Trust([servers.root]);
  const network = { resolveProxy: async () => 'DIRECT', lookUp: testNames, trust, now: Date.now };
  let actions = 0;
  let checks = 0;
  let requests = 0;
  let rightly = 0;
  let askedAgain = 0;

  for (let sequence = 1; sequence <= count; sequence += 1) {
    // Each life has its own seed, so that it can be reproduced alone.
    const random = seeded(options.random.seed + sequence);
    const lived: string[] = [];
    const cipher = new FakeCipher(random.chance(0.2) ? weak : good);
    const folder = join(options.folder, String(sequence % 8));
    const start = (): WholeWizard =>
      wholeWizard({
        folder,
        cipher,
        network,
        chosenFile: () => imported,
        ...(options.makeVault === undefined ? {} : { makeVault: options.makeVault }),
      });
    const imported = join(folder, 'imported');
    let wizard = start();
    const ledger = new SecretLedger(addresses);
    const known = (id: unknown): id is string => typeof id === 'string' && ledger.isKnown(id);

    /** Calls like the window and records what a success means. */
    const call = async (channel: string, request: Record<string, unknown> | null): Promise<unknown> => {
      const { id } = request ?? {};
      // The addresses visible when the secret was typed, whatever is saved before the answer arrives.
      const entered = known(id) ? ledger.entering(id, String(request?.secret)) : () => undefined;
      const answer = await wizard.call(channel, request);
      lived.push(`${channel} ${JSON.stringify(request)}: ${answer.ok ? 'ok' : answer.failure.code}`);
      if (!answer.ok) return null;
      const value = answer.value as { connection?: { id: string }; secrets?: Record<string, string> } | null;
      if (channel === 'create-connection' && value?.connection !== undefined) {
        ledger.created(value.connection.id, request?.system as SystemInPlay);
      }
      if (!known(id)) return value;
      if (channel === 'save-connection') {
        ledger.valuesChanged(id, wizard.connections.get(id)?.values ?? {});
        askedAgain += Object.values(value?.secrets ?? {}).filter((state) => state === 'other-address').length;
      }
      if (channel === 'save-secret') entered('current');
      if (channel === 'enter-new-secret') entered('next');
      if (channel === 'act-on-rotation') ledger.moved(id, String(request?.action));
      if (channel === 'delete-connection') ledger.deleted(id);
      return value;
    };

    const address = (): string => random.pick([...addresses.keys()]);
    /** Mostly a plain one, so that checks get as far as a sign-in. */
    const likelyAddress = (): string => (random.chance(0.7) ? random.pick(servers.all).origin : address());
    const valuesFor = (system: SystemInPlay): Record<string, string> => {
      const own = Object.fromEntries(
        systemsInPlay[system].addresses.map((field) => [field, likelyAddress()]),
      );
      const client = `client-${random.whole(1, 9)}`;
      switch (system) {
        case 'powerschool':
          return { ...own, clientId: '11111111-2222-4333-8444-555555555555' };
        case 'aeries-oneroster':
          return { ...own, consumerId: '0123456789abcdef' };
        case 'classlink-direct':
        case 'ed-fi':
          return { ...own, clientId: client };
        case 'classlink-proxy':
          return { ...own, applicationId: '4821' };
        case 'oneroster': {
          const signIn = random.pick(['oauth2', 'oauth2', 'oauth1']);
          return { ...own, version: random.pick(['1.1', '1.2']), signIn, clientId: client };
        }
        case 'onsis': {
          const [authenticationUrl, apiUrl] = [`${likelyAddress()}/authorize`, `${likelyAddress()}/api`];
          return {
            ...own,
            redirectUrl: 'https://sms.test/cb',
            clientId: client,
            authenticationUrl,
            apiUrl,
            scopes: 'x',
          };
        }
      }
    };
    /** Half of the edits keep the addresses. */
    const newValues = (id: string): Record<string, string> => {
      const fresh = valuesFor(ledger.systemOf(id));
      const kept = wizard.connections.get(id)?.values ?? {};
      return random.chance(0.5) && Object.keys(kept).length > 1 ? { ...fresh, ...kept } : fresh;
    };
    const secret = (): string => `Geheim~${randomUUID()}+%20=`;
    const anId = (): string => (ledger.ids.length > 0 ? random.pick(ledger.ids) : randomUUID());
    const edit = (id: string): Promise<unknown> =>
      call('save-connection', {
        id,
        name: 'Board',
        environment: random.pick(['test', 'production']),
        boardNumber: '',
        redirect: random.pick(['sis-server', 'sis-server', 'this-computer']),
        values: known(id) ? newValues(id) : {},
        step: 'test',
        registrationSentOn: null,
        finished: random.chance(0.5),
      });
    const enter = (id: string): Promise<unknown> =>
      call('save-secret', {
        id,
        field: known(id) ? systemsInPlay[ledger.systemOf(id)].secret : 'clientSecret',
        secret: secret(),
      });
    const test = (id: string): Promise<unknown> => {
      checks += 1;
      const alternative = random.pick([
        undefined,
        undefined,
        'older-token-path',
        'other-signature',
        'without-scope',
        'with-core-scope',
        'plain-basic',
      ]);
      return call('run-check', {
        id,
        attempt: randomUUID(),
        probe: random.pick(['none', 'token', 'token', 'authorize']),
        ...(alternative === undefined ? {} : { alternative }),
        ...(random.chance(0.3) ? { beside: true } : {}),
      });
    };
    const create = (): Promise<unknown> =>
      call('create-connection', {
        system: random.pick(systemNames),
        name: 'Board',
        environment: 'test',
        practice: false,
        boardNumber: '',
        redirect: 'sis-server',
      });
    const rotate = async (id: string): Promise<void> => {
      for (const action of random.pick([
        ['begin'],
        ['begin', 'new'],
        ['begin', 'new', 'switch'],
        ['switch'],
        ['undo'],
        ['cancel'],
        ['remove-old'],
      ])) {
        if (action !== 'new') await call('act-on-rotation', { id, action, unproved: true });
        else if (known(id)) {
          await call('enter-new-secret', {
            id,
            field: systemsInPlay[ledger.systemOf(id)].secret,
            secret: secret(),
          });
        }
      }
    };
    /** Another program changes addresses in the file or swaps ciphertext; then the app restarts. */
    const tamper = (): void => {
      const path = join(folder, 'connections.json');
      const file = JSON.parse(readFileSync(path, 'utf8'));
      for (const connection of file.connections) {
        const mine = systemsInPlay[connection.system as SystemInPlay];
        if (random.chance(0.5))
          for (const field of mine.addresses) connection.values[field] = likelyAddress();
      }
      const owners = Object.keys(file.secrets);
      if (owners.length > 1 && random.chance(0.5)) {
        const [one = '', other = ''] = [random.pick(owners), random.pick(owners)];
        [file.secrets[one], file.secrets[other]] = [file.secrets[other], file.secrets[one]];
      }
      writeFileSync(path, JSON.stringify(file));
      wizard = start();
      lived.push('tampered with and restarted');
      for (const id of ledger.ids) ledger.valuesChanged(id, wizard.connections.get(id)?.values ?? {});
    };
    /**
     * Connections from a file: this wizard's own with other addresses, or somebody else's, with or without a secret.
     */
    const importFile = async (): Promise<void> => {
      const system = random.pick(systemNames);
      const own = wizard.connections
        .list()
        .map((connection) => ({ ...connection, secrets: new Map<string, string>() }));
      const theirs = {
        id: randomUUID(),
        system,
        name: 'Board',
        environment: 'test' as const,
        boardNumber: '',
      };
      const base =
        own.length > 0 && random.chance(0.7) ? random.pick(own) : { ...theirs, secrets: new Map() };
      const withSecret = random.chance(0.5);
      const brought = secret();
      const moved = {
        ...base,
        values: valuesFor(base.system),
        secrets: new Map(withSecret ? [[systemsInPlay[base.system].secret, brought]] : []),
        since: new Map(),
        more: new Map(),
      };
      writeFileSync(
        imported,
        withSecret ? await writeDatabase([moved], 'password', quick) : settingsText([moved]),
      );
      type Preview = { preview?: { attempt: string; items: readonly { item: number }[] } };
      let seen = (await call('choose-import', null)) as Preview | null;
      if (withSecret) seen = (await call('open-import', { password: 'password' })) as Preview | null;
      const { attempt, items = [] } = seen?.preview ?? {};
      await call('apply-import', { attempt, items: items.map(({ item }) => item) });
      for (const { id, system: made, values } of wizard.connections.list()) {
        if (!known(id)) ledger.created(id, made);
        ledger.valuesChanged(id, values);
        const shown = await wizard.vault.reveal({ connection: id, field: systemsInPlay[made].secret });
        if (shown.ok && shown.value === brought) ledger.entering(id, brought)('current');
      }
    };
    /** A hijacked window: any combination of channels, ids and fields. */
    const hostile = async (): Promise<void> => {
      const channel = random.pick(channelNames.filter((name) => name !== 'open-link'));
      await call(channel, {
        id: anId(),
        field: random.pick([
          'clientSecret',
          'consumerSecret',
          'accessToken',
          'serverUrl',
          '__proto__',
          'clientId',
        ]),
        secret: secret(),
        attempt: randomUUID(),
        probe: 'token',
        action: random.pick(['begin', 'switch', 'undo', 'remove-old', 'cancel']),
        unproved: true,
        values: { serverUrl: address(), tokenUrl: address() },
      });
    };

    await create();
    const first = anId();
    await edit(first);
    await enter(first);
    for (let left = random.whole(4, 12); left > 0; left -= 1) {
      actions += 1;
      for (const server of servers.all) {
        if (!random.chance(0.3)) continue;
        server.manner = random.pick(manners);
        server.elsewhere = random.pick(servers.all).origin;
      }
      const id = anId();
      const action = random.pick([
        'edit',
        'edit',
        'edit',
        'test',
        'test',
        'test',
        'enter',
        'rotate',
        'create',
        'restart',
        'tamper',
        'import',
        'import',
        'race',
        'hostile',
        'hostile',
        'all',
        'delete',
      ]);
      if (action === 'edit') await edit(id);
      else if (action === 'test') await test(id);
      else if (action === 'enter') await enter(id);
      else if (action === 'rotate') await rotate(id);
      else if (action === 'create' && ledger.ids.length < 4) await create();
      else if (action === 'restart') wizard = start();
      else if (action === 'tamper' && cipher.current === good) tamper();
      else if (action === 'import') await importFile();
      else if (action === 'hostile') await hostile();
      // An address changes, and the secret is replaced, while a check is running.
      else if (action === 'race') {
        const running = [test(id)];
        for (const next of [edit, random.chance(0.5) ? enter : rotate, test]) {
          // Each call is a separate message: one is handled before the next arrives.
          await new Promise(setImmediate);
          running.push(next(id));
        }
        await Promise.all(running);
      } else if (action === 'all')
        await call('test-all', null).then(() => wizard.call('cancel-test-all', null));
      else if (action === 'delete' && random.chance(0.3)) await call('delete-connection', { id });
      const captured = servers.take();
      requests += captured.length;
      const judged = ledger.judge(captured);
      rightly += judged.rightly;
      if (judged.leaks.length > 0 || wizard.bugs.length > 0) {
        const [bug] = wizard.bugs;
        if (bug !== undefined) throw new Error(`${bug.channel} threw`, { cause: bug.bug });
        const leaks = judged.leaks.map((leak) => ({ ...leak, seed: random.seed, lived }));
        return { sequences: sequence, actions, checks, requests, rightly, askedAgain, leaks };
      }
    }
    for (const id of ledger.ids) await call('delete-connection', { id });
  }
  return { sequences: count, actions, checks, requests, rightly, askedAgain, leaks: [] };
}
