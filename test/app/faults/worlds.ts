import { spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Report } from '@contract/report';
import { type StagedApp, stageApp } from '../../support/staged-app';
import type { Fault, WorldName } from './fault';
import { movedClock, SILENT_NAME_SERVER } from './school-network';
import { SCRIPT_HOST } from './script-faults';
import type { Workshop } from './workshop';

/* Runs the app's command line in Electron, in one world. */

interface World {
  readonly env: Readonly<Record<string, string>>;
  /** A wrapper command, for settings other than the school network's. */
  readonly wrapper: readonly string[];
  readonly extraRoot?: string;
}

function worldOf(
  name: WorldName,
  shop: Workshop,
  town: { readonly open: string; readonly filterRoot: string },
): World {
  const script = (file: string, host = SCRIPT_HOST) => ({
    env: { auto_proxy: `http://${host}/${file}.pac` },
    wrapper: [],
  });
  const clock = (move: string): World => ({ env: {}, wrapper: movedClock(move) });
  switch (name) {
    case 'plain':
    case 'waiting':
      return { env: {}, wrapper: [] };
    case 'script':
      return script('good');
    case 'script-and-filter-root':
      return { ...script('good'), extraRoot: town.filterRoot };
    case 'one-proxy':
      return { env: { https_proxy: `http://${town.open}` }, wrapper: [] };
    case 'broken-script':
      return script('broken');
    case 'throwing-script':
      return script('throwing');
    case 'absent-script':
      return script('absent');
    case 'silent-script':
      return script('good', 'frozen-scripts.school.test:3128');
    case 'silent-name-server': {
      const file = shop.network.writeFile('silent-resolv.conf', `nameserver ${SILENT_NAME_SERVER}\n`);
      const mount = 'mount --bind "$0" /etc/resolv.conf && exec "$@"';
      return {
        env: {},
        wrapper: ['unshare', '--mount', '--propagation', 'private', 'sh', '-c', mount, file],
      };
    }
    case 'offline':
      return { env: {}, wrapper: ['unshare', '--net'] };
    case 'clock-ahead':
      return clock('+2h');
    case 'clock-far-ahead':
      return clock('+400d');
    case 'clock-far-behind':
      return clock('-400d');
  }
}

/** The same switches as in `scripts/cli.mjs`. */
const SWITCHES = ['--ozone-platform=headless', '--log-level=3', '--disable-gpu', '--no-sandbox'];

/** Checks all connections of a world in one run of the app; reports are in the order of the faults. */
export async function checkIn(
  name: WorldName,
  faults: readonly Fault[],
  shop: Workshop,
  town: { readonly open: string; readonly filterRoot: string },
): Promise<readonly Report[]> {
  const { network } = shop;
  const world = worldOf(name, shop, town);
  const app: StagedApp = stageApp({ name: 'root', uid: 0, gid: 0, isOther: false });
  const roots = [shop.authority.root.pem, ...(world.extraRoot === undefined ? [] : [world.extraRoot])];
  const ca = network.writeFile(`${name}/roots.pem`, roots.join('\n'));
  const files = faults.map(({ id, connection: { system, values } }) =>
    network.writeFile(
      `${name}/${id}.json`,
      JSON.stringify({ system, name: id, environment: 'test', values }),
    ),
  );
  const home = join(network.folder, name, 'home');
  mkdirSync(home, { recursive: true });
  const words = ['check', '--connection', ...files, '--ca', ca, '--secrets-stdin', '--json'];
  const program = [...world.wrapper, app.executable, ...SWITCHES, ...app.appArguments, ...words];
  const [first, ...rest] = network.inside(program[0] ?? '', program.slice(1));
  const env = {
    PATH: process.env.PATH,
    HOME: home,
    LANG: 'en_CA.UTF-8',
    TZ: 'America/Toronto',
    ...world.env,
  };
  const secrets = faults.map(({ connection }) => connection.secrets);
  const input = JSON.stringify(secrets.length === 1 ? secrets[0] : secrets);
  const start = () => runToEnd(first, rest, { cwd: network.folder, env }, input);
  let ended = await start();
  // Chromium occasionally crashes under the preloaded clock; no other world is retried.
  for (let again = 0; again < 2 && isClock(name) && crashed(ended); again += 1) {
    process.stderr.write(`Chromium crashed in world ${name} under faketime; starting it once more.\n`);
    ended = await start();
  }
  const { output, complaint, status, signal } = ended;
  if (output === '') throw new Error(`world ${name}: no report, ${status ?? signal}: ${complaint}`);
  const answer = JSON.parse(output) as Report | { readonly reports: readonly Report[] };
  return 'reports' in answer ? answer.reports : [answer];
}

/** If Chromium's network process crashes, the route is never found: no clock world has a proxy script that could fail. */
const crashed = ({ signal, output }: Ended): boolean =>
  signal !== null || output.includes('"proxy-script-failed"');

const isClock = (name: WorldName): boolean => name.startsWith('clock-');

interface Ended {
  readonly output: string;
  readonly complaint: string;
  readonly status: number | null;
  readonly signal: string | null;
}

function runToEnd(
  program: string,
  args: readonly string[],
  options: { readonly cwd: string; readonly env: NodeJS.ProcessEnv },
  input: string,
): Promise<Ended> {
  const child = spawn(program, args, { ...options, stdio: 'pipe' });
  let output = '';
  let complaint = '';
  child.stdout.on('data', (part) => {
    output += part;
  });
  child.stderr.on('data', (part) => {
    complaint += part;
  });
  // If the program ends before reading its input, its exit status says so.
  child.stdin.on('error', () => undefined).end(input);
  return new Promise((done, fail) => {
    child.once('error', fail).once('close', (status, signal) => done({ output, complaint, status, signal }));
  });
}
