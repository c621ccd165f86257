import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { AT_ONCE } from '@contract/test-all';
import { parseResults } from '../../electron/watch/results';
import type { Part } from './part';
import { memoryOf } from './process-costs';
import { row } from './row';
import { ANSWER_MS, REQUESTS, schoolFile, startSchool } from './slow-school';
import { withoutWindow } from './without-window';

const SAMPLE_MS = 1000;
/** The program is still loading and warming up until then. */
const WARM = 0.1;

/** A night of two thousand connections, whose results are recorded as they come. */
export const night: Part = {
  name: 'night',
  title: 'Two thousand connections at night, eight at a time, against servers that answer after 200 ms',
  measure: async ({ short }) => {
    const count = short ? 2 * AT_ONCE : 2000;
    const school = await startSchool();
    const program = await withoutWindow();
    try {
      const { desktop } = program;
      desktop.writeFile('home/ca.pem', school.root, 0o644);
      const files = Array.from({ length: count }, (_, at) => schoolFile(desktop, school.origins, at));
      const secrets = files.map(() => ({ clientSecret: randomUUID() }));
      const check = ['check', '--connection', ...files, '--secrets-stdin', '--ca', 'ca.pem'];
      const memory: number[] = [];
      let timer: NodeJS.Timeout | undefined;
      const { wholeMs } = await program.run(
        [...check, '--results', 'results.json'],
        JSON.stringify(secrets),
        [0],
        (pid) => {
          timer = setInterval(() => memory.push(memoryOf([pid])), SAMPLE_MS);
        },
      );
      clearInterval(timer);
      const results = parseResults(readFileSync(join(desktop.home, 'results.json'), 'utf8'));
      if (!results.ok || results.value.connections.filter(({ state }) => state === 'passed').length !== count)
        throw new Error('Not every result was recorded');
      if (school.most() > AT_ONCE) throw new Error(`${school.most()} were asked at once`);
      const ideal = (count / AT_ONCE) * REQUESTS * ANSWER_MS;
      const ratios = [{ kind: 'ratio', atMost: 1.2 }] as const;
      const warm = memory.filter((size, at) => size > 0 && at >= memory.length * WARM);
      return [
        row({
          measure: `${count} connections at night`,
          unit: 'ms',
          bare: [ideal],
          app: [wholeMs],
          // So few end before the start of the process is made up for.
          ...(short ? {} : { bounds: ratios }),
          note: `bare: the ideal, computed (${count} ÷ ${AT_ONCE} × ${REQUESTS} requests × ${ANSWER_MS} ms)`,
        }),
        ...(warm.length < 2
          ? []
          : [
              row({
                measure: 'memory (PSS) of the main process in that night',
                unit: 'MB',
                statistic: 'highest',
                bare: warm.slice(0, 1),
                app: warm,
                note: 'bare: after a tenth of the night; app: its highest afterwards',
              }),
            ]),
      ];
    } finally {
      await program.stop();
      await school.stop();
    }
  },
};
