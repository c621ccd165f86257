import { createSocket } from 'node:dgram';
import { lookup } from 'node:dns/promises';
import { existsSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Report } from '@contract/report';
import { USER_DATA_FOLDER } from '../../../electron/identity';
import { type Desktop, startDesktop } from '../../support/desktop';
import { type DesktopUser, ordinaryUser, spawnAs } from '../../support/desktop-user';
import { launchApp } from '../../support/launch-app';
import { stagePackedApp, stagePackedAppWithInspectFuse } from '../../support/packed-app';
import { isRunning } from '../../support/processes';
import { startApp } from '../../support/run-app';
import type { StagedApp } from '../../support/staged-app';
import { stageTrustingApp } from '../../support/trusting-app';
import { waitFor } from '../../support/wait-for';
import { ask, beginCheck, keepPowerschool } from '../../support/window';
import { powerschool } from '../walkthrough/powerschool';
import { walk } from '../walkthrough/walk';
import { HOST, SCRIPT_HOST, SLOW_HOST, startServers, WINDOWS_PROXY } from './servers';
import { PROXY, packetsIn } from './watched-network';

/*
 * Takes both programs, as they ship, through everything they do, inside the watched network. Runs in a separate process
 * started there by `silence.spec.ts`, and returns what left the computer in each part through a file.
 */

export interface Part {
  readonly name: string;
  /** What left the computer during it: each kind of packet once, sorted. */
  readonly left: readonly string[];
}

const IDLE_MS = 60_000;
/** Packets are recorded with a short delay. */
const SETTLE_MS = 300;
const SECRET = 'Throwaway~silent/2';

/**
 * Runs all parts.
 * @param folder holds the record; writes the parts to `parts.json` there
 */
export async function live(folder: string): Promise<void> {
  const parts: Part[] = [];
  const part = async (name: string, body: () => Promise<unknown>): Promise<void> => {
    const before = packetsIn(folder).length;
    try {
      await body();
    } catch (problem) {
      throw new Error(`In the part “${name}”`, { cause: problem });
    }
    await pause(SETTLE_MS);
    parts.push({ name, left: [...new Set(packetsIn(folder).slice(before))].sort() });
    writeFileSync(join(folder, 'parts.json'), JSON.stringify(parts));
  };

  const authority = await startServers();
  await part('the record itself', beNoisy);
  const user = ordinaryUser();
  const shipped = stagePackedApp(user);
  const direct = await startDesktop();
  const behindProxy = await startDesktop();
  const inWindowsNetwork = await startDesktop();
  try {
    const proxied = (program: StagedApp, proxy = `http://${PROXY}`): StagedApp => ({
      ...program,
      appArguments: [...program.appArguments, `--proxy-server=${proxy}`],
    });
    await part('two windows for a minute, one of them behind a proxy', () =>
      Promise.all([idle(direct, shipped), idle(behindProxy, proxied(shipped))]),
    );
    await part('a practice set-up', () =>
      walk(powerschool, {
        folder: join(folder, 'walk'),
        say: () => undefined,
        program: stagePackedAppWithInspectFuse(user),
      }),
    );
    const drivable = (desktop: Desktop): StagedApp =>
      stageTrustingApp(desktop, [authority], stagePackedAppWithInspectFuse(user));
    await part('a test in the window', () => testInWindow(direct, drivable(direct)));
    await part('a test in the window, behind a proxy', () =>
      testInWindow(behindProxy, proxied(drivable(behindProxy))),
    );
    const windowsProxy = `http://${WINDOWS_PROXY}`;
    await part('a test in the window, behind a proxy that wants a Windows account', () =>
      testInWindow(inWindowsNetwork, proxied(drivable(inWindowsNetwork), windowsProxy), windowsProxy),
    );
    await part('check --saved, behind a proxy that wants a Windows account', () =>
      new CommandLine(inWindowsNetwork, shipped, authority, {
        env: { https_proxy: windowsProxy, http_proxy: windowsProxy },
      }).checkSaved(['--saved', 'Maple']),
    );
    const command = new CommandLine(direct, shipped, authority);
    await part('help', () => command.run(['help'], 0));
    await part('practice, and a check of it', () => command.rehearse());
    await part('check --connection', () => command.checkFile());
    await part('check --connection, of a name that takes its time', () => command.checkFile(SLOW_HOST));
    await part('check --connection, by the program’s own name', () =>
      new CommandLine(direct, shipped, authority, { launcher: '' }).checkFile(),
    );
    await part('check --saved', () => command.checkSaved(['--saved', 'Maple']));
    await part('check --all', () => command.checkSaved(['--all']));
    const proxy = `http://${PROXY}`;
    const afar = new CommandLine(behindProxy, shipped, authority, {
      env: { https_proxy: proxy, http_proxy: proxy },
    });
    await part('help, behind a proxy', () => afar.run(['help'], 0));
    await part('practice, and a check of it, behind a proxy', () => afar.rehearse());
    await part('check --connection, behind a proxy', () => afar.checkFile());
    await part('check --saved, behind a proxy', () => afar.checkSaved(['--saved', 'Maple']));
    await part('check --all, behind a proxy', () => afar.checkSaved(['--all']));
    const scripted = new CommandLine(direct, shipped, authority, {
      env: { auto_proxy: `http://${SCRIPT_HOST}/proxy.pac` },
    });
    await part('check --connection, with a proxy script', () => scripted.checkFile());
    const detecting = new CommandLine(direct, shipped, authority, { env: { auto_proxy: '' } });
    await part('check --connection, where proxies are to be detected', () => detecting.checkFile());
    if (user.isOther) {
      const asRoot = new CommandLine(direct, shipped, authority, { user: { ...user, isOther: false } });
      await part('check --connection, as root', () => asRoot.checkFile());
    }
  } finally {
    await direct.stop();
    await behindProxy.stop();
    await inWindowsNetwork.stop();
  }
}

