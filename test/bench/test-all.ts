import { randomUUID } from 'node:crypto';
import type { Report } from '@contract/report';
import { AT_ONCE } from '@contract/test-all';
import { startDesktop } from '../support/desktop';
import { launchApp } from '../support/launch-app';
import { stagePackedAppWithInspectFuse } from '../support/packed-app';
import { stageTrustingApp } from '../support/trusting-app';
import { keepPowerschool } from '../support/window';
import type { Part } from './part';
import { row } from './row';
import { ANSWER_MS, originOf, REQUESTS, type School, schoolFile, startSchool } from './slow-school';
import { withoutWindow } from './without-window';

/** Two hundred connections at once against slow servers, on the command line and in the window. */
export const testAll: Part = {
  name: 'test-all',
  title: 'Two hundred connections, eight at a time, against servers that answer after 200 ms',
  measure: async ({ short }) => {
    const count = short ? 2 * AT_ONCE : 200;
    const school = await startSchool();
    const ideal = [(count / AT_ONCE) * REQUESTS * ANSWER_MS];
    const shared = { unit: 'ms', bare: ideal, bounds: [{ kind: 'ratio', atMost: 1.3 }] } as const;
    const computed = `bare: the ideal, computed (${count} ÷ ${AT_ONCE} × ${REQUESTS} requests × ${ANSWER_MS} ms)`;
    try {
      const commandLine = await onTheCommandLine(school, count);
      const window = await inTheWindow(school, count);
      if (school.most() > AT_ONCE) throw new Error(`${school.most()} were asked at once`);
      return [
        row({
          ...shared,
          measure: `${count} connections, without a window`,
          app: [commandLine],
          note: `${computed}; app: the start of the process included`,
        }),
        row({
          ...shared,
          measure: `${count} connections, tested in the window`,
          app: [window],
          note: `${computed}; app: from the wish to the last result, each with a secret from the keyring and a report kept`,
        }),
      ];
    } finally {
      await school.stop();
    }
  },
};

async function onTheCommandLine({ origins, root }: School, count: number): Promise<number> {
  const program = await withoutWindow();
  try {
    program.desktop.writeFile('home/ca.pem', root, 0o644);
    const files = Array.from({ length: count }, (_, at) => schoolFile(program.desktop, origins, at));
    const secrets = files.map(() => ({ clientSecret: randomUUID() }));
    const words = ['check', '--connection', ...files, '--secrets-stdin', '--ca', 'ca.pem', '--json'];
    const { output, wholeMs } = await program.run(words, JSON.stringify(secrets));
    const { reports } = JSON.parse(output) as { readonly reports: readonly Report[] };
    if (reports.length !== count || reports.some(({ outcome }) => outcome !== 'passed'))
      throw new Error('Not every connection passed');
    if (reports.some(({ connection }, at) => connection.name !== files[at]))
      throw new Error('The reports do not stand in the order of the arguments');
    return wholeMs;
  } finally {
    await program.stop();
  }
}

/** A driver controls the window to start the run; during the test it only waits for the window's event. */
async function inTheWindow({ origins, root }: School, count: number): Promise<number> {
  const desktop = await startDesktop();
  try {
    const packed = stagePackedAppWithInspectFuse(desktop.user);
    const { page, close } = await launchApp(desktop, { program: stageTrustingApp(desktop, [root], packed) });
    // Half in each environment, so that their secrets are compared.
    for (let at = 0; at < count; at += 1)
      await keepPowerschool(page, originOf(origins, at), `throwaway ${at}`, {
        clientId: randomUUID(),
        environment: at % 2 === 0 ? 'test' : 'production',
      });
    await page.reload();
    const { ms, rows } = await page.evaluate(async () => {
      const ended = new Promise<void>((done) => window.wizard.on('test-all-ended', () => done()));
      const began = performance.now();
      await window.wizard.call('test-all', null);
      await ended;
      const took = performance.now() - began;
      const start = await window.wizard.call('start', null);
      return { ms: took, rows: start.ok ? (start.value.testAll?.rows ?? []) : [] };
    });
    await close();
    if (rows.length !== count || rows.some(({ state }) => state !== 'proved'))
      throw new Error('Not every connection was proved');
    return ms;
  } finally {
    await desktop.stop();
  }
}
