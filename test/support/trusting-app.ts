import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Desktop } from './desktop';
import { give } from './desktop-user';
import { type StagedApp, stageApp } from './staged-app';

/** Where Debian's `update-ca-certificates` writes the list that all programs on the computer trust. */
const SYSTEM_LIST = '/etc/ssl/certs/ca-certificates.crt';

/**
 * The app on a computer whose administrator added these certificate authorities (PEM) to the system's list. The app is
 * not told: a private mount namespace shows it a longer list at that path, as it would find after
 * `update-ca-certificates`. Nothing outside this desktop's app sees the change, and no privilege is needed: the first
 * user namespace may mount, and the second maps back to the original user.
 * @param hosts what the app finds as `/etc/hosts`
 */
export function stageTrustingApp(
  desktop: Desktop,
  authorities: readonly string[],
  app: StagedApp = stageApp(desktop.user),
  hosts = '/etc/hosts',
): StagedApp {
  const list = join(desktop.folder, 'ca-certificates.crt');
  writeFileSync(list, `${readFileSync(SYSTEM_LIST, 'utf8')}\n${authorities.join('\n')}\n`, { mode: 0o644 });
  give(desktop.user, list);
  const { uid, gid } = desktop.user;
  const executable = desktop.writeFile(
    'bin/trusting-app',
    `#!/bin/sh
exec unshare --user --map-root-user --mount sh -c '
  mount --bind "$1" ${SYSTEM_LIST} && mount --bind "$2" /etc/hosts && shift 2 &&
  exec unshare --user --map-user=${uid} --map-group=${gid} -- "$@"
' sh '${list}' '${hosts}' '${app.executable}' "$@"
`,
    0o755,
  );
  return { executable, appArguments: app.appArguments };
}
