import { type ChildProcess, spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readArguments } from '../../../electron/cli/arguments';
import { runStatus } from '../../../electron/cli/run-status';
import type { Entry } from '../../../electron/watch/results';
import { writeResults } from '../../../electron/watch/results-file';
import { give, ordinaryUser, spawnAs } from '../../support/desktop-user';
import { waitFor } from '../../support/wait-for';
import { entryOf, failedEntry, resultsOf } from '../../support/watch-results';

/*
 * The engines that read what `status` says: Debian's Nagios with a runner of its plugins, Prometheus and node_exporter.
 * The configurations are those of docs/monitoring.md.
 */

const onLinux = describe.skipIf(process.platform !== 'linux');
const user = ordinaryUser();
const root = mkdtempSync(join(tmpdir(), 'wizard-engines-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

let folder: string;
const started: ChildProcess[] = [];
beforeEach(() => {
  folder = mkdtempSync(join(root, 'engine-'));
  for (const path of [root, folder]) chmodSync(path, 0o755);
  give(user, folder);
});
afterEach(async () => {
  const ends = started.splice(0).map(
    (child) =>
      new Promise<void>((done) => {
        if (child.exitCode !== null || child.signalCode !== null) return done();
        child.once('close', () => done());
        child.kill('SIGTERM');
      }),
  );
  await Promise.all(ends);
});

const document = readFileSync(resolve(import.meta.dirname, '../../../docs/monitoring.md'), 'utf8');
/** The first example of the document that contains this. */
function example(mark: string): string {
  const found = [...document.matchAll(/^```\w*\n([\s\S]*?)^```$/gm)].map(([, text = '']) => text);
  const text = found.find((one) => one.includes(mark));
  if (text === undefined) throw new Error(`The document has no example with ${mark}`);
  return text;
}

/** A file or folder of the engine's user. */
function put(name: string, text: string | null, mode = 0o644): string {
  const path = join(folder, name);
  if (text === null) mkdirSync(path);
  else writeFileSync(path, text, { mode });
  give(user, path);
  return path;
}

/** Starts an engine. @returns what it has printed so far */
function start(program: string, args: readonly string[]): () => string {
  const env = { PATH: '/usr/sbin:/usr/bin:/sbin:/bin', HOME: folder, LANG: 'C.UTF-8' };
  const child = spawnAs(user, program, args, { env, cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] });
  started.push(child);
  let printed = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (part) => {
      printed += part;
    });
  child.once('error', (problem) => {
    printed += problem.message;
  });
  return () => printed;
}

const NOW = new Date();
const recent = (entry: Entry): Entry => ({ ...entry, at: NOW.toISOString(), since: NOW.toISOString() });

async function status(results: string, ...words: readonly string[]) {
  const argv = ['status', '--results', results, ...words];
  const command = readArguments(argv);
  if (command.kind !== 'status') throw new Error(command.kind);
  let printed = '';
  const code = await runStatus(argv, command, {
    path: (file) => file,
    ownFile: results,
    print: (text) => {
      printed += text;
    },
    complain: (line) => {
      printed += line;
    },
    language: 'en',
    now: () => NOW,
  });
  return { code, printed };
}

const connections = [
  recent(entryOf('OnSIS production', { certificateEnds: '2030-01-01T00:00:00.000Z' })),
  recent(failedEntry('École | "R & D" $HOME')),
  recent(entryOf('Warned', { certificateEnds: new Date(NOW.getTime() + 20 * 86_400_000).toISOString() })),
  entryOf('Old', { at: '2026-01-01T00:00:00.000Z' }),
].map((entry, at) => ({ ...entry, connection: { ...entry.connection, id: `id-${at}` } }));

