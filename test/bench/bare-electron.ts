import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DesktopUser } from '../support/desktop-user';
import { installedRuntime, linkTree, type StagedApp, stageFolder } from '../support/staged-app';

/*
 * The app's baseline: the least that can be called a window on the same Electron, as in the quick start of Electron's
 * documentation. One window of the app's size, one page from `file://`, nothing else.
 */

/** The window's content. */
export type BarePage = 'heading' | 'field';

const bodies: Readonly<Record<BarePage, string>> = {
  // Focusable, so that it can respond to a key.
  heading: '<h1 tabindex="0">Hello</h1>',
  field: '<label>Name <input autofocus /></label>',
};

export function stageBareElectron(user: DesktopUser, page: BarePage): StagedApp {
  const html = `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Bare</title></head><body>${bodies[page]}</body></html>
`;
  const main = `
const { app, BrowserWindow } = require('electron');
app.whenReady().then(() => {
  const window = new BrowserWindow({ width: 1240, height: 800 });
  window.loadFile('index.html');
});
app.on('window-all-closed', () => app.quit());
`;
  return stage(user, `bare-${page}`, { 'main.js': main, 'index.html': html });
}

/** Starts without a window and quits as soon as it is ready. */
export function stageQuittingElectron(user: DesktopUser): StagedApp {
  return stage(user, 'bare-quitting', {
    'main.js': "const { app } = require('electron');\napp.whenReady().then(() => app.quit());\n",
  });
}

function stage(user: DesktopUser, name: string, files: Readonly<Record<string, string>>): StagedApp {
  const runtime = installedRuntime();
  const folder = stageFolder(user, `${name}-${runtime.version}-1`, (into) => {
    linkTree(runtime.distFolder, join(into, 'electron'));
    // Where both the released Electron and the stand-in look for their app first.
    const app = join(into, 'electron/resources/app');
    mkdirSync(app, { recursive: true });
    writeFileSync(join(app, 'package.json'), JSON.stringify({ name, version: '1.0.0', main: 'main.js' }));
    for (const [file, content] of Object.entries(files)) writeFileSync(join(app, file), content);
  });
  return { executable: join(folder, 'electron/electron'), appArguments: [] };
}
