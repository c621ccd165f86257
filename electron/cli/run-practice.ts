import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startPracticeServer } from '../practice/practice-server';
import { jsonLine } from './json-line';

/**
 * `practice`: starts the practice server, prints one JSON line and runs until stopped. While it runs, its CA
 * certificate is in a temporary file that can be passed to `--ca`. The CA's key never leaves memory.
 */
export async function runPractice(print: (line: string) => void, stopped: AbortSignal): Promise<void> {
  const server = await startPracticeServer({});
  const folder = await mkdtemp(join(tmpdir(), 'practice-server-'));
  const ca = join(folder, 'ca.pem');
  await writeFile(ca, server.ca, { mode: 0o644 });
  print(jsonLine({ ca, systems: server.systems, providers: server.products }));
  if (!stopped.aborted) {
    await new Promise<void>((resolve) => stopped.addEventListener('abort', () => resolve(), { once: true }));
  }
  await server.stop();
  await rm(folder, { recursive: true, force: true });
}