onLinux('Nagios', () => {
  /** A command in the launcher's place, which prints what `status` would, by the last word. */
  async function launcher(results: string): Promise<string> {
    const cases: string[] = [];
    for (const [at, { connection }] of connections.entries()) {
      const { code, printed } = await status(results, '--nagios', connection.id ?? '');
      const said = put(`said-${at}`, printed);
      cases.push(`  '${connection.id}' | '${connection.name}') cat '${said}'; exit ${code} ;;`);
    }
    const script = `#!/bin/sh\n[ "$1 $2" = 'status --nagios' ] || exit 99\nfor last; do :; done\ncase $last in\n`;
    return put('wizard-cli', `${script}${cases.join('\n')}\n  *) exit 98 ;;\nesac\n`, 0o755);
  }

  it('has each state, first line, performance data and later lines arrive as written', async () => {
    const results = join(folder, 'results.json');
    writeResults(results, resultsOf(connections), true);
    const command = await launcher(results);
    const others = connections.slice(1).map(({ connection }) => connection);
    const documented = example('define command').replaceAll('/usr/bin/school-api-setup-wizard-cli', command);
    const services = others.map(
      ({ id }, at) => `define service {
  use generic-service
  host_name sis
  service_description other-${at}
  check_command check_school_api!${id}
}`,
    );
    const objects = put(
      'objects.cfg',
      `${documented}
${services.join('\n')}
define host {
  host_name sis
  max_check_attempts 1
  check_period always
}
define timeperiod {
  timeperiod_name always
  alias always
${['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'].map((day) => `  ${day} 00:00-24:00`).join('\n')}
}
define command {
  command_name tell-nobody
  command_line /bin/true
}
define contact {
  contact_name nobody
  host_notification_period always
  service_notification_period always
  host_notification_options n
  service_notification_options n
  host_notification_commands tell-nobody
  service_notification_commands tell-nobody
}
define service {
  name generic-service
  register 0
  max_check_attempts 1
  check_interval 1
  retry_interval 1
  check_period always
}
`,
    );
    for (const name of ['spool', 'tmp']) put(name, null);
    const statusFile = join(folder, 'status.dat');
    const main = put(
      'nagios.cfg',
      `cfg_file=${objects}
log_file=${join(folder, 'nagios.log')}
status_file=${statusFile}
object_cache_file=${join(folder, 'objects.cache')}
precached_object_file=${join(folder, 'objects.precache')}
lock_file=${join(folder, 'nagios.pid')}
temp_file=${join(folder, 'nagios.tmp')}
temp_path=${join(folder, 'tmp')}
check_result_path=${join(folder, 'spool')}
query_socket=${join(folder, 'nagios.qh')}
command_file=${join(folder, 'nagios.cmd')}
check_external_commands=0
use_syslog=0
interval_length=1
status_update_interval=1
check_result_reaper_frequency=1
service_inter_check_delay_method=n
host_inter_check_delay_method=n
check_for_updates=0
enable_notifications=0
execute_host_checks=0
`,
    );
    const printed = start('nagios4', [main]);
    const checked = () => {
      if (printed().includes('Bailing out')) throw new Error('Nagios gave up');
      const found = servicesIn(statusFile);
      return found.length === connections.length && found.every((one) => one.get('has_been_checked') === '1')
        ? found
        : undefined;
    };
    const found = await waitFor('Nagios to check every service', checked).catch((problem: unknown) => {
      throw new Error(`Nagios printed: ${printed()}`, { cause: problem });
    });
    const named = (name: string) => found.find((one) => one.get('service_description') === name);
    const well = named('OnSIS production');
    expect(well?.get('current_state')).toBe('0');
    expect(well?.get('plugin_output')).toMatch(/^OK - OnSIS production \(production\): passed in 812.ms, /);
    expect(well?.get('performance_data')).toMatch(/^time=0\.812s;;;0 cert_days=\d+;30:;14:$/);
    const ill = named('other-0');
    expect(ill?.get('current_state')).toBe('2');
    expect(ill?.get('plugin_output')).toMatch(/^CRITICAL - École \/ "R & D" \$HOME \(production\): Secure/);
    expect(ill?.get('long_plugin_output')).toContain('Whose job: Your network team');
    expect(ill?.get('long_plugin_output')).toContain('Filter / CA');
    expect(ill?.get('performance_data')).toBe('time=0.812s;;;0');
    expect(named('other-1')?.get('current_state')).toBe('1');
    expect(named('other-2')?.get('current_state')).toBe('3');
  });

  it('has a runner of its plugins read the same statuses', async () => {
    const results = join(folder, 'results.json');
    writeResults(results, resultsOf(connections), true);
    const command = await launcher(results);
    // Turns OK into CRITICAL and the reverse, and leaves the rest: it understood each of them.
    const negate = ({ connection }: Entry) => {
      const words = ['-s', command, 'status', '--nagios', connection.id ?? ''];
      const { status: code, stdout } = spawnSync('/usr/lib/nagios/plugins/negate', words, {
        encoding: 'utf8',
      });
      return [code, stdout.split(' ')[0]];
    };
    expect(connections.map(negate)).toEqual([
      [2, 'CRITICAL'],
      [0, 'OK'],
      [1, 'WARNING'],
      [3, 'UNKNOWN'],
    ]);
  });

  function servicesIn(file: string): readonly ReadonlyMap<string, string>[] {
    let text: string;
    try {
      text = readFileSync(file, 'utf8');
    } catch {
      return [];
    }
    return [...text.matchAll(/^servicestatus \{\n([\s\S]*?)^\t\}$/gm)].map(
      ([, block = '']) =>
        new Map(
          block.split('\n').map((line): [string, string] => {
            const at = line.indexOf('=');
            return [line.slice(0, at).trim(), line.slice(at + 1)];
          }),
        ),
    );
  }
});