/** Sends one packet of each kind that must not be missed. */
async function beNoisy(): Promise<void> {
  await lookup('canary.example', { family: 4 });
  for (const [family, address, port] of [
    ['udp4', '239.255.255.250', 1900],
    ['udp6', '2001:db8:1::99', 443],
  ] as const) {
    const socket = createSocket(family);
    await new Promise((done) => socket.send('?', port, address, done));
    socket.close();
  }
  await touch('203.0.113.9', 4460);
  await touch('2001:db8:1::9', 443);
  const [host, port] = PROXY.split(':') as [string, string];
  await touch(host, Number(port), 'CONNECT canary.example:443 HTTP/1.1\r\n\r\n');
}

/** Connects and disconnects, ignoring the result. */
const touch = (host: string, port: number, words = ''): Promise<void> =>
  new Promise((done) => {
    const socket = connect({ host, port });
    socket.once('connect', () => socket.end(words));
    socket.on('data', () => undefined);
    socket.once('error', () => done()).once('close', () => done());
    socket.setTimeout(1_000, () => socket.destroy());
  });

/** Starts exactly what ships, without interaction, and asks it to quit after a while. */
async function idle(desktop: Desktop, program: StagedApp): Promise<void> {
  const app = startApp(desktop, program, []);
  const pid = app.pid ?? 0;
  const log = join(desktop.folder, 'user-data/logs/wizard.log');
  await waitFor('the window to be shown', () => (existsSync(log) ? true : undefined), 30_000);
  await pause(IDLE_MS);
  if (!isRunning(pid)) throw new Error('The window did not stay');
  app.kill('SIGTERM');
  await waitFor('the window to be gone', () => (isRunning(pid) ? undefined : true));
}

/**
 * Sets up a connection to the host, with a secret, and tests it; the command line then uses the saved data.
 * @param proxy gets a Windows account, if it wants one
 */
