import { randomUUID } from 'node:crypto';
import type { Report } from '@contract/report';
import { AT_ONCE } from '@contract/several';
import { startHttps } from '../servers/raw-servers';
import { makeAuthority } from '../support/certificates';
import type { Part } from './part';
import { row } from './row';
import { withoutWindow } from './without-window';

const ANSWER_MS = 200;
/** Asked of each in turn: who it is, the token, the district. */
const REQUESTS = 3;

/** Two hundred connections at once, against servers that take their time. */
export const several: Part = {
  name: 'several',
  title: 'Two hundred connections, eight at a time, against servers that answer after 200 ms',
  measure: async ({ short }) => {
    const count = short ? 2 * AT_ONCE : 200;
    const authority = await makeAuthority();
    const leaf = await authority.leaf();
    const options = { key: leaf.key, cert: `${leaf.pem}\n${authority.intermediate.pem}` };
    let running = 0;
    let most = 0;
    const server = await startHttps(options, ({ url }, response) => {
      running += 1;
      most = Math.max(most, running);
      setTimeout(() => {
        running -= 1;
        response
          .writeHead(200, { 'content-type': 'application/json' })
          .end(JSON.stringify(answers[url ?? '']));
      }, ANSWER_MS);
    });
    const program = await withoutWindow();
    try {
      program.desktop.writeFile('home/ca.pem', authority.root.pem, 0o644);
      const files = Array.from({ length: count }, (_, at) => {
        const values = { serverUrl: server.origin, clientId: randomUUID() };
        const name = `school-${at}.json`;
        program.desktop.writeFile(
          `home/${name}`,
          JSON.stringify({ system: 'powerschool', name, environment: 'test', values }),
          0o644,
        );
        return name;
      });
      const secrets = files.map(() => ({ clientSecret: randomUUID() }));
      const words = ['check', '--connection', ...files, '--secrets-stdin', '--ca', 'ca.pem', '--json'];
      const { output, wholeMs } = await program.run(words, JSON.stringify(secrets));
      const { reports } = JSON.parse(output) as { readonly reports: readonly Report[] };
      if (reports.length !== count || reports.some(({ outcome }) => outcome !== 'passed'))
        throw new Error('Not every connection passed');
      if (reports.some(({ connection }, at) => connection.name !== files[at]))
        throw new Error('The reports do not stand in the order of the arguments');
      if (most > AT_ONCE) throw new Error(`${most} were asked at once`);
      return [
        row({
          measure: `${count} connections`,
          unit: 'ms',
          bare: [(count / AT_ONCE) * REQUESTS * ANSWER_MS],
          app: [wholeMs],
          bounds: [{ kind: 'ratio', atMost: 1.3 }],
          note: `bare: the ideal, computed (${count} ÷ ${AT_ONCE} × ${REQUESTS} requests × ${ANSWER_MS} ms); app: the start of the process included`,
        }),
      ];
    } finally {
      await program.stop();
      await server.stop();
    }
  },
};

const answers: Readonly<Record<string, unknown>> = {
  '/ws/v1/metadata': { metadata: { powerschool_version: '23.5.0.0' } },
  '/oauth/access_token': { access_token: 'a-token', token_type: 'Bearer', expires_in: '3600' },
  '/ws/v1/district': { district: { name: 'Maple' } },
};