onLinux('Prometheus', () => {
  it('finds nothing wrong with the metrics of two thousand connections', async () => {
    const results = join(folder, 'results.json');
    const many = Array.from({ length: 2000 }, (_, at) =>
      at % 3 === 0 ? recent(failedEntry(`S${at}`)) : recent(entryOf(`É "${at}"\\`)),
    );
    writeResults(results, resultsOf(many), true);
    const metrics = join(folder, 'wizard.prom');
    expect(await status(results, '--openmetrics', metrics)).toEqual({ code: 0, printed: '' });
    const checked = spawnSync('promtool', ['check', 'metrics'], {
      input: readFileSync(metrics),
      encoding: 'utf8',
    });
    expect({ status: checked.status, said: `${checked.stdout}${checked.stderr}` }).toEqual({
      status: 0,
      said: '',
    });
  });

  it('scrapes them from node_exporter, and raises the documented alerts', async () => {
    const results = join(folder, 'results.json');
    writeResults(results, resultsOf(connections), true);
    put('textfile', null);
    expect(await status(results, '--openmetrics', join(folder, 'textfile', 'wizard.prom'))).toMatchObject({
      code: 0,
    });
    const exporter = start('prometheus-node-exporter', [
      '--collector.disable-defaults',
      '--collector.textfile',
      `--collector.textfile.directory=${join(folder, 'textfile')}`,
      '--web.listen-address=127.0.0.1:0',
    ]);
    const target = await addressIn('node_exporter', exporter);
    const rules = put('rules.yml', example('alert: SchoolApiFailed'));
    const checked = spawnSync('promtool', ['check', 'rules', rules], { encoding: 'utf8' });
    expect(checked.stderr).toBe('');
    expect(checked.stdout).toContain('SUCCESS: 5 rules found');
    put('data', null);
    const config = put(
      'prometheus.yml',
      `global: {scrape_interval: 1s, scrape_timeout: 1s, evaluation_interval: 1s}
rule_files: ['${rules}']
scrape_configs:
  - job_name: node
    static_configs: [{targets: ['${target}']}]
`,
    );
    const prometheus = start('prometheus', [
      `--config.file=${config}`,
      `--storage.tsdb.path=${join(folder, 'data')}`,
      '--web.listen-address=127.0.0.1:0',
    ]);
    const server = await addressIn('Prometheus', prometheus);
    const firing = async () => {
      const answer = await fetch(`http://${server}/api/v1/alerts`);
      const { data } = (await answer.json()) as {
        readonly data: { readonly alerts: readonly { labels: Record<string, string>; state: string }[] };
      };
      const names = data.alerts
        .filter(({ state }) => state === 'firing')
        .map(({ labels }) => `${labels.alertname} ${labels.name}`);
      return names.length < 2 ? undefined : names.toSorted();
    };
    expect(await waitFor('two alerts', firing)).toEqual([
      'SchoolApiFailed École | "R & D" $HOME',
      'SchoolApiStale Old',
    ]);
    const query = encodeURIComponent('node_textfile_scrape_error');
    const errors = await fetch(`http://${server}/api/v1/query?query=${query}`);
    expect(await errors.json()).toMatchObject({ data: { result: [{ value: [expect.anything(), '0'] }] } });
  });

  /** Where it listens, which the system chose. */
  const addressIn = (name: string, printed: () => string): Promise<string> =>
    waitFor(name, () => /address=(127\.0\.0\.1:[1-9]\d*)/.exec(printed())?.[1]).catch((problem: unknown) => {
      throw new Error(`${name} printed: ${printed()}`, { cause: problem });
    });
});
