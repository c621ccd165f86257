import { EventEmitter } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { tokenBrowsers } from '../../../electron/shell/token-browser';

/* What Chromium is told, and when it is told to forget. test/app/windows-proxy.spec.ts has the real one. */

class FakeSession {
  readonly proxies: unknown[] = [];
  readonly netLog = {
    startLogging: async (file: string, options: unknown) => {
      this.logged = { file, options };
      await mkdir(dirname(file), { recursive: true });
      await writeFile(file, '{"events":[]}');
    },
    stopLogging: async () => undefined,
  };
  logged: { readonly file: string; readonly options: unknown } | null = null;
  forgotten = 0;
  #late = 2;

  constructor(readonly partition: string) {}

  async setProxy(config: unknown): Promise<void> {
    this.proxies.push(config);
  }

  /** A new session does not know it at first. */
  async resolveProxy(): Promise<string> {
    this.#late -= 1;
    return this.#late >= 0 ? 'DIRECT' : 'PROXY 127.0.0.1:4711';
  }

  allowNTLMCredentialsForDomains(list: string): void {
    chromium.permitted.push(list);
  }

  async clearAuthCache(): Promise<void> {
    this.forgotten += 1;
  }
}

class FakeRequest extends EventEmitter {
  aborted = 0;
  end = () => this;
  abort = () => {
    this.aborted += 1;
  };

  /** As Chromium asks; returns what it gets. */
  ask(): readonly unknown[] {
    let given: readonly unknown[] = ['no answer'];
    this.emit('login', {}, (...answer: readonly unknown[]) => {
      given = answer;
    });
    return given;
  }
}

const chromium = vi.hoisted(() => ({
  sessions: [] as unknown[],
  requests: [] as { options: Record<string, unknown>; request: unknown }[],
  permitted: [] as string[],
}));
vi.mock('electron', () => ({
  session: {
    fromPartition: (partition: string) => {
      const made = new FakeSession(partition);
      chromium.sessions.push(made);
      return made;
    },
  },
  net: {
    request: (options: Record<string, unknown>) => {
      const request = new FakeRequest();
      chromium.requests.push({ options, request });
      return request;
    },
  },
}));

beforeEach(() => {
  for (const list of Object.values(chromium)) list.splice(0);
});
const url = (host: string) => new URL(`http://${host}/path`);
const lastRequest = () => chromium.requests.at(-1)?.request as FakeRequest;
const teacher = { user: 'SCHOOL\\jdoe', password: 'x' };

describe('Chromium as a maker of tokens', () => {
  it('has no way but the relay, and is ready only once it knows that', async () => {
    const browser = tokenBrowsers().open();
    await browser.sendAllTo(4711);
    const [session] = chromium.sessions as FakeSession[];
    expect(session?.proxies).toEqual([
      { mode: 'fixed_servers', proxyRules: '127.0.0.1:4711', proxyBypassRules: '<-loopback>' },
    ]);
    // In memory only.
    expect(session?.partition).not.toMatch(/^persist:/);
  });

  it('is not used while it would go elsewhere', async () => {
    const browser = tokenBrowsers().open();
    await expect(browser.sendAllTo(9)).rejects.toThrow();
  });

  it('is given an account once, and only if asked', () => {
    const browser = tokenBrowsers().open();
    const onEnd = vi.fn();
    browser.request(url('proxy.test'), teacher, onEnd);
    expect(lastRequest().ask()).toEqual([teacher.user, teacher.password]);
    expect(lastRequest().ask()).toEqual([]);
    // Windows' zones would give the user's own to a proxy whose name has no dots.
    expect(chromium.permitted).toEqual(['none.invalid']);
    expect(chromium.requests.at(-1)?.options).toMatchObject({ redirect: 'error', useSessionCookies: false });
    lastRequest().emit('response', {});
    expect(onEnd).toHaveBeenCalled();
  });

  it('may use the user’s own sign-in for the hosts of running handshakes, and for nobody afterwards', async () => {
    const { open } = tokenBrowsers();
    const [one, other] = [open(), open()];
    one.request(url('a.test'), null, () => undefined);
    other.request(url('b.test'), null, () => undefined);
    expect(lastRequest().ask()).toEqual([]);
    await one.forget();
    expect(chromium.permitted).toEqual(['a.test', 'a.test,b.test', 'b.test']);
    await other.forget();
    // Not an empty list, which would mean the whole intranet on Windows.
    expect(chromium.permitted.at(-1)).toBe('none.invalid');
    expect((chromium.sessions as FakeSession[]).map(({ forgotten }) => forgotten)).toEqual([1, 1]);
  });

  it('logs without tokens, and leaves no log behind', async () => {
    const { open, whyNoTicket } = tokenBrowsers();
    const browser = open();
    expect(await whyNoTicket(browser, async () => undefined)).toBe('unknown');
    expect(await whyNoTicket(browser, () => Promise.reject(new Error('no')))).toBe('unknown');
    const [session] = chromium.sessions as FakeSession[];
    expect(session?.logged?.options).toEqual({ captureMode: 'default' });
    expect(existsSync(session?.logged?.file ?? '')).toBe(false);
  });
});
