import { readFileSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import type { Desktop } from '../support/desktop';

/*
 * Presses keys on a private screen like its keyboard, through the X server's test extension (XTEST). A program such as
 * xdotool would add its own startup to each key, distorting the measurement.
 */

/** Key codes of a PC keyboard on Linux (evdev's plus 8), as Xvfb uses them. */
export const KEYS = { tab: 23, enter: 36, a: 38, backspace: 22, space: 65 } as const;

const QUERY_EXTENSION = 98;
const FAKE_INPUT = 2;
const PRESS = 2;
const RELEASE = 3;

export class KeyPresser {
  private constructor(
    private readonly socket: Socket,
    private readonly extension: number,
  ) {}

  static async on(desktop: Desktop): Promise<KeyPresser> {
    const { DISPLAY = '', XAUTHORITY = '' } = desktop.env;
    const socket = connect(`/tmp/.X11-unix/X${DISPLAY.slice(1)}`);
    const bytes = reader(socket);
    socket.write(greeting(readFileSync(XAUTHORITY).subarray(-16)));
    const [accepted, , , , , , low = 0, high = 0] = await bytes(8);
    await bytes((low + high * 256) * 4);
    if (accepted !== 1) throw new Error('The screen lets nobody in');
    const name = Buffer.from('XTEST\0\0\0');
    const question = Buffer.from([QUERY_EXTENSION, 0, 4, 0, 5, 0, 0, 0]);
    socket.write(Buffer.concat([question, name]));
    const answer = await bytes(32);
    if (answer[8] !== 1) throw new Error('The screen has no test keyboard');
    return new KeyPresser(socket, answer[9] ?? 0);
  }

  /** @returns when the key was sent, as in `performance.now()` */
  press(key: number): number {
    const at = performance.now();
    this.socket.write(Buffer.concat([this.fake(PRESS, key), this.fake(RELEASE, key)]));
    return at;
  }

  close(): void {
    this.socket.destroy();
  }

  private fake(kind: number, key: number): Buffer {
    const request = Buffer.alloc(36);
    request.set([this.extension, FAKE_INPUT, 9, 0, kind, key]);
    return request;
  }
}

/** The first message of the X protocol, little-endian, with the screen's cookie. */
function greeting(cookie: Buffer): Buffer {
  const name = 'MIT-MAGIC-COOKIE-1';
  const head = Buffer.alloc(12);
  head.write('l');
  head.writeUInt16LE(11, 2);
  head.writeUInt16LE(name.length, 6);
  head.writeUInt16LE(cookie.length, 8);
  return Buffer.concat([head, Buffer.from(`${name}\0\0`), cookie]);
}

/** Reads exactly this many bytes, waiting for them. */
function reader(socket: Socket): (count: number) => Promise<Buffer> {
  let come = Buffer.alloc(0);
  let serve = (): void => undefined;
  let failure: Error | null = null;
  socket.on('data', (part) => {
    come = Buffer.concat([come, part]);
    serve();
  });
  socket.once('error', (problem) => {
    failure = problem;
    serve();
  });
  return (count) =>
    new Promise((done, fail) => {
      serve = () => {
        if (failure !== null) return fail(failure);
        if (come.length < count) return;
        const wanted = come.subarray(0, count);
        come = come.subarray(count);
        done(wanted);
      };
      serve();
    });
}
