import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { SchoolNetwork } from '../app/faults/school-network';
import { endProcesses } from './processes';
import { filesIn, type Started, watched } from './server-processes';
import { waitFor } from './wait-for';

/**
 * What the fault laboratory's servers need, on loopback: one address each, without a network that root has to create.
 */
export function loopbackNetwork(): SchoolNetwork {
  const folder = mkdtempSync(join(tmpdir(), 'loopback-'));
  chmodSync(folder, 0o755);
  const children: ChildProcess[] = [];
  let given = 0;
  const start = (program: string, args: readonly string[]): Started => {
    const child = spawn(program, args, { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] });
    children.push(child);
    return watched(child);
  };
  return {
    folder,
    // All of 127.0.0.0/8 is this computer; no other tests use this range.
    address: () => {
      given += 1;
      return `127.${100 + (process.pid % 100)}.${Math.floor(process.pid / 100) % 250}.${given}`;
    },
    ...filesIn(folder),
    inside: (program, args) => [program, ...args],
    start,
    run: async () => {
      throw new Error('no program is run to its end here');
    },
    listening: async (address, port, server) => {
      await waitFor(`a server on ${address}:${port}`, async () => {
        if (server.hasEnded()) throw new Error(`no server on ${address}:${port}: ${server.said()}`);
        return (await answers(address, port)) ? true : undefined;
      });
    },
    stop: async () => {
      await endProcesses(children.flatMap(({ pid }) => (pid === undefined ? [] : [pid])));
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

const answers = (host: string, port: number): Promise<boolean> =>
  new Promise((done) => {
    const socket = connect({ host, port });
    socket.once('connect', () => done(true)).once('error', () => done(false));
    socket.once('connect', () => socket.destroy());
  });
