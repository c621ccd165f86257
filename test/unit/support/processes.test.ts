import { spawn } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { endProcesses, endProcessesWith, isRunning, processesWith } from '../../support/processes';
import { temporaryFolder } from '../../support/temporary-folder';
import { waitFor } from '../../support/wait-for';

/* Whatever a test desktop started is found again, no matter what has become of it. */

const MARK = 'WIZARD_TEST_PROCESSES';

/** Each writes a line when it has started, with the PID to look for. */
const scripts: readonly (readonly [what: string, script: string])[] = [
  ['in a session of its own, twice forked', `setsid sh -c 'sleep 987 & echo $! >> "$PIDS"' &`],
  ['without the mark, below one that has it', 'env -i sleep 987 & echo $! >> "$PIDS"; sleep 986'],
  [
    'an orphan without the mark, with a profile there, as Chromium’s children are',
    `(env -i sh -c 'while :; do sleep 0.1; done' --user-data-dir="\${PIDS%/*}" & echo $! >> "$PIDS"); sleep 986`,
  ],
  ['deaf to being asked', `trap '' TERM; sleep 987 & echo $! >> "$PIDS"; sleep 986; sleep 985`],
  [
    'begun by another that is ending',
    `trap 'setsid sleep 987 & echo $! >> "$PIDS"; exit' TERM; echo >> "$PIDS"; while :; do sleep 0.1; done`,
  ],
];

it.skipIf(process.platform !== 'linux').each(scripts)('%s', async (_what, script) => {
  const folder = temporaryFolder();
  const file = join(folder, 'pids');
  writeFileSync(file, '');
  const lines = (): readonly string[] => readFileSync(file, 'utf8').split('\n').slice(0, -1);
  const pids = (): readonly number[] => lines().filter(Boolean).map(Number);
  const child = spawn('sh', ['-c', script], {
    env: { ...process.env, [MARK]: folder, PIDS: file },
    stdio: 'ignore',
  });
  onTestFinished(() => endProcesses(processesWith(MARK, folder)));
  await waitFor('it to begin', () => (lines().length > 0 ? true : undefined));
  expect(pids().every(isRunning)).toBe(true);
  await endProcessesWith(MARK, folder);
  expect(pids()).toHaveLength(1);
  expect([...pids(), child.pid ?? 0].filter(isRunning)).toEqual([]);
  expect(processesWith(MARK, folder)).toEqual([]);
});
