import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ok, refuse } from '@contract/result';
import { expect, it } from 'vitest';
import { writeDatabase } from '../../../electron/transfer/database';
import { type DatabaseThread, databaseThread } from '../../../electron/transfer/database-thread';
import { makeTransfer } from '../../../electron/transfer/transfer';
import { everySystem } from '../../fakes/portable-connection';
import { behindTheWindow } from '../../support/behind-the-window';
import { quick } from '../../support/quick-thread';
import { temporaryFolder } from '../../support/temporary-folder';

const PASSWORD = 'a password';

it('a database that takes long to open is given up at once when the user cancels', async () => {
  const folder = temporaryFolder();
  const file = join(folder, 'slow.kdbx');
  writeFileSync(file, await writeDatabase(everySystem.slice(0, 1), PASSWORD, quick));
  // As long as an affordable database may take: the thread never answers by itself.
  const endless = join(folder, 'endless.mjs');
  writeFileSync(endless, 'for (;;);');
  const bugs: unknown[] = [];
  const slow = databaseThread(endless, (bug) => bugs.push(bug));
  let begun: () => void = () => undefined;
  const running = new Promise<void>((resolve) => {
    begun = resolve;
  });
  const thread: DatabaseThread = {
    ...slow,
    read: (...asked) => {
      begun();
      return slow.read(...asked);
    },
  };
  const now = () => new Date('2026-01-05T08:00:00.000Z');
  const { connections, vault, rotations } = behindTheWindow({ folder, now });
  const { imports } = makeTransfer({
    connections,
    vault,
    rotations,
    now,
    thread,
    record: () => undefined,
    askWhere: async () => null,
    askWhich: async () => file,
    isForbidden: false,
    isAllowed: () => true,
    isFixed: () => false,
  });
  expect(await imports.choose()).toEqual(ok({ kind: 'database', fileName: 'slow.kdbx' }));
  const opening = imports.open(PASSWORD);
  await running;
  imports.forget();
  expect(await opening).toEqual(refuse({ code: 'not-found' }));
  expect(await imports.choose(), 'nothing is busy any more').toMatchObject({ ok: true });
  expect(bugs).toEqual([]);
});
