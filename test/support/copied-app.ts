import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Desktop } from './desktop';
import { type StagedApp, stageApp, stageFolder } from './staged-app';

/** Copies the freshly built app into its own folder, to be damaged, and returns where its files are. */
export function copyOfApp(
  desktop: Desktop,
  name: string,
): { readonly program: StagedApp; readonly folder: string } {
  const { executable, appArguments } = stageApp(desktop.user);
  const stage = join(executable, '../..');
  const copy = stageFolder(desktop.user, `${name}-${process.pid}-${Date.now()}`, (work) =>
    execFileSync('cp', ['-a', `${stage}/.`, work]),
  );
  const inCopy = (path: string): string => path.replace(stage, copy);
  const [named] = appArguments;
  return {
    program: { executable: inCopy(executable), appArguments: appArguments.map(inCopy) },
    folder: named === undefined ? join(copy, 'electron/resources/app') : inCopy(named),
  };
}

/** Inserts code at the start of main's entry; the rest is as built. */
export function runBefore(folder: string, code: string): void {
  const entry = join(folder, 'main/entry.mjs');
  writeFileSync(entry, `${code}${readFileSync(entry, 'utf8')}`);
}
