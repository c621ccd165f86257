import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Desktop } from './desktop';
import { runAs, spawnAs } from './desktop-user';
import { waitFor } from './wait-for';

/*
 * A recorder in the place of a screen reader (`listen.py`), and a keyboard that is the screen's own: keys reach the
 * window through X, as a person's do. The desktop must have been started with `screenReader`.
 */

export interface Focus {
  readonly kind: 'focus';
  readonly role: string;
  readonly name: string;
  readonly description: string;
  /** Of a heading, else 0. */
  readonly level: number;
  readonly states: readonly string[];
  /** The name of the dialog that it is in, else empty. */
  readonly dialog: string;
}

export interface Said {
  readonly kind: 'says';
  readonly words: string;
  readonly live: 'polite' | 'assertive';
}

export type Heard =
  | Focus
  | Said
  | { readonly kind: 'window'; readonly name: string }
  /** An object was gone before it could be asked what it is. */
  | { readonly kind: 'gone'; readonly event: string; readonly why: string };

/** An object of the window; those below it follow it, one deeper. */
interface TreeNode {
  readonly depth: number;
  readonly role: string;
  readonly name: string;
  readonly description: string;
  readonly states: readonly string[];
  /** Its own text with its children's, as it is read. */
  readonly text: string;
}

type Line =
  | Heard
  | { readonly kind: 'ready' }
  | { readonly kind: 'tree'; readonly nodes: readonly TreeNode[] };

export interface Listener {
  /** All that was heard, first to last. */
  readonly heard: readonly Heard[];
  /** Waits until something is heard that fits, after the mark; gives it. */
  waitToHear<Fits extends Heard>(
    what: string,
    mark: number,
    fits: (heard: Heard) => heard is Fits,
  ): Promise<Fits>;
  /** Waits until nothing has been heard for a moment. */
  quiet(ms?: number): Promise<void>;
  tree(): Promise<readonly TreeNode[]>;
  /** Gives the app's window the keyboard, which no window manager does here. */
  takeKeyboard(): Promise<void>;
  /** Presses keys by their X names: `Tab`, `shift+Tab`, `F1`. */
  press(...keys: readonly string[]): Promise<void>;
  type(text: string): Promise<void>;
}

/** Longer than the window gathers what it says (renderer/components/announcer.tsx). */
const SILENCE_MS = 300;

/** Starts listening. Ended with the desktop. */
export async function startListener(desktop: Desktop): Promise<Listener> {
  const place = { env: desktop.env, cwd: desktop.home };
  // The desktop's person may not read the checkout.
  const script = readFileSync(join(import.meta.dirname, 'listen.py'), 'utf8');
  const child = spawnAs(desktop.user, '/usr/bin/python3', ['-c', script], { ...place, stdio: 'pipe' });
  if (child.stdout === null) throw new Error('The recorder has no output');
  const heard: Heard[] = [];
  const trees: (readonly TreeNode[])[] = [];
  let lastHeardAt = 0;
  let isReady = false;
  let complaint = '';
  child.stderr?.on('data', (part: Buffer) => {
    complaint += part.toString();
  });
  createInterface(child.stdout).on('line', (text) => {
    const line: Line = JSON.parse(text);
    if (line.kind === 'ready') isReady = true;
    else if (line.kind === 'tree') trees.push(line.nodes);
    else {
      heard.push(line);
      lastHeardAt = performance.now();
    }
  });
  await waitFor('the recorder to listen', () => {
    if (child.exitCode !== null) throw new Error(`The recorder ended with ${child.exitCode}: ${complaint}`);
    return isReady || undefined;
  });
  const xdotool = async (...words: readonly string[]): Promise<string> =>
    runAs(desktop.user, 'xdotool', words, place);
  return {
    heard,
    waitToHear: (what, mark, fits) => waitFor(what, () => heard.slice(mark).find(fits)),
    quiet: async (ms = SILENCE_MS) => {
      await waitFor('a moment of silence', () => performance.now() - lastHeardAt > ms || undefined);
    },
    tree: async () => {
      const count = trees.length;
      child.stdin?.write('tree\n');
      return waitFor('the window’s tree', () => trees[count]);
    },
    takeKeyboard: async () => {
      const window = await waitFor('the window on the screen', async () => {
        const found = await xdotool('search', '--onlyvisible', '--name', '.').catch(() => '');
        return found.split('\n')[0] || undefined;
      });
      await xdotool('windowfocus', '--sync', window);
    },
    press: async (...keys) => {
      await xdotool('key', ...keys);
    },
    type: async (text) => {
      // On a busy computer the screen mixes up keys that follow each other faster than a person's.
      await xdotool('type', '--delay', '50', text);
    },
  };
}
