import { refuse } from '@contract/result';
import { expect, it } from 'vitest';
import { makeTransfer } from '../../../electron/transfer/transfer';
import { behindTheWindow } from '../../support/behind-the-window';
import { quickThread } from '../../support/quick-thread';
import { temporaryFolder } from '../../support/temporary-folder';

it('a second click opens no second dialog, and the next one after it does', async () => {
  const now = () => new Date('2026-01-05T08:00:00.000Z');
  const { connections, vault, rotations } = behindTheWindow({ folder: temporaryFolder(), now });
  const answers: (() => void)[] = [];
  const ask = () => new Promise<null>((answer) => answers.push(() => answer(null)));
  const { imports, exports } = makeTransfer({
    connections,
    vault,
    rotations,
    now,
    thread: quickThread,
    isForbidden: false,
    isAllowed: () => true,
    isFixed: () => false,
    record: () => undefined,
    askWhere: ask,
    askWhich: ask,
  });
  const first = imports.choose();
  expect(await imports.choose()).toEqual(refuse({ code: 'busy' }));
  expect(await exports.toSettings([])).toEqual(refuse({ code: 'busy' }));
  expect(answers).toHaveLength(1);
  answers[0]?.();
  expect(await first).toEqual({ ok: true, value: { kind: 'cancelled' } });
  const next = exports.toSettings([]);
  answers[1]?.();
  expect(await next).toEqual({ ok: true, value: { kind: 'cancelled' } });
});
