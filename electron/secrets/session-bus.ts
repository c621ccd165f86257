import { existsSync } from 'node:fs';
import { connect as connectSocket, type Socket } from 'node:net';
import { join } from 'node:path';

/** A failed call, with its D-Bus error reduced to one of our codes. */
export class BusFailure extends Error {
  override readonly name = 'BusFailure';
  constructor(readonly code: 'no-bus' | 'no-answer' | 'no-service' | 'refused') {
    super(code);
  }
}

export interface BusCall {
  readonly destination: string;
  readonly path: string;
  readonly interface: string;
  readonly member: string;
  readonly signature?: string;
  readonly body?: readonly unknown[];
}

/** A connection to the session bus. Every wait on it is limited. */
export interface SessionBus {
  /** Resolves with the reply's values. Rejects only with a `BusFailure`. */
  call(call: BusCall, limitMs: number): Promise<readonly unknown[]>;
  /** Subscribes to a signal of one object. Resolves when the bus has confirmed; `listener` gets the signal's values. */
  listen(
    signal: Omit<BusCall, 'destination' | 'signature' | 'body'>,
    limitMs: number,
    listener: (values: readonly unknown[]) => void,
  ): Promise<void>;
  close(): void;
}

/** The part of dbus-native used here. Its own declarations omit most of it. */
interface NativeBus {
  invoke(message: object, callback: (failure: { name?: string } | null, ...values: unknown[]) => void): void;
  addMatch(rule: string, callback: (failure: object | null) => void): void;
  mangle(path: string, iface: string, member: string): string;
  readonly signals: { on(key: string, listener: (values: readonly unknown[]) => void): void };
  readonly connection: { on(event: 'error' | 'end', listener: () => void): void };
}
interface Native {
  createClient(options: { stream: Socket }): NativeBus;
}

/** D-Bus errors meaning that the name has no owner and no service can be started for it. */
const NOBODY = [
  'org.freedesktop.DBus.Error.ServiceUnknown',
  'org.freedesktop.DBus.Error.NameHasNoOwner',
  'org.freedesktop.DBus.Error.Spawn.',
];

/**
 * Where libdbus finds the session bus: DBUS_SESSION_BUS_ADDRESS, else the user's bus in XDG_RUNTIME_DIR. Sockets
 * only: this app must not start a program named by an address, or a bus without a desktop.
 * @returns the socket's path (starting with NUL if abstract), or null if there is no bus
 */
export function busSocketPath(env: NodeJS.ProcessEnv): string | null {
  const named = env.DBUS_SESSION_BUS_ADDRESS;
  if (named === undefined || named === '') {
    const usual = env.XDG_RUNTIME_DIR === undefined ? null : join(env.XDG_RUNTIME_DIR, 'bus');
    return usual !== null && existsSync(usual) ? usual : null;
  }
  for (const address of named.split(';')) {
    const [kind, rest] = [address.slice(0, address.indexOf(':')), address.slice(address.indexOf(':') + 1)];
    if (kind !== 'unix') continue;
    const parameters = new Map(
      rest.split(',').map((pair): [string, string] => {
        const at = pair.indexOf('=');
        return [pair.slice(0, at), unescapeValue(pair.slice(at + 1))];
      }),
    );
    const path = parameters.get('path');
    if (path !== undefined) return path;
    const abstract = parameters.get('abstract');
    if (abstract !== undefined) return `\0${abstract}`;
  }
  return null;
}

/** Connects and authenticates. Rejects with a `BusFailure`: `no-bus` at once, `no-answer` after `limitMs`. */
export async function openSessionBus(env: NodeJS.ProcessEnv, limitMs: number): Promise<SessionBus> {
  const path = busSocketPath(env);
  if (path === null) throw new BusFailure('no-bus');
  // Loaded only when a secret is needed for the first time.
  const loaded: unknown = (await import('@homebridge/dbus-native')).default;
  const stream = await connected(path, limitMs);
  return wrap((loaded as Native).createClient({ stream }), stream);
}

