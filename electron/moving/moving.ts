import { databaseThread } from './database-thread';
import { type ExportPorts, Exports } from './exports';
import { type ImportPorts, Imports } from './imports';
import { readChosenFile } from './read-file';

export interface Moving {
  readonly exports: Exports;
  readonly imports: Imports;
}

export interface MovingPorts
  extends Omit<ExportPorts, 'thread'>,
    Omit<ImportPorts, 'thread' | 'choose' | keyof ExportPorts> {
  readonly connections: ImportPorts['connections'];
  readonly vault: ImportPorts['vault'] & ExportPorts['vault'];
  /** The built file of the database worker. */
  readonly worker: string;
  /** The worker broke down for no reason that lies in the file. */
  readonly onBug: (bug: unknown) => void;
  /** Asks the person which file, by the system's own dialog; null when they thought better of it. */
  readonly askWhich: () => Promise<string | null>;
}

/** Both ways of moving connections, put together. */
export function makeMoving({ worker, onBug, askWhich, ...ports }: MovingPorts): Moving {
  const thread = databaseThread(worker, onBug);
  const choose = async () => {
    const path = await askWhich();
    return path === null ? { kind: 'cancelled' as const } : readChosenFile(path);
  };
  return { exports: new Exports({ ...ports, thread }), imports: new Imports({ ...ports, thread, choose }) };
}
