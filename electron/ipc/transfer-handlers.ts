import { ok } from '@contract/result';
import type { Transfer } from '../transfer/transfer';
import type { Handlers } from './handlers';

export type TransferChannels =
  | 'list-exportable'
  | 'export-database'
  | 'export-settings'
  | 'choose-import'
  | 'open-import'
  | 'apply-import'
  | 'take-back-import'
  | 'forget-import';

/** @param load loads the transfer code on the first call */
export function transferHandlers(load: () => Promise<Transfer>): Pick<Handlers, TransferChannels> {
  return {
    'list-exportable': async () => ok(await (await load()).exports.exportables()),
    'export-database': async ({ connections, secrets, password }) =>
      (await load()).exports.toDatabase(connections, secrets, password),
    'export-settings': async ({ connections }) => (await load()).exports.toSettings(connections),
    'choose-import': async () => (await load()).imports.choose(),
    'open-import': async ({ password }) => (await load()).imports.open(password),
    'apply-import': async ({ attempt, items }) => (await load()).imports.apply(attempt, items),
    'take-back-import': async () => (await load()).imports.takeBack(),
    'forget-import': async () => {
      (await load()).imports.forget();
      return ok(null);
    },
  };
}