/** The owner of a bus name; null if it has none. Does not start a service. Rejects with a `BusFailure`. */
export async function nameOwner(bus: SessionBus, name: string, limitMs: number): Promise<string | null> {
  try {
    const [owner] = await bus.call(onBus('GetNameOwner', name), limitMs);
    return typeof owner === 'string' ? owner : null;
  } catch (failure) {
    if (failure instanceof BusFailure && failure.code === 'no-service') return null;
    throw failure;
  }
}

/** All names with an owner, and all names a service can be started for. Rejects with a `BusFailure`. */
export async function namesOnBus(
  bus: SessionBus,
  limitMs: number,
): Promise<{ readonly running: readonly string[]; readonly startable: readonly string[] }> {
  const list = async (member: string): Promise<readonly string[]> => {
    const [names] = await bus.call(onBus(member), limitMs);
    return Array.isArray(names) ? names.filter((name) => typeof name === 'string') : [];
  };
  const [running, startable] = await Promise.all([list('ListNames'), list('ListActivatableNames')]);
  return { running, startable };
}

const onBus = (member: string, name?: string): BusCall => ({
  destination: 'org.freedesktop.DBus',
  path: '/org/freedesktop/DBus',
  interface: 'org.freedesktop.DBus',
  member,
  ...(name === undefined ? {} : { signature: 's', body: [name] }),
});

function connected(path: string, limitMs: number): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const stream = connectSocket(path);
    const timer = setTimeout(() => fail('no-answer'), limitMs);
    const fail = (code: 'no-bus' | 'no-answer'): void => {
      clearTimeout(timer);
      stream.destroy();
      reject(new BusFailure(code));
    };
    stream.once('error', () => fail('no-bus'));
    stream.once('connect', () => {
      clearTimeout(timer);
      stream.removeAllListeners('error');
      resolve(stream);
    });
  });
}

function wrap(bus: NativeBus, stream: Socket): SessionBus {
  const waiting = new Set<(failure: BusFailure) => void>();
  let closed = false;
  const end = (): void => {
    closed = true;
    for (const giveUp of waiting) giveUp(new BusFailure('no-bus'));
    waiting.clear();
    stream.destroy();
  };
  bus.connection.on('error', end);
  bus.connection.on('end', end);

  const limited = <Value>(
    limitMs: number,
    start: (resolve: (value: Value) => void, reject: (failure: BusFailure) => void) => void,
  ): Promise<Value> =>
    new Promise((resolve, reject) => {
      if (closed) {
        reject(new BusFailure('no-bus'));
        return;
      }
      const done = (): void => {
        clearTimeout(timer);
        waiting.delete(giveUp);
      };
      const giveUp = (failure: BusFailure): void => {
        done();
        reject(failure);
      };
      const timer = setTimeout(() => giveUp(new BusFailure('no-answer')), limitMs);
      waiting.add(giveUp);
      start((value) => {
        done();
        resolve(value);
      }, giveUp);
    });

  return {
    call: (call, limitMs) =>
      limited<readonly unknown[]>(limitMs, (resolve, reject) => {
        bus.invoke({ ...call }, (failure, ...values) => {
          if (failure === null) resolve(values);
          else reject(new BusFailure(codeOf(failure)));
        });
      }),
    listen: ({ path, interface: iface, member }, limitMs, listener) => {
      bus.signals.on(bus.mangle(path, iface, member), (values) => listener(values ?? []));
      const rule = `type='signal',interface='${iface}',member='${member}',path='${path}'`;
      return limited<void>(limitMs, (resolve, reject) => {
        bus.addMatch(rule, (failure) => {
          if (failure === null) resolve();
          else reject(new BusFailure('refused'));
        });
      });
    },
    close: end,
  };
}

function codeOf(failure: { name?: string }): 'no-answer' | 'no-service' | 'refused' {
  const name = failure.name ?? '';
  if (NOBODY.some((known) => name.startsWith(known))) return 'no-service';
  // The bus itself gave up waiting for the service.
  return name === 'org.freedesktop.DBus.Error.NoReply' || name === 'org.freedesktop.DBus.Error.TimedOut'
    ? 'no-answer'
    : 'refused';
}

/** D-Bus specification, "Server addresses": bytes outside a small set are percent-encoded. */
function unescapeValue(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}
