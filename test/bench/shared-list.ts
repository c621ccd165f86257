import type { Connection } from '@contract/connection';
import { STORE_DEFAULTS, type StoreSettings } from '@contract/shared-store';
import { storedValue } from '../../electron/connections/connections-text';
import type { KeptListing, SharedLink } from '../../electron/connections/shared-file';
import { type Desktop, startDesktop } from '../support/desktop';
import { launchApp } from '../support/launch-app';
import { stagePackedAppWithInspectFuse } from '../support/packed-app';
import { button, press } from '../support/window';
import { en } from '../support/window-words';
import { KEYS, KeyPresser } from './key-presser';
import { manyConnections } from './long-list';
import type { Part } from './part';
import { row } from './row';
import { ScreenWatch } from './screen-watch';

const COUNT = 2_000;
const FOLDERS = 40;
const QUIET_MS = 1_000;

/** A long list of shared connections, each brought to this computer, against the same list of its own. */
export const sharedList: Part = {
  name: 'shared-list',
  title: `The list of ${COUNT} shared connections, against the same list from the computer’s own file`,
  measure: async ({ rounds, short, say }) => {
    const connections = manyConnections(COUNT);
    const own = await openList(en.connections.page.back, /Test/, (desktop) =>
      writeConnections(desktop, connections),
    );
    const shared = await openList(en.sharing.open, /Shared · Folder board/, (desktop) => {
      writeConnections(desktop, connections);
      desktop.writeFile('data/shared.json', sharedFile(connections));
    });
    try {
      const samples = { bare: [] as number[], app: [] as number[] };
      for (let round = 0; round < (short ? 1 : rounds); round += 1) {
        const sides = [
          async () => samples.bare.push(await own.show()),
          async () => samples.app.push(await shared.show()),
        ];
        for (const side of round % 2 === 0 ? sides : sides.reverse()) await side();
        say(
          `  ${round + 1}: own ${samples.bare.at(-1)?.toFixed(0)} ms, shared ${samples.app.at(-1)?.toFixed(0)} ms`,
        );
      }
      return [
        row({
          measure: `key → list of ${COUNT} shared connections`,
          unit: 'ms',
          ...samples,
          bounds: [{ kind: 'ratio', atMost: 1.5 }],
          note: 'held against the list of as many connections from the own file, not against a bare Electron',
        }),
      ];
    } finally {
      await shared.end();
      await own.end();
    }
  },
};

/**
 * The app, from whose page for export and import a button leads to a list.
 * @param sign what stands in its rows
 */
async function openList(action: string, sign: RegExp, furnish: (desktop: Desktop) => void) {
  const desktop = await startDesktop({ picture: true });
  const watch = new ScreenWatch(desktop);
  const keys = await KeyPresser.on(desktop);
  desktop.makeFolder('data');
  furnish(desktop);
  const program = stagePackedAppWithInspectFuse(desktop.user);
  const launched = await launchApp(desktop, { program, userData: desktop.makeFolder('data') });
  const { page } = launched;
  const end = async (): Promise<void> => {
    await launched.close();
    keys.close();
    watch.close();
    await desktop.stop();
  };
  /** Focuses the button on the page before the list. */
  const getReady = async (): Promise<void> => {
    if (await button(page, en.connections.page.back).isVisible()) await press(page, en.connections.page.back);
    await press(page, en.connections.move);
    await button(page, action).focus();
    await watch.settled(QUIET_MS);
  };
  try {
    // Once unmeasured: the page is loaded, and its picture is known.
    await getReady();
    keys.press(KEYS.enter);
    await page.locator(`[aria-setsize="${COUNT}"]`).first().filter({ hasText: sign }).waitFor();
    const whole = await watch.settled(QUIET_MS);
    return {
      /** From the key to the whole first screenful, ms. */
      show: async (): Promise<number> => {
        await getReady();
        const began = keys.press(KEYS.enter);
        return (await watch.waitFor('the whole list', (picture) => picture.equals(whole))) - began;
      },
      end,
    };
  } catch (problem) {
    await end();
    throw problem;
  }
}

const writeConnections = (desktop: Desktop, connections: readonly Connection[]): void => {
  const state = { connections: new Map(connections.map((each) => [each.id, each])), secrets: new Map() };
  desktop.writeFile('data/connections.json', JSON.stringify(storedValue(state)));
};

/** What the computer knows of its store, once everything was read: every connection is in step. */
function sharedFile(connections: readonly Connection[]): string {
  const at = new Date().toISOString();
  const links: Record<string, SharedLink> = {};
  const records: KeptListing['records'] = [];
  for (const [index, connection] of connections.entries()) {
    const { id, system, name, environment, boardNumber, values } = connection;
    const folder = `board ${index % FOLDERS}`;
    const changedBy = 'marie';
    const written = { origins: [], rotatedAt: null, changedBy, changedAt: at, secretFields: [], next: null };
    const record = { version: 1, system, name, environment, boardNumber, values, ...written } as const;
    links[id] = {
      folder,
      base: { version: 1, at, record },
      seen: {},
      confirmed: {},
      asOf: at,
      own: null,
      sent: [],
      taking: null,
      held: null,
    };
    const about = { system, name, environment, changedBy, expires: null, replacedBy: null, forVersion: 1 };
    records.push({ ref: { folder, id }, version: 1, at, isGone: false, about });
  }
  const settings: StoreSettings = {
    address: 'https://127.0.0.1:9',
    ...STORE_DEFAULTS,
    namespace: null,
    signIn: { way: 'ldap', mount: 'ldap' },
  };
  const listing: KeptListing = { asOf: at, otherEntries: 0, records };
  return JSON.stringify({ version: 1, settings, role: null, links, listing, sealed: {} });
}
