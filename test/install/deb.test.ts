import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Desktop, startDesktop } from '../support/desktop';
import { makeInstaller } from '../support/installers';
import { canHaveThrowawayRoot, startThrowawayRoot, type ThrowawayRoot } from '../support/throwaway-root';
import { waitFor } from '../support/wait-for';

/*
 * The Debian package, from the program that the app tests run: what its files say, and its life on this computer's own
 * system, from installation to purge.
 */

const NAME = 'school-api-setup-wizard';
const unpacked = join(import.meta.dirname, '../../out/pack/linux-unpacked');

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'deb-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const build = (version: string, place = ''): string =>
  makeInstaller('deb', unpacked, join(folder, place), version);

const digest = (file: string): string => createHash('sha256').update(readFileSync(file)).digest('hex');
const tool = (program: string, ...args: string[]): string => {
  const { status, stdout } = spawnSync(program, args, { encoding: 'utf8' });
  expect(status, `${program} ${args.join(' ')}:\n${stdout}`).toBe(0);
  return stdout;
};

describe.runIf(process.platform === 'linux')('the deb', () => {
  it('is the same in two builds', () => {
    expect(digest(build('0.1.0', 'second'))).toBe(digest(build('0.1.0', 'first')));
  });

  it('gives the checkers of Debian nothing to say', () => {
    const deb = build('0.1.0');
    const tree = join(folder, 'tree');
    tool('dpkg-deb', '--extract', deb, tree);
    // Compressed only for handing out.
    const quick = 'uses-no-compression-for-control-tarball,uses-no-compression-for-data-tarball';
    expect(tool('lintian', '--allow-root', '--suppress-tags', quick, deb)).toBe('');
    const desktopFile = join(tree, `usr/share/applications/${NAME}.desktop`);
    expect(tool('desktop-file-validate', desktopFile)).toBe('');
    const metainfo = join(tree, 'usr/share/metainfo/org.schoolapisetup.wizard.metainfo.xml');
    expect(tool('appstreamcli', 'validate', '--no-net', metainfo)).toMatch(/successful/i);
    expect(
      tool('man', '--warnings', '--local-file', join(tree, `usr/share/man/man1/${NAME}-cli.1.gz`)),
    ).toMatch(/EXIT STATUS/);
  });

  it('has the bill of materials and the sums beside it', () => {
    const place = dirname(build('0.1.0', 'beside'));
    const bill = JSON.parse(readFileSync(join(place, `${NAME}.cdx.json`), 'utf8'));
    expect(bill.components.map(({ name }: { name: string }) => name)).toContain('Chromium');
    const sums = readFileSync(join(place, 'SHA256SUMS'), 'utf8').trimEnd().split('\n');
    expect(sums).toHaveLength(2);
    for (const line of sums) {
      const [sum, name = ''] = line.split('  ');
      expect(digest(join(place, name)), name).toBe(sum);
    }
  });

  it('passes on the licences of everything in it', () => {
    const list = tool('dpkg-deb', '--contents', build('0.1.0'));
    for (const name of ['THIRD-PARTY.txt', 'LICENSE.electron.txt', 'LICENSES.chromium.html'])
      expect(list).toContain(`/opt/${NAME}/${name}`);
    expect(list).toContain(`/usr/share/doc/${NAME}/copyright`);
  });
});

