import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { SchoolNetwork, Started } from '../app/faults/school-network';
import { give } from './desktop-user';
import { endProcesses } from './processes';
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
    const parts: Buffer[] = [];
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (part: Buffer) => parts.push(part));
    child.on('error', (problem) => parts.push(Buffer.from(String(problem))));
    return {
      freeze: () => void child.kill('SIGSTOP'),
      end: () => endProcesses(child.pid === undefined ? [] : [child.pid]),
      hasEnded: () => child.exitCode !== null || child.signalCode !== null || child.pid === undefined,
      said: () => Buffer.concat(parts).toString('utf8'),
    };
  };
  return {
    folder,
    // All of 127.0.0.0/8 is this computer; no other tests use this range.
    address: () => {
      given += 1;
      return `127.${100 + (process.pid % 100)}.${Math.floor(process.pid / 100) % 250}.${given}`;
    },
    writeFile: (name, content) => {
      const path = join(folder, name);
      mkdirSync(join(path, '..'), { recursive: true });
      writeFileSync(path, content);
      return path;
    },
    folderFor: (user, name) => {
      const path = join(folder, name);
      mkdirSync(path, { mode: 0o755 });
      give(user, path);
      return path;
    },
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
