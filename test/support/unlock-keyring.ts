import { join } from 'node:path';
import type { Desktop } from './desktop';
import { runAs } from './desktop-user';
import { KEYRING_PASSWORD } from './keyring';

/**
 * Unlocks the login keyring without a prompt, like the login screen's PAM module: through the daemon's control socket
 * (gnome-keyring, `daemon/control/gkd-control-codes.h`). We send a byte that carries the credentials, then length,
 * operation (1: unlock) and password; all numbers are 32 bits, big-endian. The answer is a length and a result, 0 for
 * success. The socket admits only its own user, so a program of that user asks.
 */
export async function unlockKeyring(desktop: Desktop): Promise<void> {
  const socket = join(desktop.env.XDG_RUNTIME_DIR ?? '', 'keyring/control');
  const script = `
    const [path, password] = process.argv.slice(1);
    const length = 12 + password.length;
    const message = Buffer.alloc(1 + 12);
    message.writeUInt32BE(length, 1);
    message.writeUInt32BE(1, 5);
    message.writeUInt32BE(password.length, 9);
    const socket = require('node:net').connect(path);
    socket.write(Buffer.concat([message, Buffer.from(password)]));
    socket.once('data', (answer) => process.exit(answer.readUInt32BE(4)));
    socket.once('close', () => process.exit(9));
  `;
  const args = ['--eval', script, socket, KEYRING_PASSWORD];
  await runAs(desktop.user, process.execPath, args, { env: desktop.env, cwd: desktop.home });
}
