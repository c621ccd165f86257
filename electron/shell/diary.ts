import { join } from 'node:path';
import { app } from 'electron';
import { BUILD_ID } from '../identity';
import { type AboutProgram, Bugs, filesOfBuild } from '../log/bugs';
import { FileLog } from '../log/log';

/* The one diary of this process, made when it is first written to. Both programs share it. */

let log: FileLog | null = null;
let noted: Bugs | null = null;

export function diary(): FileLog {
  log ??= new FileLog(app.getPath('userData'));
  return log;
}

/** What is told of the program itself wherever it is asked for. */
export const aboutProgram = (): AboutProgram => ({
  version: app.getVersion(),
  build: BUILD_ID,
  electron: process.versions.electron,
  platform: process.platform,
});

/** The bugs of this process, counted together wherever they come from. */
export function bugs(): Bugs {
  noted ??= new Bugs({
    about: aboutProgram(),
    // This bundle lies in the folder `main` of the built app.
    files: () => filesOfBuild(join(import.meta.dirname, '..')),
    write: (event) => diary().write(event),
  });
  return noted;
}
