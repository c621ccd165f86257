import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { gzipSync } from 'node:zlib';
import { root } from '../lib/project.mjs';
import { runTool, scriptlet, setDates } from './linux-tree.mjs';
import { DESCRIPTION, MAINTAINER, OPT, PACKAGE, SUMMARY } from './names.mjs';

/*
 * The Debian package, by dpkg-deb alone. electron-builder's target needs a Ruby program that is in no registry, asks
 * as root whether user namespaces work (a false yes on Ubuntu 24.04), and installs neither man pages, AppStream data
 * nor a copyright file.
 */

/** Ubuntu 24.04 and Debian 13 renamed the libraries whose 32-bit builds changed the size of a time. */
const renamed = ['libasound2', 'libatk-bridge2.0-0', 'libatspi2.0-0', 'libcups2', 'libgtk-3-0'];
const depends = [
  ...renamed.map((name) => `${name} | ${name}t64`),
  'libc6 (>= 2.28)',
  ...['libdrm2', 'libgbm1', 'libnotify4', 'libnss3', 'libsecret-1-0', 'libxkbcommon0', 'xdg-utils'],
].sort();

/** Electron's own files, built and stripped by its makers, and the folder that a vendor's package belongs into. */
const overrides = [
  'dir-or-file-in-opt',
  'embedded-library',
  'hardening-no-fortify-functions',
  'hardening-no-relro',
  'library-not-linked-against-libc',
  'missing-depends-line',
  'shared-library-lacks-prerequisites',
  'spelling-error-in-binary',
  'unstripped-binary-or-object',
];

/** dpkg-deb's switches: minutes for what is handed out, seconds for tests. */
const compression = { small: ['-Zxz', '-z6'], quick: ['-Znone'] };

/**
 * @param {string} tree what to install (linux-tree.mjs); is used up
 * @param {import('./linux-tree.mjs').Release} release
 * @param {string} folder where the package goes
 * @param {keyof typeof compression} size
 * @returns {string} the package's path
 */
export function buildDeb(tree, release, folder, size) {
  const at = (/** @type {string} */ path) => join(tree, path);
  const doc = at(`usr/share/doc/${PACKAGE}`);
  mkdirSync(doc, { recursive: true });
  mkdirSync(at('DEBIAN'));
  mkdirSync(at('usr/share/lintian/overrides'), { recursive: true });
  writeFileSync(join(doc, 'copyright'), copyright());
  writeFileSync(join(doc, 'changelog.gz'), gzipSync(changelog(release), { level: 9 }));
  writeFileSync(
    at(`usr/share/lintian/overrides/${PACKAGE}`),
    overrides.map((tag) => `${PACKAGE}: ${tag}\n`).join(''),
  );
  writeFileSync(at('DEBIAN/postinst'), maintainerScript('configure', scriptlet('after-install.sh')), {
    mode: 0o755,
  });
  writeFileSync(at('DEBIAN/prerm'), maintainerScript('remove', scriptlet('before-remove.sh')), {
    mode: 0o755,
  });
  const files = filesOf(tree);
  writeFileSync(at('DEBIAN/md5sums'), files.map((file) => `${md5(at(file))}  ${file}\n`).join(''));
  writeFileSync(at('DEBIAN/control'), control(release, files.map(at)));
  setDates(tree, release);
  const deb = join(folder, `${PACKAGE}_${release.version}_amd64.deb`);
  runTool('dpkg-deb', ['--root-owner-group', ...compression[size], '--build', tree, deb], 'dpkg', {
    env: { ...process.env, SOURCE_DATE_EPOCH: String(release.time) },
  });
  return deb;
}

/** @param {import('./linux-tree.mjs').Release} release @param {readonly string[]} files */
const control = ({ version }, files) => `Package: ${PACKAGE}
Version: ${version}
Architecture: amd64
Maintainer: ${MAINTAINER}
Installed-Size: ${files.reduce((sum, file) => sum + Math.ceil(statSync(file).size / 1024), 0)}
Depends: ${depends.join(', ')}
Recommends: gnome-keyring | kwalletmanager
Section: utils
Priority: optional
Description: ${SUMMARY}
${wrapped(DESCRIPTION, 78)
  .map((line) => ` ${line}`)
  .join('\n')}
`;

/** @param {'configure' | 'remove'} action dpkg's first argument when the lines are to run @param {string} lines */
const maintainerScript = (action, lines) => `#!/bin/sh
set -e
[ "$1" = ${action} ] || exit 0

${lines}`;

/** @param {import('./linux-tree.mjs').Release} release */
const changelog = ({ version, time }) => {
  const date = new Date(time * 1000).toUTCString().replace('GMT', '+0000');
  return `${PACKAGE} (${version}) stable; urgency=medium\n\n  * Release ${version}.\n\n -- ${MAINTAINER}  ${date}\n`;
};

function copyright() {
  const licence = readFileSync(join(root, 'LICENSE'), 'utf8');
  const holder = /^Copyright \(c\) (.*)$/m.exec(licence)?.[1] ?? '';
  const text = licence
    .slice(licence.indexOf('Permission'))
    .trimEnd()
    .split('\n')
    .map((line) => ` ${line === '' ? '.' : line}`);
  return `Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/
Upstream-Name: School API Setup Wizard
Comment: Licences of the bundled packages are in ${OPT}/THIRD-PARTY.txt,
 Electron's in ${OPT}/LICENSE.electron.txt, Chromium's in
 ${OPT}/LICENSES.chromium.html.

Files: *
Copyright: ${holder}
License: Expat

License: Expat
${text.join('\n')}
`;
}

/** Regular files below a folder, except the package's own, in byte order. @param {string} tree */
const filesOf = (tree) =>
  readdirSync(tree, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(tree, join(entry.parentPath, entry.name)))
    .filter((file) => !file.startsWith('DEBIAN/'))
    .sort((one, other) => Buffer.compare(Buffer.from(one), Buffer.from(other)));

/** @param {string} file */
const md5 = (file) => createHash('md5').update(readFileSync(file)).digest('hex');

/** @param {string} text @param {number} width @returns {string[]} */
export function wrapped(text, width) {
  /** @type {string[]} */
  const lines = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last === undefined || last.length + word.length + 1 > width) lines.push(word);
    else lines[lines.length - 1] = `${last} ${word}`;
  }
  return lines;
}
