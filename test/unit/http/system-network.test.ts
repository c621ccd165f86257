import { X509Certificate } from 'node:crypto';
import { noPolicies } from '@contract/policies';
import { expect, it } from 'vitest';
import { Exchange } from '../../../electron/http/exchange';
import { Network, targetOf } from '../../../electron/http/network';
import { systemNetwork } from '../../../electron/http/system-network';
import { keptFor } from '../../fakes/kept-sign-ins';
import { startConnectProxy } from '../../servers/connect-proxy';
import { issue } from '../../support/certificates';

it('asks no session for the way before it has heard of the system’s proxy settings', async () => {
  const notHere = () => Promise.reject(new Error('not asked here'));
  let hear: () => void = () => undefined;
  let list = 'DIRECT';
  const session = {
    forceReloadProxyConfig: () =>
      new Promise<void>((done) => {
        hear = () => {
          list = 'PROXY proxy.school.test:3128';
          done();
        };
      }),
    resolveProxy: async () => list,
    resolveHost: notHere,
    netLog: { startLogging: notHere, stopLogging: notHere },
  };
  const network = await systemNetwork(session, keptFor(notHere), notHere, noPolicies);
  const way = network.resolveProxy('https://sis.school.test/');
  await new Promise(setImmediate);
  hear();
  expect(await way).toBe('PROXY proxy.school.test:3128');
});

it('trusts the organization’s certificate authorities like the system’s own', async () => {
  const notHere = () => Promise.reject(new Error('not asked here'));
  const session = {
    forceReloadProxyConfig: async () => undefined,
    resolveProxy: async () => 'DIRECT',
    resolveHost: notHere,
    netLog: { startLogging: notHere, stopLogging: notHere },
  };
  const { pem } = await issue({ subject: 'CN=Board Root', authority: true });
  const root = new X509Certificate(pem);
  expect(
    (
      await systemNetwork(session, keptFor(notHere), notHere, {
        ...noPolicies,
        certificateAuthorities: [pem],
      })
    ).trust.knows(root),
  ).toBe(true);
  expect((await systemNetwork(session, keptFor(notHere), notHere, noPolicies)).trust.knows(root)).toBe(false);
});

it('has no Windows sign-in made for a proxy where the organization forbids signing in', async () => {
  const offers = 'HTTP/1.1 407 No\r\nProxy-Authenticate: Negotiate\r\nContent-Length: 0\r\n\r\n';
  const proxy = await startConnectProxy({ answer: offers });
  const session = {
    forceReloadProxyConfig: async () => undefined,
    resolveProxy: async () => `PROXY 127.0.0.1:${proxy.port}`,
    resolveHost: () => Promise.reject(new Error('not asked here')),
    netLog: { startLogging: async () => undefined, stopLogging: async () => undefined },
  };
  const asked = async (forbidProxySignIn: boolean): Promise<number> => {
    let count = 0;
    const tokens = () => {
      count += 1;
      return Promise.reject(new Error('no tokens here'));
    };
    const ports = await systemNetwork(session, keptFor(), tokens, {
      ...noPolicies,
      forbidProxySignIn,
    });
    const network = new Network(ports, []);
    const waiting = { signal: new AbortController().signal, waitMs: 5_000 };
    const target = targetOf(new URL('https://127.0.0.1/'));
    await network.open(target, waiting, new Exchange()).catch(() => undefined);
    return count;
  };
  try {
    expect(await asked(true)).toBe(0);
    expect(await asked(false)).toBeGreaterThan(0);
  } finally {
    await proxy.stop();
  }
});
