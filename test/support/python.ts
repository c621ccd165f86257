import { spawnSync } from 'node:child_process';

/** Python opens files as programs of others do. Windows may lack it; elsewhere a test without it fails. */
export const lacksPython = process.platform === 'win32' && spawnSync('python3', ['--version']).status !== 0;
