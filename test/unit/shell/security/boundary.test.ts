import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Session } from 'electron';
import { afterEach, describe, expect, it } from 'vitest';
import { isOwnAddress, lockDownSession } from '../../../../electron/shell/security/lock-down';
import { listServedFiles } from '../../../../electron/shell/window/app-protocol';
import { CONTENT_SECURITY_POLICY } from '../../../../electron/shell/window/content-security-policy';

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

describe('the content security policy', () => {
  it('starts from nothing and allows no inline, no network, no eval', () => {
    expect(CONTENT_SECURITY_POLICY).toBe(
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'none'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'",
    );
  });
});

describe('listServedFiles', () => {
  it('knows exactly the files of the build', () => {
    const folder = mkdtempSync(join(tmpdir(), 'served-'));
    folders.push(folder);
    mkdirSync(join(folder, 'assets'));
    writeFileSync(join(folder, 'assets', 'index-1a.js'), '');
    const served = listServedFiles(folder);
    expect([...served.keys()]).toEqual(['/index.html', '/assets/index-1a.js']);
    expect(served.get('/assets/../../main/main.js')).toBeUndefined();
  });
});

describe('isOwnAddress', () => {
  it.each([
    ['app://wizard/index.html', true],
    ['app://wizard.evil.example/', false],
    ['app://wizard@evil.example/', false],
    ['https://wizard/', false],
    ['file:///etc/passwd', false],
    ['', false],
  ])('%s → %s', (address, own) => {
    expect(isOwnAddress(address)).toBe(own);
  });
});

describe('lockDownSession', () => {
  it('denies every permission, device, download and foreign request', () => {
    const set: Record<string, (...args: never[]) => unknown> = {};
    const keep = (name: string) => (handler: (...args: never[]) => unknown) => {
      set[name] = handler;
    };
    lockDownSession({
      setProxy: (proxy: unknown) => {
        set.proxy = () => proxy;
        return Promise.resolve();
      },
      setPermissionRequestHandler: keep('request'),
      setPermissionCheckHandler: keep('check'),
      setDevicePermissionHandler: keep('device'),
      webRequest: { onBeforeRequest: keep('before') },
      on: (name: string, handler: (...args: never[]) => unknown) => keep(name)(handler),
    } as unknown as Session);

    // Only WebRTC would bypass the handlers below.
    expect(set.proxy?.()).toMatchObject({ proxyBypassRules: '<-loopback>' });
    const call = (name: string, ...args: unknown[]) => set[name]?.(...(args as never[]));
    let granted: boolean | undefined;
    call('request', null, 'media', (answer: boolean) => {
      granted = answer;
    });
    expect(granted).toBe(false);
    expect(call('check')).toBe(false);
    expect(call('device')).toBe(false);

    const cancelled = (url: string) => {
      let answer: boolean | undefined;
      call('before', { url }, (verdict: { cancel: boolean }) => {
        answer = verdict.cancel;
      });
      return answer;
    };
    expect(cancelled('app://wizard/index.html')).toBe(false);
    expect(cancelled('https://sis.example/')).toBe(true);
    expect(cancelled('ws://127.0.0.1:1/')).toBe(true);
    expect(cancelled('file:///etc/passwd')).toBe(true);

    let prevented = false;
    call('will-download', {
      preventDefault: () => {
        prevented = true;
      },
    });
    expect(prevented).toBe(true);
  });
});
