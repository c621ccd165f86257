import { readdirSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ProxyResolver, type ProxySession, tellsOfFailedScript } from '../../../electron/http/proxy-script';

const SCRIPT = 'http://scripts.school.test/proxy.pac';
const JAVASCRIPT_ERROR = 41;

/** The relevant parts of Chromium's network log, as Electron writes it. */
const log = (original: object, effective: object, events: readonly { readonly type: number }[] = []) => ({
  constants: { logEventTypes: { PAC_JAVASCRIPT_ERROR: JAVASCRIPT_ERROR, PAC_FILE_DECIDER: 40 } },
  events,
  polledData: { badProxies: [], proxySettings: { original, effective } },
});
const inEffect = { pac_url: SCRIPT };

describe('the network log', () => {
  it.each([
    ['no proxy settings at all', log({}, {}), false],
    ['automatic detection that found nothing, as at most homes', log({ auto_detect: true }, {}), false],
    ['a script in effect', log(inEffect, inEffect, [{ type: 40 }]), false],
    ['a script that could not be had or read', log(inEffect, {}), true],
    [
      'a script that failed as it ran',
      log(inEffect, inEffect, [{ type: 40 }, { type: JAVASCRIPT_ERROR }]),
      true,
    ],
    ['a log of another form', { events: 'none' }, false],
    ['no log', null, false],
  ])('reads %s', (_name, content, expected) => {
    expect(tellsOfFailedScript(content)).toBe(expected);
  });
});

class FakeSession implements ProxySession {
  readonly folders: string[] = [];
  logged = 0;
  logging = false;
  constructor(
    private readonly answer: string,
    private readonly content: unknown,
  ) {}

  async resolveProxy(): Promise<string> {
    return this.answer;
  }

  #file = '';
  readonly netLog = {
    startLogging: async (path: string): Promise<void> => {
      if (this.logging) throw new Error('there is one log only');
      this.logging = true;
      this.#file = path;
      this.folders.push(dirname(path));
    },
    stopLogging: async (): Promise<void> => {
      this.logging = false;
      this.logged += 1;
      await writeFile(
        this.#file,
        typeof this.content === 'string' ? this.content : JSON.stringify(this.content),
      );
    },
  };
}

const failed = log(inEffect, {});
const URLS = ['https://a.test/x', 'https://a.test/y', 'https://b.test/'];

describe('ProxyResolver', () => {
  it('hands on what names a proxy, without a look into the log', async () => {
    const session = new FakeSession('PROXY proxy.test:3128', failed);
    expect(await new ProxyResolver(session).resolve('https://a.test/')).toBe('PROXY proxy.test:3128');
    expect(session.logged).toBe(0);
  });

  it('tells a failed script from a computer without a proxy', async () => {
    expect(await new ProxyResolver(new FakeSession('DIRECT', failed)).resolve('https://a.test/')).toBe('');
    const none = new FakeSession('DIRECT', log({}, {}));
    expect(await new ProxyResolver(none).resolve('https://a.test/')).toBe('DIRECT');
  });

  it('looks once for each server, one look at a time, and leaves no log behind', async () => {
    const session = new FakeSession('DIRECT', failed);
    const resolver = new ProxyResolver(session);
    expect(await Promise.all(URLS.map((url) => resolver.resolve(url)))).toEqual(['', '', '']);
    expect(await resolver.resolve('https://a.test/z')).toBe('');
    expect(session.logged).toBe(2);
    const left = session.folders.filter((folder) =>
      readdirSync(tmpdir()).some((name) => folder.endsWith(name)),
    );
    expect(left).toEqual([]);
  });

  it.each(['127.0.0.1:8443', 'localhost', 'sis.localhost', '[::1]:8443'])(
    'does not blame the script for %s, which no script is asked about',
    async (host) => {
      const session = new FakeSession('DIRECT', failed);
      expect(await new ProxyResolver(session).resolve(`https://${host}/`)).toBe('DIRECT');
      expect(session.logged).toBe(0);
    },
  );

  it('goes on directly when there is no log to read', async () => {
    expect(await new ProxyResolver(new FakeSession('DIRECT', 'cut{')).resolve('https://a.test/')).toBe(
      'DIRECT',
    );
  });
});
