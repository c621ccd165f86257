import { execFile } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { promisify } from 'node:util';
import type { Report } from '@contract/report';
import { startDropping } from '../servers/dropping-server';
import { hangingPlaces } from '../support/hanging-checks';
import type { Bench, Part } from './part';
import { type Row, row } from './row';
import { type WithoutWindow, withoutWindow } from './without-window';

const run = promisify(execFile);
const SYSTEM_BUNDLE = '/etc/ssl/certs/ca-certificates.crt';

/** How long a result takes: from a live server compared with curl, from a dead one, and after Cancel. */
export const diagnosis: Part = {
  name: 'diagnosis',
  title:
    'A full check against the same requests made with curl, a dead host, and Cancel wherever a check waits',
  measure: async (bench) => {
    const program = await withoutWindow();
    try {
      return [
        ...(await liveServer(program, bench)),
        await deadHost(program, bench),
        ...(await cancelling(bench)),
      ];
    } finally {
      await program.stop();
    }
  },
};

interface Practice {
  readonly ca: string;
  readonly systems: {
    readonly powerschool: {
      readonly values: { readonly serverUrl: string; readonly clientId: string };
      readonly secrets: { readonly clientSecret: string };
    };
  };
}

const report = (output: string): Report => JSON.parse(output) as Report;

/**
 * Alternates a check of the practice PowerSchool in the packed program with its three requests by curl. Both verify
 * with the computer's roots and the server's own. Process startup counts on neither side.
 */
async function liveServer(
  { desktop, run: check, stay }: WithoutWindow,
  bench: Bench,
): Promise<readonly Row[]> {
  const { ca, systems } = JSON.parse(await stay(['practice'])) as Practice;
  const { values, secrets } = systems.powerschool;
  const roots = existsSync(SYSTEM_BUNDLE) ? readFileSync(SYSTEM_BUNDLE, 'utf8') : '';
  desktop.writeFile('home/roots.pem', `${roots}\n${readFileSync(ca, 'utf8')}`, 0o644);
  desktop.writeFile(
    'home/maple.json',
    JSON.stringify({ system: 'powerschool', name: 'Maple', environment: 'test', values }),
    0o644,
  );
  const words = ['check', '--connection', 'maple.json', '--secrets-stdin', '--ca', ca, '--json'];
  const app = async () => report((await check(words, JSON.stringify(secrets))).output).durationMs;
  const { serverUrl } = values;
  const tokenWords = [
    ...['--user', `${values.clientId}:${secrets.clientSecret}`, '--data', 'grant_type=client_credentials'],
    `${serverUrl}/oauth/access_token`,
  ];
  const requests = async (curl: (words: readonly string[]) => Promise<Curled>) => {
    const metadata = await curl([`${serverUrl}/ws/v1/metadata`]);
    const token = await curl(tokenWords);
    const { access_token } = JSON.parse(token.body) as { readonly access_token: string };
    const district = await curl([
      '--header',
      `Authorization: Bearer ${access_token}`,
      `${serverUrl}/ws/v1/district`,
    ]);
    return metadata.ms + token.ms + district.ms;
  };
  const curl = () => requests((more) => curled(`${desktop.home}/roots.pem`, more));
  // Warm up the caches on both sides.
  await curl();
  await app();
  const samples = { bare: [] as number[], app: [] as number[] };
  for (let round = 0; round < (bench.short ? 1 : Math.max(7, bench.rounds)); round += 1) {
    const sides = [async () => samples.bare.push(await curl()), async () => samples.app.push(await app())];
    for (const side of round % 2 === 0 ? sides : sides.reverse()) await side();
  }
  return [
    row({
      measure: 'full check, live local server',
      unit: 'ms',
      ...samples,
      bounds: [{ kind: 'ratio', atMost: 1.3 }],
      note: 'bare: curl, one call a request, since the token has to be known for the last; the start of processes is excluded on both sides',
    }),
  ];
}

interface Curled {
  readonly ms: number;
  readonly body: string;
}

/** One request; `ms` is curl's own count, from the name lookup to the last byte. */
async function curled(roots: string, words: readonly string[]): Promise<Curled> {
  const { stdout } = await run('curl', [
    ...['--silent', '--show-error', '--fail', '--http1.1', '--cacert', roots],
    ...['--write-out', '\n%{time_total}', ...words],
  ]);
  const at = stdout.lastIndexOf('\n');
  return { ms: Number(stdout.slice(at + 1)) * 1000, body: stdout.slice(0, at) };
}

/** A port that drops packets, as a firewall does. */
async function deadHost({ desktop, run: check }: WithoutWindow, bench: Bench): Promise<Row> {
  const dead = await startDropping();
  try {
    const values = {
      serverUrl: `https://127.0.0.1:${dead.port}`,
      clientId: '00000000-0000-4000-8000-000000000000',
    };
    desktop.writeFile(
      'home/dead.json',
      JSON.stringify({ system: 'powerschool', name: 'Dead', environment: 'test', values }),
      0o644,
    );
    const words = ['check', '--connection', 'dead.json', '--secrets-stdin', '--json'];
    const samples: number[] = [];
    for (let round = 0; round < (bench.short ? 1 : 3); round += 1) {
      const { output, wholeMs } = await check(
        words,
        '{"clientSecret":"00000000-0000-4000-8000-000000000001"}',
        [1],
      );
      const code = report(output).steps.findLast((step) => step.code !== null)?.code;
      if (code !== 'connection-timeout') throw new Error(`The dead host was called ${code}`);
      samples.push(wholeMs);
    }
    return row({
      measure: 'dead host diagnosed',
      unit: 'ms',
      statistic: 'highest',
      app: samples,
      bounds: [{ kind: 'limit', atMost: 12_000 }],
      note: 'from the start of the process to its end',
    });
  } finally {
    await dead.stop();
  }
}

/** From Cancel to the report, at every place where a check can wait. */
async function cancelling(bench: Bench): Promise<readonly Row[]> {
  const places = await hangingPlaces();
  const samples: number[] = [];
  const work: number[] = [];
  for (let round = 0; round < (bench.short ? 1 : 5); round += 1) {
    for (const place of places) {
      const stop = new AbortController();
      const hanging = await place.begin(stop.signal);
      await hanging.hangs;
      const cpu = process.cpuUsage();
      const began = performance.now();
      stop.abort();
      await hanging.report;
      samples.push(performance.now() - began);
      const { user, system } = process.cpuUsage(cpu);
      work.push((user + system) / 1000);
      await hanging.stop();
    }
  }
  const shared = { unit: 'ms', statistic: 'highest', bounds: [{ kind: 'limit', atMost: 50 }] } as const;
  return [
    row({
      ...shared,
      measure: `Cancel, at ${places.length} places of a check`,
      app: samples,
      note: `the check in this process (Node ${process.versions.node}), servers that hang at each place`,
    }),
    row({
      ...shared,
      measure: 'Cancel, its processor time',
      app: work,
      note: 'where the time above is far longer, the computer was busy with something else',
    }),
  ];
}
