import { expect, it } from 'vitest';
import { systemNetwork } from '../../../electron/http/system-network';

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
