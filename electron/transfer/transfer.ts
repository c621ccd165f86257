import type { Failure } from '@contract/channels';
import { ok, type Result, refuse } from '@contract/result';
import type { ChosenFile } from '@contract/transfer';
import { type ExportPorts, Exports } from './exports';
import { type ImportPorts, Imports } from './imports';
import { readChosenFile } from './read-file';

export interface Transfer {
  readonly exports: Pick<Exports, 'exportables' | 'toDatabase' | 'toSettings'>;
  readonly imports: Pick<Imports, 'open' | 'apply' | 'takeBack' | 'forget'> & {
    choose(): Promise<Result<ChosenFile, Failure>>;
  };
}

export interface TransferPorts extends ExportPorts, Omit<ImportPorts, 'choose' | keyof ExportPorts> {
  readonly connections: ImportPorts['connections'];
  readonly vault: ImportPorts['vault'] & ExportPorts['vault'];
  /** Lets the user choose a file; null if they cancelled. */
  readonly askWhich: () => Promise<string | null>;
}

/** Creates the export and the import service. */
export function makeTransfer({ askWhich, ...ports }: TransferPorts): Transfer {
  const choose = async () => {
    const path = await askWhich();
    return path === null ? { kind: 'cancelled' as const } : readChosenFile(path);
  };
  const exports = new Exports(ports);
  const imports = new Imports({ ...ports, choose });
  const oneAtATime = turnDownWhileBusy();
  return {
    exports: {
      exportables: () => exports.exportables(),
      toDatabase: (...asked) => oneAtATime(() => exports.toDatabase(...asked)),
      toSettings: (ids) => oneAtATime(() => exports.toSettings(ids)),
    },
    imports: {
      choose: () => oneAtATime(async () => ok(await imports.choose())),
      open: (password) => oneAtATime(() => imports.open(password)),
      apply: (attempt, numbers) => oneAtATime(() => imports.apply(attempt, numbers)),
      takeBack: () => imports.takeBack(),
      forget: () => imports.forget(),
    },
  };
}

/** A second click must not open a second dialog or write twice. */
function turnDownWhileBusy() {
  let isBusy = false;
  return async <Value>(work: () => Promise<Result<Value, Failure>>): Promise<Result<Value, Failure>> => {
    if (isBusy) return refuse({ code: 'busy' });
    isBusy = true;
    try {
      return await work();
    } finally {
      isBusy = false;
    }
  };
}