describe.runIf(canHaveThrowawayRoot)('the life of the deb', () => {
  let system: ThrowawayRoot;
  let desktop: Desktop;
  beforeAll(async () => {
    system = await startThrowawayRoot();
    desktop = await startDesktop();
  });
  afterAll(async () => {
    await system.stop();
    await desktop.stop();
  });

  const asRoot = async (program: string, ...args: string[]): Promise<string> => {
    const { status, output } = await system.run(program, args);
    expect(status, `${program} ${args.join(' ')}:\n${output}`).toBe(0);
    return output;
  };
  const asPerson = (program: string, args: readonly string[], input = '') =>
    system.run(program, args, { user: desktop.user, env: desktop.env, input });
  const installedVersion = () => asRoot('dpkg-query', '--show', NAME);

  it('installs, checks and shows its window, is upgraded meanwhile, downgraded, removed and purged', async () => {
    const first = build('0.1.0');
    const second = build('0.1.1');
    await asRoot('dpkg', '--install', first);
    expect(await asRoot('dpkg', '--verify', NAME)).toBe('');

    await checksAsAnOrdinaryUser();
    await keepsPolicies();
    await schedulesTheInstalledCommand();
    const window = openWindow();
    await expectSandboxed();

    // An upgrade under the open window: it goes on.
    await asRoot('dpkg', '--install', second);
    expect(await installedVersion()).toMatch(/\t0\.1\.1\n/);
    await expectSandboxed();
    await asRoot('pkill', '--full', `^/opt/${NAME}/${NAME}`);
    await window;

    await asRoot('dpkg', '--install', first);
    expect(await installedVersion()).toMatch(/\t0\.1\.0\n/);

    const data = join(desktop.home, '.config/School API Setup Wizard');
    expect(existsSync(data)).toBe(true);
    await asRoot('dpkg', '--remove', NAME);
    await asRoot('dpkg', '--purge', NAME);
    expect(existsSync(data)).toBe(true);
    const left = await asRoot('sh', '-c', `find /opt /usr /etc -name '*${NAME}*'`);
    expect(left).toBe('');
  });

  /** By the name in PATH, against the program's own practice server. */
  async function checksAsAnOrdinaryUser(): Promise<void> {
    const told = join(desktop.folder, 'practice');
    void asPerson('sh', ['-c', `${NAME}-cli practice > ${told}`]);
    const practice = await waitFor('the practice server', () => {
      if (!existsSync(told)) return undefined;
      const text = readFileSync(told, 'utf8');
      return text.endsWith('\n') ? JSON.parse(text) : undefined;
    });
    const { values, secrets } = practice.systems.powerschool;
    const file = desktop.writeFile(
      'powerschool.json',
      JSON.stringify({ system: 'powerschool', name: 'Maple', environment: 'test', values }),
    );
    const args = ['check', '--connection', file, '--secrets-stdin', '--ca', practice.ca, '--json'];
    const { status, output } = await asPerson(`${NAME}-cli`, args, JSON.stringify(secrets));
    expect(status, output).toBe(0);
    expect(JSON.parse(output).outcome).toBe('passed');
  }

  /** The nightly test starts what stays the same from version to version. */
  async function schedulesTheInstalledCommand(): Promise<void> {
    const { status, output } = await asPerson(`${NAME}-cli`, ['watch', 'show', '--lang', 'en']);
    expect(status, output).toBe(0);
    expect(output).toContain(`ExecStart="/usr/bin/${NAME}-cli" "check" "--all" "--resume" "--notify"\n`);
    expect(output).toContain(`File: ${desktop.home}/.config/systemd/user/${NAME}-watch.timer`);
  }

  /** An administrator drops the file; nobody else's counts, wherever it is put. */
  async function keepsPolicies(): Promise<void> {
    const place = `/etc/${NAME}/policies.json`;
    const policies = async () => {
      // Where the user may write: the working folder, the home folder, the data folder.
      const plant = ['$PWD', '$HOME', '$HOME/.config/School API Setup Wizard', '$HOME/.config'];
      const planted = plant.map((folder) => `echo '{"language":"fr"}' > "${folder}/policies.json"`);
      const line = `cd "$HOME" && mkdir -p ".config/School API Setup Wizard" && ${planted.join(' && ')}`;
      const run = `${line} && XDG_CONFIG_DIRS="$HOME" exec ${NAME}-cli policies --json`;
      const { status, output } = await asPerson('sh', ['-c', run]);
      return { status, ...JSON.parse(output) };
    };
    expect(await policies()).toEqual({ status: 0, version: 1, policies: {}, problems: [], places: [place] });

    await asRoot('sh', '-c', `echo '{"forbidPractice":true}' > ${place}`);
    expect(await policies()).toMatchObject({
      status: 0,
      policies: { forbidPractice: { value: true, from: place } },
    });
    const practice = await asPerson(`${NAME}-cli`, ['practice']);
    expect(practice).toMatchObject({ status: 2, output: expect.stringContaining('practice') });
    expect((await asPerson('sh', ['-c', `echo '{}' > ${place}`])).status).not.toBe(0);

    // A mistake of the administrator's: the folder is given away, and its new owner replaces the file.
    await asRoot('chown', '-R', desktop.user.name, `/etc/${NAME}`);
    expect(await policies()).toMatchObject({
      status: 1,
      policies: { forbidExport: { value: true } },
      problems: [{ place, policy: null, reason: 'not-owned' }],
    });
    await asRoot('chown', '-R', 'root', `/etc/${NAME}`);
    await asRoot('rm', place);
  }

  function openWindow() {
    return asPerson(NAME, []);
  }

  /** The kernel's own word on the renderer: system calls are filtered, and no privilege can be gained. */
  async function expectSandboxed(): Promise<void> {
    await waitFor('a sandboxed renderer', async () => {
      const { output } = await system.run('sh', [
        '-c',
        'for p in $(pgrep --full -- --type=renderer); do grep -E "Seccomp:|NoNewPrivs:" /proc/$p/status; done',
      ]);
      return /NoNewPrivs:\s+1\nSeccomp:\s+2/.test(output) ? true : undefined;
    });
  }
});
