import type { Page } from '@playwright/test';
import { startTcp } from '../servers/raw-servers';
import { heading } from '../support/window';
import { test as appTest, expect } from './app-fixture';
import { words } from './walkthrough/words';

/*
 * What a hijacked page could do: nothing. Each way out is tried from inside the real window, against a server that
 * counts every connection.
 */

appTest.skip(process.platform !== 'linux', 'not for this OS');

interface Held {
  readonly page: Page;
  /** `127.0.0.1:port` of a server that would see any success. */
  readonly outside: string;
  readonly windows: () => Promise<number>;
}

const test = appTest.extend<{ readonly held: Held }>({
  held: async ({ launch }, use) => {
    const server = await startTcp((socket) => void socket.resume());
    const { app, page } = await launch();
    await expect(heading(page, words.connections.first.title)).toBeVisible();
    const address = page.url();
    await use({
      page,
      outside: `127.0.0.1:${server.port}`,
      windows: () => app.evaluate(({ webContents }) => webContents.getAllWebContents().length),
    });
    // Whatever was tried, the page is still the app's, and no connection was made.
    expect(page.url()).toBe(address);
    // Evaluated in the page: the driver would wait for the end of a blocked navigation.
    expect(await page.evaluate(() => document.querySelector('h1')?.textContent)).toBe(
      words.connections.first.title,
    );
    expect(server.connections()).toBe(0);
    await server.stop();
  },
});

test('no request leaves the page', async ({ held: { page, outside } }) => {
  const outcomes = await page.evaluate(async (host) => {
    const settled = (work: (done: (how: string) => void) => void): Promise<string> =>
      new Promise((done) => {
        try {
          work(done);
        } catch (problem) {
          done(`threw ${(problem as Error).name}`);
        }
      });
    const element = (tag: 'img' | 'link' | 'script' | 'video', attribute: string) =>
      settled((done) => {
        const made = document.createElement(tag);
        made.addEventListener('load', () => done('loaded'));
        made.addEventListener('error', () => done('refused'));
        if (tag === 'link') made.setAttribute('rel', 'stylesheet');
        made.setAttribute(attribute, `http://${host}/${tag}`);
        document.body.append(made);
      });
    const attempts = [
      ...['http', 'https'].map((scheme) =>
        fetch(`${scheme}://${host}/`, { mode: 'no-cors' }).then(
          () => 'reached',
          () => 'refused',
        ),
      ),
      settled((done) => {
        const request = new XMLHttpRequest();
        request.addEventListener('load', () => done('reached'));
        request.addEventListener('error', () => done('refused'));
        request.open('GET', `http://${host}/xhr`);
        request.send();
      }),
      settled((done) => {
        const socket = new WebSocket(`ws://${host}/`);
        socket.addEventListener('open', () => done('reached'));
        socket.addEventListener('error', () => done('refused'));
      }),
      settled((done) => {
        const events = new EventSource(`http://${host}/events`);
        events.addEventListener('open', () => done('reached'));
        events.addEventListener('error', () => done('refused'));
      }),
      element('img', 'src'),
      element('link', 'href'),
      element('video', 'src'),
      // Chromium returns true for a beacon it never sends; the server's silence is the proof.
      Promise.resolve(navigator.sendBeacon(`http://${host}/beacon`) ? 'refused' : 'refused'),
    ];
    return Promise.all(attempts);
  }, outside);
  expect(outcomes.filter((outcome) => !/^(refused|threw)/.test(outcome))).toEqual([]);
});

