import 'reflect-metadata';
import { rootCertificates } from 'node:tls';
import { X509Certificate } from '@peculiar/x509';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { openSocket, tlsHandshake } from '../../../electron/http/dial';
import { beyondBundled, contextWith, loadSystemRoots, Trust } from '../../../electron/http/trust';
import { startTls } from '../../servers/raw-servers';
import { type Issued, issue, makeAuthority } from '../../support/certificates';

let authority: Awaited<ReturnType<typeof makeAuthority>>;
let leaf: Issued;
beforeAll(async () => {
  authority = await makeAuthority();
  leaf = await authority.leaf();
});
const started: { stop: () => Promise<void> }[] = [];
afterEach(async () => {
  for (const server of started.splice(0)) await server.stop();
});

const waiting = { waitMs: 2000, signal: new AbortController().signal };

/** A handshake's verdict with this trust: `ok`, or the library's code. */
async function verdict(context: ReturnType<typeof contextWith>, chain: readonly Issued[]): Promise<string> {
  const [shown] = chain;
  const server = await startTls({ key: shown?.key, cert: chain.map(({ pem }) => pem).join('\n') });
  started.push(server);
  const socket = await openSocket([{ address: '127.0.0.1', family: 4 }], server.port, waiting);
  if (!socket.ok) throw new Error(socket.failure.code);
  const shaken = await tlsHandshake(socket.value, 'sis.test', { context, purpose: 'use' }, waiting);
  if (!shaken.ok) return shaken.failure.code;
  shaken.value.destroy();
  return 'ok';
}

describe.each([
  ['by the runtime’s own call', undefined],
  ['by the documented way, where the call is missing', () => false],
] as const)('trust, added %s', (_how, addTo) => {
  it('holds what the operating system and the person add', async () => {
    const chain = [leaf, authority.intermediate];
    expect(await verdict(contextWith([authority.root.pem], addTo), chain)).toBe('ok');
    expect(await verdict(contextWith([], addTo), chain)).toBe('UNABLE_TO_GET_ISSUER_CERT_LOCALLY');
    // Adding to one context does not change the others.
    expect(await verdict(contextWith([authority.root.pem], addTo), chain)).toBe('ok');
    expect(await verdict(contextWith([], addTo), chain)).not.toBe('ok');
  });

  it('holds the runtime’s own roots beside them', async () => {
    // Signed by somebody else under a known root's name: rejected for its signature only if that root is trusted.
    const known = rootCertificates
      .map((pem) => new X509Certificate(pem))
      .find(({ publicKey }) => publicKey.algorithm.name === 'ECDSA');
    if (known === undefined) throw new Error('no root with an elliptic key');
    const impostor = await issue({ subject: known.subject, authority: true });
    const forged = await issue({ subject: 'CN=sis.test', names: ['sis.test'], issuer: impostor });
    const unknown = await issue({
      subject: 'CN=sis.test',
      names: ['sis.test'],
      issuer: await issue({ subject: 'CN=Nobody', authority: true }),
    });
    const context = contextWith([authority.root.pem], addTo);
    expect(await verdict(context, [forged])).toBe('CERT_SIGNATURE_FAILURE');
    expect(await verdict(context, [unknown])).toBe('UNABLE_TO_VERIFY_LEAF_SIGNATURE');
  });

  it('passes over what is no certificate', async () => {
    const context = contextWith(
      ['-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----', authority.root.pem].slice(
        addTo === undefined ? 0 : 1,
      ),
      addTo,
    );
    expect(await verdict(context, [leaf, authority.intermediate])).toBe('ok');
  });
});

describe('the operating system’s roots', () => {
  it('are asked of the runtime where it can tell them', async () => {
    const getCACertificates = vi.fn(() => [authority.root.pem]);
    for (const platform of ['win32', 'darwin', 'linux'] as const)
      expect(await loadSystemRoots(platform, { getCACertificates })).toEqual([authority.root.pem]);
    expect(getCACertificates).toHaveBeenCalledWith('system');
  });

  it('are read from the distribution’s list where the runtime cannot, and elsewhere unknown', async () => {
    expect(await loadSystemRoots('win32', {})).toEqual([]);
    const list = await loadSystemRoots('linux', {});
    for (const pem of list) expect(() => new X509Certificate(pem)).not.toThrow();
    if (process.platform === 'linux') expect(list.length).toBeGreaterThan(0);
  });

  it('that the runtime brings along are not added twice, however they are written', () => {
    const [first = ''] = rootCertificates;
    const list = [first.replaceAll('\n', '\r\n'), authority.root.pem, `${first}\n`, authority.root.pem];
    expect(beyondBundled(list)).toEqual([authority.root.pem]);
  });

  it('and what was added make one context, parsed once', () => {
    const trust = new Trust([authority.root.pem]);
    expect(trust.context([])).toBe(trust.context([]));
    expect(trust.context([authority.root.pem])).not.toBe(trust.context([]));
  });
});