async function testInWindow(desktop: Desktop, program: StagedApp, proxy?: string): Promise<void> {
  desktop.makeFolder('config');
  const userData = desktop.makeFolder(join('config', USER_DATA_FOLDER));
  const app = await launchApp(desktop, { program, userData });
  try {
    const id = await keepPowerschool(app.page, `https://${HOST}`, SECRET);
    if (proxy !== undefined) {
      const account = { user: 'SCHOOL\\maple', password: SECRET, unencrypted: false };
      await ask(app.page, 'save-proxy-sign-in', { proxy, ...account });
    }
    const answer = await beginCheck(app.page, id);
    if (!answer.ok) throw new Error(answer.failure.code);
    expectPassed(answer.value.report);
  } finally {
    await app.close();
  }
}

function expectPassed(report: Report): void {
  if (report.outcome !== 'passed') throw new Error(`It did not pass: ${JSON.stringify(report)}`);
}

interface Practice {
  readonly ca: string;
  readonly systems: Record<string, { values: Record<string, string>; secrets: Record<string, string> }>;
}

interface Place {
  readonly env?: NodeJS.ProcessEnv;
  readonly user?: DesktopUser;
  /** The launcher's suffix to the program's name. */
  readonly launcher?: '';
}

/** The launcher that ships, as a script over ssh runs it. */
class CommandLine {
  constructor(
    private readonly desktop: Desktop,
    private readonly program: StagedApp,
    private readonly authority: string,
    private readonly place: Place = {},
  ) {}

  private start(words: readonly string[]) {
    const { env, user = this.desktop.user, launcher = '-cli' } = this.place;
    const { DISPLAY, XAUTHORITY, XDG_CURRENT_DESKTOP: _, ...known } = this.desktop.env;
    const screen = launcher === '' ? { DISPLAY, XAUTHORITY } : {};
    const child = spawnAs(user, `${this.program.executable}${launcher}`, words, {
      env: { ...known, ...screen, XDG_CONFIG_HOME: join(this.desktop.folder, 'config'), ...env },
      cwd: this.desktop.home,
      stdio: 'pipe',
    });
    let said = '';
    let complaint = '';
    child.stdout?.on('data', (bytes) => {
      said += bytes;
    });
    child.stderr?.on('data', (bytes) => {
      complaint += bytes;
    });
    const ended = new Promise<number | null>((done, fail) => {
      child.once('error', fail).once('close', done);
    });
    return { child, ended, said: () => said, complaint: () => complaint };
  }

  /** Runs it to its end, checks its exit status, and returns its output. */
  async run(words: readonly string[], expected: number, input = ''): Promise<string> {
    const { child, ended, said, complaint } = this.start(words);
    child.stdin?.end(input);
    const status = await ended;
    if (status !== expected) throw new Error(`${words[0]} ended with ${status}: ${complaint()}${said()}`);
    return said();
  }

  async checkFile(host = HOST): Promise<void> {
    const values = { serverUrl: `https://${host}`, clientId: '00000000-0000-4000-8000-000000000000' };
    await this.check(values, { clientSecret: SECRET }, this.authorityFile());
  }

  async checkSaved(which: readonly string[]): Promise<void> {
    await this.run(['check', ...which, '--ca', this.authorityFile()], 0);
  }

  async rehearse(): Promise<void> {
    const server = this.start(['practice']);
    const line = await waitFor('the practice server', () =>
      server.said().includes('\n') ? server.said() : undefined,
    );
    const { ca, systems } = JSON.parse(line) as Practice;
    const { values = {}, secrets = {} } = systems.powerschool ?? {};
    await this.check(values, secrets, ca);
    server.child.kill('SIGTERM');
    const status = await server.ended;
    if (status !== 0) throw new Error(`practice ended with ${status}: ${server.complaint()}`);
  }

  private authorityFile(): string {
    return this.desktop.writeFile('root.pem', this.authority, 0o644);
  }

  private async check(
    values: Readonly<Record<string, string>>,
    secrets: Readonly<Record<string, string>>,
    ca: string,
  ): Promise<void> {
    const connection = { system: 'powerschool', name: 'Maple', environment: 'test', values };
    const file = this.desktop.writeFile('maple.json', JSON.stringify(connection), 0o644);
    const words = ['check', '--connection', file, '--ca', ca, '--json', '--secrets-stdin'];
    expectPassed(JSON.parse(await this.run(words, 0, JSON.stringify(secrets))));
  }
}
