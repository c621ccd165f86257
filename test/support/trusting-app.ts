import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Desktop } from './desktop';
import { give } from './desktop-user';
import { type StagedApp, stageApp } from './staged-app';

/** Where Debian's `update-ca-certificates` puts the list that every program of the computer is to trust. */
const SYSTEM_LIST = '/etc/ssl/certs/ca-certificates.crt';

/**
 * The app on a computer whose administrator added these certificate authorities (PEM) to the system's own list. The
 * app itself is not told: a private mount namespace shows it a longer list in that one place, which is what it
 * would find after `update-ca-certificates`. Nothing outside this desktop's app sees the change, and no special
 * right is needed: the two user namespaces make a user who may mount, and make the person themself again.
 */
export function stageTrustingApp(
  desktop: Desktop,
  authorities: readonly string[],
  app: StagedApp = stageApp(desktop.user),
): StagedApp {
  const list = join(desktop.folder, 'ca-certificates.crt');
  writeFileSync(list, `${readFileSync(SYSTEM_LIST, 'utf8')}\n${authorities.join('\n')}\n`, { mode: 0o644 });
  give(desktop.user, list);
  const { uid, gid } = desktop.user;
  const executable = desktop.writeFile(
    'bin/trusting-app',
    `#!/bin/sh
exec unshare --user --map-root-user --mount sh -c '
  mount --bind "$1" ${SYSTEM_LIST} && shift &&
  exec unshare --user --map-user=${uid} --map-group=${gid} -- "$@"
' sh '${list}' '${app.executable}' "$@"
`,
    0o755,
  );
  return { executable, appArguments: app.appArguments };
}
