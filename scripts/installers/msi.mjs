import { createHash } from 'node:crypto';
import { copyFileSync, cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { root } from '../lib/project.mjs';
import { runTool, setDates } from './linux-tree.mjs';
import { PACKAGE, TITLE } from './names.mjs';

/*
 * The Windows installer, by wixl (msitools), which runs on Linux. One MSI for everybody on the computer is what Intune,
 * Configuration Manager and Group Policy take; no other format suits all three.
 */

/** Windows finds older versions by it. Never change it. */
const UPGRADE_CODE = '5E0D6C1B-93A4-4F27-8B6E-2C7D1F0A9E35';
/** Namespace of the identifiers derived below (RFC 9562 §5.5). Never change it. */
const NAMESPACE = 'b2f1c3d4-6a58-4e0b-9d77-41c0a8e5f962';

/**
 * @param {string} unpacked the packed program for Windows
 * @param {import('./linux-tree.mjs').Release} release
 * @param {string} folder where the installer goes
 * @returns {string} its path
 */
export function buildMsi(unpacked, release, folder) {
  if (!/^\d{1,3}\.\d{1,3}\.\d{1,5}$/.test(release.version))
    throw new Error(`Windows Installer orders versions of three numbers only, not ${release.version}`);
  const work = join(folder, '.msi');
  rmSync(work, { recursive: true, force: true });
  mkdirSync(work, { recursive: true });
  // wixl reads sources relative to the description, and takes over their dates.
  cpSync(unpacked, join(work, 'program'), { recursive: true });
  setDates(join(work, 'program'), release);
  copyFileSync(join(root, 'assets/icon.ico'), join(work, 'icon.ico'));
  writeFileSync(join(work, 'product.wxs'), description(unpacked, release));
  const msi = join(folder, `${PACKAGE}-${release.version}-x64.msi`);
  // Both programs write the current time, so they are told the release's.
  const clock = new Date(release.time * 1000).toISOString().slice(0, 19).replace('T', ' ');
  /** @param {readonly string[]} command */
  const atReleaseTime = (command) =>
    startedAgain(() =>
      runTool('faketime', ['-f', clock, ...command], 'faketime wixl msitools', {
        cwd: work,
        env: { ...process.env, TZ: 'UTC', NO_FAKE_STAT: '1' },
      }),
    );
  atReleaseTime(['wixl', '--arch', 'x64', '--output', msi, 'product.wxs']);
  completeTables(work, msi, atReleaseTime);
  // wixl's package code is random. It has to be another one only where the contents are.
  const code = derived(`package ${release.version} ${digestOf(unpacked)}`);
  atReleaseTime(['msibuild', msi, '-s', TITLE, TITLE, 'x64;1033', `{${code}}`]);
  rmSync(work, { recursive: true });
  return msi;
}

const MOST_STARTS = 10;

/**
 * faketime names a semaphore after its process number. One that was killed leaves it behind, and the next of that number
 * does not start.
 * @param {() => string} start
 */
function startedAgain(start) {
  for (let left = MOST_STARTS - 1; ; left -= 1) {
    try {
      return start();
    } catch (problem) {
      if (left === 0 || !String(problem).includes('sem_open: File exists')) throw problem;
    }
  }
}

/**
 * What wixl cannot write. `POLICYFOLDER` names a folder with a policies.json, which is copied beside the program by
 * Windows Installer itself; it stays when the program is upgraded or removed. Without the file, nothing is installed:
 * no computer of a fleet goes without the policies it was meant to have.
 *
 * Only a first installation copies, and neither this property nor INSTALLDIR is among `SecureCustomProperties`: any user
 * may have Windows Installer repair a program as the system, and must not tell it where to read or write.
 * @param {string} work
 * @param {string} msi
 * @param {(command: readonly string[]) => unknown} run
 */
function completeTables(work, msi, run) {
  const tables = {
    MoveFile: [
      ['FileKey', 'Component_', 'SourceName', 'DestName', 'SourceFolder', 'DestFolder', 'Options'],
      ['s72', 's72', 'S255', 'S255', 'S72', 's72', 'i2'],
      ['MoveFile', 'FileKey'],
      ['Policies', 'Policies', 'policies.json', '', 'POLICYFOLDER', 'INSTALLDIR', '0'],
    ],
    DrLocator: [
      ['Signature_', 'Parent', 'Path', 'Depth'],
      ['s72', 'S72', 'S255', 'I2'],
      ['DrLocator', 'Signature_', 'Parent', 'Path'],
      ['PolicyFile', '', '[POLICYFOLDER]', '0'],
    ],
  };
  for (const [name, rows] of Object.entries(tables)) {
    const lines = rows.map((row) => `${row.join('\t')}\r\n`);
    writeFileSync(join(work, `${name}.idt`), lines.join(''));
    run(['msibuild', msi, '-i', `${name}.idt`]);
  }
  const missing = 'There is no policies.json in [POLICYFOLDER].';
  const queries = [
    "INSERT INTO `Signature` (`Signature`, `FileName`) VALUES ('PolicyFile', 'policies.json')",
    "INSERT INTO `AppSearch` (`Property`, `Signature_`) VALUES ('POLICYFILE', 'PolicyFile')",
    `INSERT INTO \`LaunchCondition\` (\`Condition\`, \`Description\`) VALUES ('Installed OR NOT POLICYFOLDER OR POLICYFILE', '${missing}')`,
    "UPDATE `Component` SET `Condition` = 'POLICYFOLDER' WHERE `Component` = 'Policies'",
    "INSERT INTO `InstallExecuteSequence` (`Action`, `Condition`, `Sequence`) VALUES ('MoveFiles', 'NOT Installed', 3800)",
  ];
  for (const query of queries) run(['msibuild', msi, '-q', query]);
}

/** Paths below a folder, with `/`. @param {string} folder */
const filesOf = (folder) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort();

/** @param {string} folder */
function digestOf(folder) {
  const hash = createHash('sha256');
  for (const file of filesOf(folder)) hash.update(`${file}\0`).update(readFileSync(join(folder, file)));
  return hash.digest('hex');
}

/** @param {string} unpacked @param {import('./linux-tree.mjs').Release} release */
function description(unpacked, { version }) {
  const files = filesOf(unpacked);
  const program = `[INSTALLDIR]${PACKAGE}.exe`;
  return `<?xml version="1.0" encoding="utf-8"?>
<Wix xmlns="http://schemas.microsoft.com/wix/2006/wi">
  <Product Id="${derived(`product ${version}`)}" Name="${TITLE}" Language="1033" Version="${version}"
    Manufacturer="${TITLE}" UpgradeCode="${UPGRADE_CODE}">
    <Package InstallerVersion="500" Compressed="yes" InstallScope="perMachine" InstallPrivileges="elevated"
      Description="${TITLE}" Comments="${TITLE} ${version}"/>
    <MajorUpgrade DowngradeErrorMessage="A newer version of ${TITLE} is already installed."/>
    <MediaTemplate EmbedCab="yes"/>
    <Icon Id="program.ico" SourceFile="icon.ico"/>
    <Property Id="ARPPRODUCTICON" Value="program.ico"/>
    <Property Id="ARPNOMODIFY" Value="1"/>
    <Property Id="INSTALLDIR">
      <!-- An upgrade or removal finds the folder that the installation was told. -->
      <RegistrySearch Id="InstalledFolder" Root="HKLM" Key="Software\\${TITLE}" Name="InstallDir" Type="raw" Win64="yes"/>
    </Property>
    <Property Id="ARPNOREPAIR" Value="1"/>
    <Directory Id="TARGETDIR" Name="SourceDir">
      <Directory Id="ProgramFiles64Folder">
        <Directory Id="INSTALLDIR" Name="${TITLE}">
${folderOf(files, '')}
          <Component Id="Policies" Guid="${derived('policies')}" Win64="yes">
            <CreateFolder/>
          </Component>
        </Directory>
      </Directory>
      <Directory Id="ProgramMenuFolder">
        <Component Id="StartMenu" Guid="${derived('start menu')}" Win64="yes">
          <Shortcut Id="StartMenuEntry" Name="${TITLE}" Target="${program}" WorkingDirectory="INSTALLDIR"
            Icon="program.ico"/>
          <RegistryValue Root="HKLM" Key="Software\\${TITLE}" Name="InstallDir" Type="string" Value="[INSTALLDIR]"
            KeyPath="yes"/>
          <RegistryValue Root="HKLM" Key="Software\\${TITLE}" Name="Version" Type="string" Value="${version}"/>
        </Component>
      </Directory>
    </Directory>
    <Feature Id="Program" Level="1">
${files.map((file) => `      <ComponentRef Id="${idOf('c', file)}"/>`).join('\n')}
      <ComponentRef Id="StartMenu"/>
      <ComponentRef Id="Policies"/>
    </Feature>
  </Product>
</Wix>
`;
}

/**
 * The components of a folder, one a file, so that Windows counts and replaces each file by itself.
 * @param {readonly string[]} files all files, with `/`
 * @param {string} folder '' for the outermost, otherwise ending in `/`
 * @returns {string}
 */
function folderOf(files, folder) {
  const inside = files.filter((file) => file.startsWith(folder)).map((file) => file.slice(folder.length));
  const own = inside.filter((name) => !name.includes('/'));
  const folders = [...new Set(inside.flatMap((name) => (name.includes('/') ? [name.split('/')[0]] : [])))];
  const components = own.map((name) => {
    const file = `${folder}${name}`;
    return `<Component Id="${idOf('c', file)}" Guid="${derived(`file ${file}`)}" Win64="yes"><File Id="${idOf('f', file)}" Name="${escaped(name)}" Source="program/${escaped(file)}" KeyPath="yes"/></Component>`;
  });
  const below = folders.map(
    (name) =>
      `<Directory Id="${idOf('d', `${folder}${name}`)}" Name="${escaped(name ?? '')}">\n${folderOf(files, `${folder}${name}/`)}\n</Directory>`,
  );
  return [...components, ...below].join('\n');
}

/** An identifier within the installer: a letter, then hexadecimal digits. @param {string} kind @param {string} path */
const idOf = (kind, path) => kind + createHash('sha256').update(path).digest('hex').slice(0, 20);

/** @param {string} text */
const escaped = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

/**
 * A GUID that is the same in every build: version 5 of RFC 9562.
 * @param {string} name
 */
function derived(name) {
  const bytes = createHash('sha1')
    .update(Buffer.from(NAMESPACE.replaceAll('-', ''), 'hex'))
    .update(name)
    .digest()
    .subarray(0, 16);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x50;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = bytes.toString('hex').toUpperCase();
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
