import {
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Connection } from '@contract/connection';
import type { Report } from '@contract/report';
import type { Result } from '@contract/result';
import type { RotationAction } from '@contract/rotation';
import { afterAll, expect } from 'vitest';
import { aConnection } from '../fakes/connections';
import { passedSteps, reportWith } from '../fakes/reports';
import { FakeCipher } from '../fakes/secret-cipher';
import './faulty-disk';

// Imported only now: the libraries that write keep the functions they find at load time.
const { ConnectionStore } = await import('../../electron/connections/connection-store');
const { HistoryStore } = await import('../../electron/connections/history-store');
const { ReportStore } = await import('../../electron/connections/report-store');
const { SettingsStore } = await import('../../electron/connections/settings-store');
const { Vault } = await import('../../electron/secrets/vault');
const { behindTheWindow } = await import('./behind-the-window');

/* Every way the app changes its data, to be tried on a disk that fails or loses power. */

const now = () => new Date('2026-01-05T08:00:00.000Z');
export const ONE = '0b6f2f0e-5f0f-4d55-9a4e-000000000001';
const TWO = '0b6f2f0e-5f0f-4d55-9a4e-000000000002';
const NEW = '0b6f2f0e-5f0f-4d55-9a4e-000000000003';
const ref = (connection: string) => ({ connection, field: 'clientSecret' });
const record = (cipher: string) => ({ format: 1, backend: 'gnome_libsecret', savedAt: 'now', cipher });
export const connectionsIn = (folder: string) => new ConnectionStore({ folder, now });
export const settingsIn = (folder: string) => new SettingsStore({ folder, now });
export const reportsIn = (folder: string) => new ReportStore({ folder, now });
export const historyIn = (folder: string) => new HistoryStore({ folder, now });
const cipher = new FakeCipher();
const aReport = (change: Pick<Report, 'durationMs'>): Report => ({ ...reportWith(passedSteps), ...change });

// In memory if possible: thousands of real flushes would take minutes and prove no more.
const base = mkdtempSync(join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'wizard-worlds-'));
afterAll(() => rmSync(base, { recursive: true, force: true }));

/** Two connections with a secret each, settings, and the first one's reports. */
async function fill(folder: string): Promise<void> {
  const store = connectionsIn(folder);
  const vault = new Vault({ cipher, records: store, now });
  for (const [id, name] of [
    [ONE, 'one'],
    [TWO, 'two'],
  ] as const) {
    expect(store.create(aConnection({ id, name })).ok).toBe(true);
    expect(await vault.save(ref(id), `secret of ${name}`, ['https://api.example'])).toMatchObject({
      ok: true,
    });
  }
  expect(settingsIn(folder).update({ language: 'fr', practicePort: 4711 }).ok).toBe(true);
  for (const durationMs of [1, 2]) expect(reportsIn(folder).add(ONE, aReport({ durationMs })).ok).toBe(true);
}

export const stateOf = {
  async connections(folder: string): Promise<unknown> {
    const store = connectionsIn(folder);
    const vault = new Vault({ cipher, records: store, now });
    const places = store
      .list()
      .flatMap(({ id }) => [
        ref(id),
        ...(['next', 'previous'] as const).map((slot) => ({ ...ref(id), slot })),
      ]);
    const secrets = places.map(async (place) => {
      const shown = await vault.reveal(place);
      return shown.ok ? shown.value : [shown.failure, store.readSecret(place)];
    });
    return { list: store.list().map(inAnyRun), secrets: await Promise.all(secrets) };
  },
  async settings(folder: string): Promise<unknown> {
    return settingsIn(folder).get();
  },
  async reports(folder: string): Promise<unknown> {
    return reportsIn(folder).list(ONE);
  },
};

/** The session that switched differs in every world. */
const inAnyRun = ({ rotation, ...rest }: Connection) => ({
  ...rest,
  rotation: rotation?.phase === 'switched' ? { ...rotation, switchedIn: 'some run' } : rotation,
});

export interface Change {
  readonly what: string;
  readonly file: keyof typeof stateOf;
  /** Starts with an empty folder instead of two connections. */
  readonly anew?: boolean;
  /** Text that must be in no file once the change was reported done. */
  readonly goneAfter?: (folder: string) => string;
  /** Opens what is needed on a good disk and returns the change to run on the failing one. */
  readonly open: (folder: string) => Act | Promise<Act>;
}
type Act = () => Result<unknown, unknown> | Promise<Result<unknown, unknown>>;

const onStore =
  (act: (store: InstanceType<typeof ConnectionStore>) => Result<unknown, unknown>) => (folder: string) => {
    const store = connectionsIn(folder);
    return () => act(store);
  };

/** A rotation of ONE's secret with these actions already done; `restart` counts as one. */
const rotating =
  (done: readonly (RotationAction | 'enter' | 'restart')[], action: RotationAction) =>
  async (folder: string): Promise<Act> => {
    // Other traces of a rotation have their own worlds.
    const rotationPorts = { reports: { add: () => undefined }, history: { record: () => undefined } };
    const program = () => behindTheWindow({ folder, now, cipher, rotationPorts }).rotations;
    let rotations = program();
    for (const one of done) {
      if (one === 'restart') {
        rotations = program();
        await rotations.readBack(ONE);
        continue;
      }
      const went =
        one === 'enter'
          ? await rotations.enterSecret(ONE, 'clientSecret', 'a new secret')
          : await rotations.act(ONE, one, true);
      expect(went).toMatchObject({ ok: true });
    }
    return () => rotations.act(ONE, action, true);
  };

