import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { StartView } from '@contract/channels';
import { noneInForce, policiesView } from '@contract/policies';
import { describe, expect, it } from 'vitest';
import { ConnectionStore } from '../../../electron/connections/connection-store';
import { FirstPaint } from '../../../electron/first-paint/first-paint';
import { temporaryFolder } from '../../support/temporary-folder';

const now = () => new Date('2026-01-05T08:00:00.000Z');

function start({ isOn = true } = {}) {
  const folder = temporaryFolder();
  const [rendererFolder, dataFolder] = [join(folder, 'renderer'), join(folder, 'data')];
  mkdirSync(rendererFolder);
  writeFileSync(join(rendererFolder, 'index.html'), 'plain');
  writeFileSync(join(rendererFolder, 'first-en.html'), 'drawn');
  writeFileSync(join(rendererFolder, 'rows-en.json'), '{}');
  const asked: string[] = [];
  let show = (): void => undefined;
  let paint = (): void => undefined;
  const firstPaint = new FirstPaint({
    isOn,
    rendererFolder,
    dataFolder,
    language: () => 'en',
    now,
    window: {
      once: (event, listener) => {
        asked.push(event);
        show = listener;
      },
      webContents: {
        mainFrame: {
          executeJavaScript: () =>
            new Promise((done) => {
              paint = () => done(null);
            }),
        },
      },
    },
  });
  const view: Omit<StartView, 'isDrawn'> = {
    version: '1.0.0',
    electron: '45.0.0',
    electronShips: true,
    policies: policiesView(noneInForce),
    language: 'en',
    region: null,
    connections: [],
    notices: [],
    dataFolder,
    testAll: null,
  };
  return { firstPaint, dataFolder, view, asked, show: () => show(), paint: () => paint() };
}

/** Whether the promise has settled once all pending work is done. */
async function hasCome(what: Promise<void>): Promise<boolean> {
  let isThere = false;
  void what.then(() => {
    isThere = true;
  });
  await new Promise(setImmediate);
  return isThere;
}

describe('the first paint', () => {
  it('is the drawn page, and what is behind it waits until that is on the screen', async () => {
    const { firstPaint, view, show, paint } = start();
    expect(String(firstPaint.page())).toBe('drawn');
    expect(firstPaint.isDrawn(view)).toBe(true);
    expect(firstPaint.isDrawn({ ...view, language: 'fr' })).toBe(false);
    const shown = firstPaint.shown();
    show();
    expect(await hasCome(shown)).toBe(false);
    paint();
    expect(await hasCome(shown)).toBe(true);
  });

  it('is plain where the glance cannot tell, and nothing waits', async () => {
    const { firstPaint, dataFolder, view } = start();
    new ConnectionStore({ folder: dataFolder, now });
    writeFileSync(join(dataFolder, 'connections.json'), '{');
    expect(String(firstPaint.page())).toBe('plain');
    expect(firstPaint.isDrawn(view)).toBe(false);
    expect(await hasCome(firstPaint.shown())).toBe(true);
  });

  it('is made anew for each load', () => {
    const { firstPaint, dataFolder, view } = start();
    expect(String(firstPaint.page())).toBe('drawn');
    new ConnectionStore({ folder: dataFolder, now });
    writeFileSync(join(dataFolder, 'connections.json'), '{');
    expect(String(firstPaint.page())).toBe('plain');
    expect(firstPaint.isDrawn(view)).toBe(false);
  });

  it('is plain and waits for nothing while it is switched off', async () => {
    const { firstPaint, view, asked } = start({ isOn: false });
    expect(String(firstPaint.page())).toBe('plain');
    expect(firstPaint.isDrawn(view)).toBe(false);
    expect(await hasCome(firstPaint.shown())).toBe(true);
    expect(asked).toEqual([]);
  });
});
