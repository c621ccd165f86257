import { join } from 'node:path';
import { app } from 'electron';
import { BUILD_ID } from '../identity';
import { type AboutProgram, Bugs, filesOfBuild } from '../log/bugs';
import { FileLog } from '../log/log';

/* The log of this process, shared by the window and the command line, and created on first use. */

let log: FileLog | null = null;
let noted: Bugs | null = null;

export function appLog(): FileLog {
  log ??= new FileLog(app.getPath('userData'));
  return log;
}

/** The facts about the program included in logs and bug details. */
export const aboutProgram = (): AboutProgram => ({
  version: app.getVersion(),
  build: BUILD_ID,
  electron: process.versions.electron,
  platform: process.platform,
});

/** All bugs of this process, counted together. */
export function bugs(): Bugs {
  noted ??= new Bugs({
    about: aboutProgram(),
    // This bundle is in the `main` folder of the built app.
    files: () => filesOfBuild(join(import.meta.dirname, '..')),
    write: (event) => appLog().write(event),
  });
  return noted;
}
