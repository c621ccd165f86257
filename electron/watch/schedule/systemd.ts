import { posix } from 'node:path';
import { PRODUCT_NAME } from '../../identity';
import {
  LONGEST_RUN_HOURS,
  nightlyWords,
  type SchedulePlan,
  type ScheduleWishes,
  SPREAD_MINUTES,
  timeBy,
} from './plan';

const UNIT = 'school-api-setup-wizard-watch';

/** A timer of the user's own systemd, which knows the session bus and therefore the keyring. */
export function systemdPlan(wishes: ScheduleWishes): SchedulePlan {
  const { configHome, home, launcher, at } = wishes;
  const folder = posix.join(configHome ?? posix.join(home, '.config'), 'systemd', 'user');
  const timer = `${UNIT}.timer`;
  return {
    files: [
      {
        path: posix.join(folder, `${UNIT}.service`),
        text: service(launcher, nightlyWords(wishes)),
        encoding: 'utf8',
      },
      { path: posix.join(folder, timer), text: timerText(at), encoding: 'utf8' },
    ],
    toInstall: [
      ['systemctl', '--user', 'daemon-reload'],
      ['systemctl', '--user', 'enable', '--now', timer],
    ],
    toRemove: {
      before: [['systemctl', '--user', 'disable', '--now', timer]],
      after: [['systemctl', '--user', 'daemon-reload']],
    },
    leftovers: [posix.join(folder, 'timers.target.wants', timer)],
    always: null,
    // Fails without a systemd of the user: in a container, over ssh as another user, on systems without systemd.
    toFind: ['systemctl', '--user', 'show-environment'],
    toAsk: ['systemctl', '--user', '--quiet', 'is-active', timer],
    launcherAs: startOf(launcher),
    timeIn: timeBy(/^OnCalendar=\*-\*-\* (\d\d):(\d\d)/m),
    spreadMinutes: SPREAD_MINUTES,
  };
}

/**
 * What was found stands in the results file; statuses 1 and 3 are results as well, not a job that broke. The window that a
 * click on the notification opened stays when the run ends.
 */
const service = (program: string, words: readonly string[]): string => `[Unit]
Description=${PRODUCT_NAME}: nightly test of all saved connections

[Service]
Type=oneshot
ExecStart=${[startOf(program), ...words.map(inert)].join(' ')}
SuccessExitStatus=1 3
StandardOutput=null
Nice=10
TimeoutStartSec=${LONGEST_RUN_HOURS}h
KillMode=process
`;

/** The same delay every night, other computers another one; a missed night is made up at the next start. */
const timerText = (at: string): string => `[Unit]
Description=${PRODUCT_NAME}: nightly test of all saved connections

[Timer]
OnCalendar=*-*-* ${at}:00
RandomizedDelaySec=${SPREAD_MINUTES}m
FixedRandomDelay=true
Persistent=true

[Install]
WantedBy=timers.target
`;

/** One word for systemd, which expands `%`, and reads backslashes as escapes (systemd.service(5)). */
const quoted = (word: string): string =>
  `"${word.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('%', '%%')}"`;

/** It accepts no program with a quote or a backslash in its path. */
const startOf = (program: string): string =>
  /["'\\]/.test(program) ? `/bin/sh -c "exec \\"$$0\\" \\"$$@\\"" ${inert(program)}` : quoted(program);

/** It expands `$` as well, but not in the program's path. */
const inert = (word: string): string => quoted(word).replaceAll('$', '$$$$');