test('the page goes nowhere and opens nothing', async ({ held: { page, outside, windows }, desktop }) => {
  const before = await windows();
  const opened = await page.evaluate(
    (host) => window.open(`http://${host}/window`) === null && window.open('about:blank') === null,
    outside,
  );
  expect(opened).toBe(true);
  for (const target of [`http://${outside}/location`, 'file:///etc/passwd', 'data:text/html,taken']) {
    await page.evaluate((address) => {
      window.location.href = address;
    }, target);
    await page.evaluate((address) => {
      for (const name of ['_self', '_blank', '_top']) {
        const link = document.createElement('a');
        link.href = address;
        link.target = name;
        document.body.append(link);
        link.click();
        link.remove();
      }
    }, target);
  }
  await page.evaluate((host) => {
    const form = document.createElement('form');
    form.action = `http://${host}/form`;
    form.method = 'post';
    document.body.append(form);
    form.submit();
    form.remove();
  }, outside);
  expect(await windows()).toBe(before);
  // Nor is another program asked to open anything.
  expect(desktop.opened()).toEqual([]);
});

test('no frame, webview or worker from elsewhere', async ({ held: { page, outside, windows } }) => {
  const before = await windows();
  const made = await page.evaluate((host) => {
    for (const address of [`http://${host}/frame`, 'data:text/html,<p>frame', 'file:///etc/passwd']) {
      const frame = document.createElement('iframe');
      frame.src = address;
      document.body.append(frame);
    }
    const webview = document.createElement('webview');
    webview.setAttribute('src', `http://${host}/webview`);
    document.body.append(webview);
    let worker: string;
    try {
      worker = typeof new Worker(`http://${host}/worker.js`);
    } catch (problem) {
      worker = (problem as Error).name;
    }
    return { webview: webview.constructor.name, worker };
  }, outside);
  // With the webview tag disabled, it is an unknown element.
  expect(made).toEqual({ webview: 'HTMLElement', worker: expect.stringMatching(/Error$/) });
  const frames = await page.evaluate(() =>
    [...document.querySelectorAll('iframe')].map(
      // A blocked frame is empty, or an internal Chromium page that cannot be inspected.
      (frame) => frame.contentDocument?.body?.textContent ?? '',
    ),
  );
  expect(frames).toEqual(['', '', '']);
  const shown = page
    .frames()
    .slice(1)
    .map((frame) => frame.url());
  expect(shown.filter((url) => !['', 'about:blank', 'chrome-error://chromewebdata/'].includes(url))).toEqual(
    [],
  );
  expect(await windows()).toBe(before);
});

test('every permission is denied', async ({ held: { page } }) => {
  const answers = await page.evaluate(async () => {
    const names = ['geolocation', 'notifications', 'camera', 'microphone', 'clipboard-read', 'midi'];
    const states = await Promise.all(
      names.map(async (name) => {
        const { state } = await navigator.permissions.query({ name: name as PermissionName });
        return `${name}: ${state}`;
      }),
    );
    const tried = await Promise.all([
      Notification.requestPermission(),
      navigator.clipboard.readText().then(
        () => 'read',
        () => 'denied',
      ),
      // Without a device this fails anyway, but the permission is checked first.
      navigator.mediaDevices.getUserMedia({ audio: true }).then(
        () => 'recorded',
        () => 'denied',
      ),
    ]);
    return { granted: states.filter((state) => !state.endsWith(': denied')), tried };
  });
  expect(answers).toEqual({ granted: [], tried: ['denied', 'denied', 'denied'] });
});

