import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { type DesktopUser, give, spawnAs } from './desktop-user';

export interface Screen {
  readonly display: string;
  readonly authority: string;
}

const SOCKETS = '/tmp/.X11-unix';

/**
 * Starts an in-memory screen that no other user of this computer can see.
 * @param picture a folder for the file `Xvfb_screen0`, which mirrors the screen's contents, without the pointer
 */
export async function startScreen(
  user: DesktopUser,
  authority: string,
  env: NodeJS.ProcessEnv,
  cwd: string,
  picture?: string,
): Promise<Screen> {
  writeFileSync(authority, authorityEntry(randomBytes(16)), { mode: 0o600 });
  give(user, authority);
  // A server run by an ordinary user does not create it.
  if (!existsSync(SOCKETS)) {
    mkdirSync(SOCKETS);
    chmodSync(SOCKETS, 0o1777);
  }
  const server = spawnAs(
    user,
    'Xvfb',
    [
      ...[
        '-displayfd',
        '3',
        '-auth',
        authority,
        '-screen',
        '0',
        '1440x1000x24',
        '-nolisten',
        'tcp',
        '-noreset',
        // A busy computer holds keys down long enough for them to repeat.
        '-r',
      ],
      ...(picture === undefined ? [] : ['-fbdir', picture, '-nocursor']),
    ],
    { env, cwd, stdio: ['ignore', 'ignore', 'pipe', 'pipe'] },
  );
  const number = await new Promise<string>((done, fail) => {
    let complaint = '';
    let said = '';
    server.stderr?.on('data', (part) => {
      complaint += part;
    });
    server.stdio[3]?.on('data', (part) => {
      said += part;
      if (said.endsWith('\n')) done(said.trim());
    });
    server.once('error', fail);
    server.once('exit', (status) => fail(new Error(`Xvfb ended with ${status}: ${complaint}`)));
  });
  return { display: `:${number}`, authority };
}

/**
 * One entry of an Xauthority file (libXau's format: big-endian lengths). The wild family matches every display, so the
 * same file serves the X server, which has yet to choose its number, and its clients.
 */
function authorityEntry(cookie: Buffer): Buffer {
  const FAMILY_WILD = 0xffff;
  const name = Buffer.from('MIT-MAGIC-COOKIE-1');
  const short = (value: number): Buffer => Buffer.from([value >> 8, value & 0xff]);
  return Buffer.concat([
    short(FAMILY_WILD),
    short(0),
    short(0),
    short(name.length),
    name,
    short(cookie.length),
    cookie,
  ]);
}
