import { join } from 'node:path';
import type { Desktop } from './desktop';
import { runAs, spawnAs } from './desktop-user';

export interface Shown {
  readonly app: string;
  readonly title: string;
  readonly body: string;
  /** The .desktop file that the desktop takes the name and the icon from. */
  readonly entry: string;
  /** For how many milliseconds; 0: until it is dismissed. */
  readonly lasts: number;
}

/**
 * Starts a notification service on the desktop's bus.
 * @param reaction what the user does with each notification, at once
 * @returns what it has shown so far
 */
export async function startNotifications(
  desktop: Desktop,
  reaction: 'click' | 'dismiss' | 'ignore',
): Promise<() => readonly Shown[]> {
  const place = { env: desktop.env, cwd: desktop.home };
  const program = join(import.meta.dirname, 'notifications.py');
  const service = spawnAs(desktop.user, '/usr/bin/python3', [program, reaction], {
    ...place,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let printed = '';
  service.stdout?.on('data', (part) => {
    printed += part;
  });
  const wait = ['wait', '--session', '--timeout', '10', 'org.freedesktop.Notifications'];
  await runAs(desktop.user, 'gdbus', wait, place);
  return () =>
    printed
      .split('\n')
      .slice(0, -1)
      .map((line) => JSON.parse(line) as Shown);
}