export const changes: readonly Change[] = [
  {
    what: 'several connections and their secrets at once',
    file: 'connections',
    open: onStore((store) =>
      store.changeTogether({
        put: [aConnection({ id: ONE, name: 'renamed' }), aConnection({ id: NEW, name: 'three' })],
        records: [ONE, NEW].map((id) => ({ ref: ref(id), record: record(`another of ${id}`) })),
      }),
    ),
  },
  {
    what: 'an import that is taken back',
    file: 'connections',
    open: onStore((store) =>
      store.changeTogether({
        put: [aConnection({ id: ONE, name: 'as it was' })],
        removed: [TWO],
        records: [{ ref: ref(ONE), record: record('as it was') }],
        purge: true,
      }),
    ),
    goneAfter: (folder) => cipherOf(folder, TWO),
  },
  { what: 'a replacement, begun', file: 'connections', open: rotating([], 'begin') },
  {
    what: 'a replacement, the new one in use',
    file: 'connections',
    open: rotating(['begin', 'enter'], 'switch'),
  },
  {
    what: 'a replacement, the old one back in use',
    file: 'connections',
    open: rotating(['begin', 'enter', 'switch'], 'undo'),
  },
  {
    what: 'a replacement, the new one dropped',
    file: 'connections',
    open: rotating(['begin', 'enter'], 'cancel'),
    goneAfter: (folder) => cipherOf(folder, ONE, 'clientSecret@next'),
  },
  {
    what: 'a replacement, the old one removed',
    file: 'connections',
    open: rotating(['begin', 'enter', 'switch', 'restart'], 'remove-old'),
    goneAfter: (folder) => cipherOf(folder, ONE, 'clientSecret@previous'),
  },

  {
    what: 'a new connection',
    file: 'connections',
    open: onStore((store) => store.create(aConnection({ id: NEW, name: 'three' }))),
  },
  {
    what: 'the very first connection',
    file: 'connections',
    anew: true,
    open: onStore((store) => store.create(aConnection({ id: NEW, name: 'first' }))),
  },
  {
    what: 'an edited connection',
    file: 'connections',
    open: onStore((store) =>
      store.replace(aConnection({ id: ONE, name: 'renamed', values: { clientId: 'x' } })),
    ),
  },
  {
    what: 'the result of a check',
    file: 'connections',
    open: (folder) => {
      const store = connectionsIn(folder);
      const at = '2026-01-05T08:00:00.000Z';
      const lastCheck = { at, outcome: 'passed' as const, proved: true, step: null, code: null };
      const put = store.list().map((connection) => ({ ...connection, lastCheck }));
      return () => store.changeTogether({ put, records: [] });
    },
  },
  {
    what: 'a deleted connection',
    file: 'connections',
    open: onStore((store) => store.delete(ONE)),
    goneAfter: (folder) => cipherOf(folder, ONE),
  },
  {
    what: 'a record of a secret',
    file: 'connections',
    open: onStore((store) => store.writeSecret(ref(ONE), record('another'))),
  },
  { what: 'forgotten secrets', file: 'connections', open: onStore((store) => store.forgetSecrets(ONE)) },
  {
    what: 'a secret through the vault',
    file: 'connections',
    open: (folder) => {
      const vault = new Vault({ cipher, records: connectionsIn(folder), now });
      return () => vault.save(ref(TWO), 'a new secret', ['https://api.example']);
    },
  },
  {
    what: 'a change after another program damaged the file',
    file: 'connections',
    open: (folder) => {
      const store = connectionsIn(folder);
      truncateSync(join(folder, 'connections.json'), 40);
      return () => store.create(aConnection({ id: NEW, name: 'three' }));
    },
  },
  {
    what: 'settings',
    file: 'settings',
    open: (folder) => {
      const store = settingsIn(folder);
      return () => store.update({ language: 'en' });
    },
  },
  {
    what: 'the very first settings',
    file: 'settings',
    anew: true,
    open: (folder) => {
      const store = settingsIn(folder);
      return () => store.update({ language: 'fr' });
    },
  },
  {
    what: 'a report',
    file: 'reports',
    open: (folder) => {
      const store = reportsIn(folder);
      return () => store.add(ONE, aReport({ durationMs: 3 }));
    },
  },
  {
    what: 'the very first report',
    file: 'reports',
    anew: true,
    open: (folder) => {
      const store = reportsIn(folder);
      return () => store.add(ONE, aReport({ durationMs: 3 }));
    },
  },
];

const cipherOf = (folder: string, id: string, key = 'clientSecret'): string =>
  JSON.parse(readFileSync(join(folder, 'connections.json'), 'utf8')).secrets[id][key].cipher;

let count = 0;
/** A folder to be changed: filled as above, or not even created. */
export async function folderFor(anew: boolean): Promise<string> {
  const template = join(base, 'filled');
  if (count === 0) await fill(template);
  count += 1;
  const folder = join(base, `world-${count}`);
  if (!anew) cpSync(template, folder, { recursive: true });
  return folder;
}

export const filesIn = (folder: string): string[] =>
  existsSync(folder)
    ? readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
        statSync(join(folder, name)).isFile(),
      )
    : [];
export const leftovers = (folder: string): string[] =>
  filesIn(folder).filter((name) => name.includes('.tmp-'));
export const filesWith = (folder: string, text: string): string[] =>
  filesIn(folder).filter((name) => readFileSync(join(folder, name), 'utf8').includes(text));
