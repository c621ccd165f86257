import { ok, type Result, refuse } from '@contract/result';
import type { Reading } from '@systems/system';
import type { Waiting } from '../http/waiting';
import { pathOf, recordPath } from './place';
import type { StoreRights } from './port';
import { dataOf, readRefusal } from './store-answers';
import type { StoreLine, TokenPort } from './store-line';

/** Stands for any record of the folder: policies are written for all of them. */
const ANY_ID = '00000000-0000-4000-8000-000000000000';

/** What the store's policies allow the token in a folder. The store decides again at each request. */
export async function askRights(
  line: StoreLine,
  token: TokenPort,
  folder: string,
  waiting: () => Waiting,
): Promise<Result<StoreRights, Reading>> {
  const ref = { folder, id: ANY_ID };
  const [list, data, metadata, gone] = [
    `${pathOf(line.place, 'metadata', folder)}/`,
    recordPath(line.place, 'data', ref),
    recordPath(line.place, 'metadata', ref),
    recordPath(line.place, 'delete', ref),
  ] as const;
  const asked = await line.ask(
    {
      path: 'sys/capabilities-self',
      token,
      body: async () => ok({ paths: [list, data, metadata, gone] }),
    },
    waiting,
  );
  if (!asked.ok) return asked;
  const { answer, url } = asked.value;
  const told = dataOf(answer);
  if (answer.status !== 200 || typeof told !== 'object' || told === null)
    return refuse(readRefusal(answer, url));
  const may = (path: string, ...wanted: readonly string[]): boolean => {
    const given: unknown = Object.hasOwn(told, path) ? Reflect.get(told, path) : undefined;
    if (!Array.isArray(given) || given.includes('deny')) return false;
    return given.includes('root') || wanted.every((one) => given.includes(one));
  };
  return ok({
    list: may(list, 'list') && may(metadata, 'read'),
    read: may(data, 'read'),
    write: may(data, 'create', 'update'),
    delete: may(metadata, 'read') && may(gone, 'update'),
  });
}
