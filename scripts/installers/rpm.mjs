import { copyFileSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { wrapped } from './deb.mjs';
import { runTool, scriptlet, setDates } from './linux-tree.mjs';
import { DESCRIPTION, OPT, PACKAGE, POLICY_FOLDER, SUMMARY } from './names.mjs';

/* The RPM package, by rpmbuild from a spec of our own. */

const requires = [
  ...['alsa-lib', 'at-spi2-core', 'cups-libs', 'gtk3', 'libnotify', 'libsecret', 'mesa-libgbm', 'nss'],
  'xdg-utils',
];
const compression = { small: 'w19.zstdio', quick: 'w.ufdio' };

/**
 * @param {string} tree what to install (linux-tree.mjs)
 * @param {import('./linux-tree.mjs').Release} release
 * @param {string} folder where the package goes
 * @param {keyof typeof compression} size
 * @returns {string} the package's path
 */
export function buildRpm(tree, release, folder, size) {
  const work = join(folder, '.rpm');
  rmSync(work, { recursive: true, force: true });
  mkdirSync(work, { recursive: true });
  setDates(tree, release);
  const spec = join(work, `${PACKAGE}.spec`);
  writeFileSync(spec, specification(tree, release, size));
  runTool(
    'rpmbuild',
    ['-bb', '--target', 'x86_64', '--define', `_topdir ${work}`, '--define', `tree ${tree}`, spec],
    'rpm',
    { env: { ...process.env, SOURCE_DATE_EPOCH: String(release.time) } },
  );
  const name = `${PACKAGE}-${release.version}-1.x86_64.rpm`;
  copyFileSync(join(work, 'RPMS/x86_64', name), join(folder, name));
  rmSync(work, { recursive: true });
  return join(folder, name);
}

/**
 * @param {string} tree
 * @param {import('./linux-tree.mjs').Release} release
 * @param {keyof typeof compression} size
 */
const specification = (tree, { version }, size) => `Name: ${PACKAGE}
Version: ${version}
Release: 1
Summary: ${SUMMARY.charAt(0).toUpperCase()}${SUMMARY.slice(1)}
License: MIT
# Electron brings its own libraries: what it needs is listed below, and what it holds is for nobody else.
AutoReqProv: no
${requires.map((name) => `Requires: ${name}`).join('\n')}
Recommends: gnome-keyring

# Ready-made files: nothing is compiled, stripped or compressed again, and nothing of the build computer is recorded.
%define debug_package %{nil}
%define __os_install_post %{nil}
%define _build_id_links none
%define _buildhost reproducible
%define _binary_payload ${compression[size]}
%define use_source_date_epoch_as_buildtime 1
%define clamp_mtime_to_source_date_epoch 1

%description
${wrapped(DESCRIPTION, 78).join('\n')}

%install
mkdir -p %{buildroot}
cp -a %{tree}/. %{buildroot}/

%files
%defattr(-,root,root,-)
${installedPaths(tree).join('\n')}

%post
${scriptlet('after-install.sh')}
%preun
if [ "$1" = 0 ]; then
${scriptlet('before-remove.sh')}
fi
`;

/** Our folder whole and the empty one for policies; elsewhere our files alone, since the folders belong to the system. @param {string} tree */
function installedPaths(tree) {
  const own = readdirSync(tree, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => join(entry.parentPath, entry.name).slice(tree.length))
    .filter((path) => !path.startsWith(`${OPT}/`))
    .sort();
  return [OPT, ...own].map((path) => `"${path}"`).concat(`%dir "${POLICY_FOLDER}"`);
}
