import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type DesktopUser, give, runAs, spawnAs } from './desktop-user';

/**
 * - `unlocked`: a normal signed-in session
 * - `locked`: a keyring exists and is locked; `not-created`: the service runs but has no keyring yet
 * - `none`: no keyring service on the bus; `no-bus`: no session bus at all
 */
export type KeyringState = 'unlocked' | 'locked' | 'not-created' | 'none' | 'no-bus';

/** Unlocks a test desktop's throwaway keyring; it protects nothing. */
export const KEYRING_PASSWORD = 'throwaway';

interface Place {
  readonly user: DesktopUser;
  readonly env: NodeJS.ProcessEnv;
  readonly cwd: string;
}

/**
 * Starts a session bus.
 * @param services whether the bus may start programs on demand, such as Debian's password prompter and a keyring daemon
 * @returns the bus's address
 */
export async function startBus(place: Place, folder: string, services: boolean): Promise<string> {
  const address = `unix:path=${join(folder, 'bus')}`;
  const file = join(folder, 'bus.conf');
  writeFileSync(file, busConfiguration(address, services));
  give(place.user, file);
  const args = [`--config-file=${file}`, '--nofork', '--nopidfile', '--print-address=1'];
  const bus = spawnAs(place.user, 'dbus-daemon', args, {
    env: place.env,
    cwd: place.cwd,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  if (bus.stdout === null) throw new Error('dbus-daemon has no output');
  await Promise.race([
    once(bus.stdout, 'data'),
    once(bus, 'exit').then(([status]) => {
      throw new Error(`dbus-daemon ended with ${status}`);
    }),
  ]);
  return address;
}

const busConfiguration = (address: string, services: boolean): string => `<busconfig>
  <type>session</type>
  <listen>${address}</listen>
  <auth>EXTERNAL</auth>
  ${services ? '<standard_session_servicedirs/>' : ''}
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
`;

/** Starts a real gnome-keyring in the given state, on the bus of `place.env`. */
export async function startKeyring(
  place: Place,
  state: Extract<KeyringState, 'unlocked' | 'locked' | 'not-created'>,
): Promise<void> {
  const unlock = state === 'not-created' ? [] : ['--unlock'];
  const daemon = spawnAs(
    place.user,
    'gnome-keyring-daemon',
    ['--foreground', '--components=secrets', ...unlock],
    { env: place.env, cwd: place.cwd, stdio: ['pipe', 'ignore', 'ignore'] },
  );
  daemon.stdin?.end(unlock.length > 0 ? KEYRING_PASSWORD : '');
  const wait = ['wait', '--session', '--timeout', '10', 'org.freedesktop.secrets'];
  await runAs(place.user, 'gdbus', wait, place);
  if (state === 'locked') await lockKeyring(place);
}

/** Locks the login keyring. A program that has read its key does not notice until its next start. */
export async function lockKeyring(place: Place): Promise<void> {
  const method = ['--method', 'org.freedesktop.Secret.Service.Lock'];
  const object = ['--object-path', '/org/freedesktop/secrets', ...method];
  const collection = '[objectpath "/org/freedesktop/secrets/collection/login"]';
  await runAs(
    place.user,
    'gdbus',
    ['call', '--session', '--dest', 'org.freedesktop.secrets', ...object, collection],
    place,
  );
}
