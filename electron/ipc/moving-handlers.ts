import { ok } from '@contract/result';
import type { Moving } from '../moving/moving';
import type { Handlers } from './handlers';

type MovingChannels =
  | 'list-movable'
  | 'export-database'
  | 'export-settings'
  | 'choose-import'
  | 'open-import'
  | 'apply-import'
  | 'take-back-import'
  | 'forget-import';

/** @param load gets what moves connections when the first call comes */
export function movingHandlers(load: () => Promise<Moving>): Pick<Handlers, MovingChannels> {
  return {
    'list-movable': async () => ok(await (await load()).exports.movables()),
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
