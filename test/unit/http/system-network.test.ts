import { X509Certificate } from 'node:crypto';
import { expect, it } from 'vitest';
import { systemNetwork } from '../../../electron/http/system-network';
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
  const network = await systemNetwork(session, notHere, notHere);
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
  expect((await systemNetwork(session, notHere, notHere, [pem])).trust.knows(root)).toBe(true);
  expect((await systemNetwork(session, notHere, notHere)).trust.knows(root)).toBe(false);
});