test('no text becomes markup or code', async ({ held: { page } }) => {
  const outcomes = await page.evaluate(async () => {
    // Chromium allows eval while a driver's script runs; a separate task in the page does not have that privilege.
    await new Promise((done) => setTimeout(done));
    const attempt = (work: () => unknown): string => {
      try {
        work();
        return 'done';
      } catch (problem) {
        return (problem as Error).name;
      }
    };
    const world = window as unknown as Record<string, unknown>;
    const inline = document.createElement('script');
    const direct = document.createElement('div');
    return {
      innerHTML: attempt(() => {
        document.body.innerHTML = '<p>markup</p>';
      }),
      insertAdjacentHTML: attempt(() => document.body.insertAdjacentHTML('beforeend', '<p>markup</p>')),
      documentWrite: attempt(() => document.write('<p>markup</p>')),
      parser: attempt(() => new DOMParser().parseFromString('<p>markup</p>', 'text/html')),
      policy: attempt(() =>
        (
          world.trustedTypes as { createPolicy(name: string, rules: Record<string, unknown>): unknown }
        ).createPolicy('own', { createHTML: (text: string) => text }),
      ),
      newFunction: attempt(() => new Function('return 1')()),
      // An indirect call: the page's own `eval`, under its policy.
      evaluated: attempt(() => (world.eval as (text: string) => unknown)('1 + 1')),
      inline: attempt(() => {
        inline.append('window.inlineRan = true');
        document.body.append(inline);
      }),
      handler: attempt(() => {
        direct.setAttribute('onclick', 'window.inlineRan = true');
        document.body.append(direct);
        direct.click();
      }),
      ran: world.inlineRan ?? false,
    };
  });
  expect(outcomes).toEqual({
    innerHTML: 'TypeError',
    insertAdjacentHTML: 'TypeError',
    documentWrite: 'TypeError',
    parser: 'TypeError',
    policy: 'TypeError',
    newFunction: 'EvalError',
    evaluated: 'EvalError',
    inline: 'TypeError',
    handler: 'TypeError',
    ran: false,
  });
});

test('neither Node nor Electron is within reach', async ({ held: { page } }) => {
  const found = await page.evaluate(() => {
    const names = [
      'require',
      'process',
      'module',
      'Buffer',
      'global',
      'ipcRenderer',
      'electron',
      '__dirname',
    ];
    const bridge = window.wizard as unknown as Record<string, unknown>;
    const overwrite = (): boolean => {
      try {
        bridge.call = () => 'taken';
        return String(bridge.call).includes('taken');
      } catch {
        return false;
      }
    };
    return {
      names: names.filter((name) => name in window),
      bridge: Object.keys(bridge).sort(),
      overwritten: overwrite(),
    };
  });
  expect(found).toEqual({ names: [], bridge: ['call', 'on'], overwritten: false });
});

test('an empty page that took the window’s place is not listened to', async ({ launch }) => {
  const { page } = await launch();
  await expect(heading(page, words.connections.first.title)).toBeVisible();
  // Chromium shows about:blank without asking, and the preload exposes the bridge there as well.
  await page.evaluate(() => {
    window.location.href = 'about:blank';
  });
  await page.waitForURL('about:blank');
  expect(await page.evaluate(() => window.wizard.call('start', null))).toEqual({
    ok: false,
    failure: { code: 'refused-sender' },
  });
});

test('WebRTC, which asks no content policy, sends nothing either', async ({ held: { page, outside } }) => {
  const { createSocket } = await import('node:dgram');
  const heard = createSocket('udp4');
  let packets = 0;
  heard.on('message', () => {
    packets += 1;
  });
  await new Promise<void>((done) => heard.bind(0, '127.0.0.1', done));
  const { port } = heard.address();
  const state = await page.evaluate(
    async ([stun, turn]) => {
      const connection = new RTCPeerConnection({
        iceServers: [
          { urls: `stun:${stun}` },
          { urls: `turn:${turn}?transport=tcp`, username: 'u', credential: 'c' },
        ],
      });
      connection.createDataChannel('out');
      await connection.setLocalDescription(await connection.createOffer());
      await new Promise<void>((done) => {
        if (connection.iceGatheringState === 'complete') done();
        connection.addEventListener('icegatheringstatechange', () => {
          if (connection.iceGatheringState === 'complete') done();
        });
      });
      return connection.iceGatheringState;
    },
    [`127.0.0.1:${port}`, outside] as const,
  );
  expect(state).toBe('complete');
  expect(packets).toBe(0);
  await new Promise<void>((done) => heard.close(() => done()));
});
