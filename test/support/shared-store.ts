import { randomUUID } from 'node:crypto';
import type { SharedRecord, SharedRef } from '@contract/shared-record';
import { HttpsClient } from '../../electron/http/client';
import { Network, type NetworkPorts } from '../../electron/http/network';
import { Trust } from '../../electron/http/trust';
import { type Kv2Ports, Kv2Store } from '../../electron/shared-store/kv2';
import type { StorePlace } from '../../electron/shared-store/place';
import type { KvStore } from '../servers/kv-store';
import { testNames } from './checked';

/* What tests of a shared store need: a way to the server, and records to put there. */

export const networkPorts = (): NetworkPorts => ({
  resolveProxy: async () => 'DIRECT',
  lookUp: testNames,
  trust: new Trust([]),
  now: Date.now,
});

export const clientFor = (root: string): HttpsClient =>
  new HttpsClient(new Network(networkPorts(), [root]), 'test', Date.now);

export const placeAt = (address: string, others: Partial<StorePlace> = {}): StorePlace => ({
  address,
  mount: 'secret',
  prefix: 'school-api',
  namespace: null,
  ...others,
});

/** The adapter, signed in with this token. */
export const adapterFor = (
  server: Pick<KvStore, 'origin' | 'root'>,
  token: string,
  others: Partial<Kv2Ports> = {},
): Kv2Store =>
  new Kv2Store({
    place: placeAt(server.origin),
    client: clientFor(server.root),
    token: () => token,
    now: Date.now,
    signal: new AbortController().signal,
    ...others,
  });

export const aRef = (folder = 'maple', id: string = randomUUID()): SharedRef => ({ folder, id });

export const aRecord = (others: Partial<SharedRecord> = {}): SharedRecord => ({
  version: 1,
  system: 'oneroster',
  name: 'Maple production',
  environment: 'production',
  boardNumber: '',
  values: { clientId: 'maple' },
  secrets: { clientSecret: 'throwaway-secret' },
  origins: ['https://sis.example'],
  rotatedAt: null,
  changedBy: 'marie',
  changedAt: '2026-11-30T08:00:00.000Z',
  ...others,
});

/** Asks what the administrator of the store may. */
async function administer(
  { origin, root, rootToken }: KvStore,
  method: 'GET' | 'POST',
  path: string,
  body: object = {},
  headers: object = {},
): Promise<Readonly<Record<string, Readonly<Record<string, string>>>>> {
  const sent = await clientFor(root).request(
    `${origin}/v1/${path}`,
    {
      method,
      headers: { 'x-vault-token': rootToken, ...headers },
      ...(method === 'POST' && { body: JSON.stringify(body) }),
    },
    { waitMs: 5_000, signal: new AbortController().signal },
  );
  if (!sent.ok) throw new Error(sent.failure.code);
  const answer = sent.value.body;
  return answer.kind === 'json' ? (answer.value as Record<string, Record<string, string>>) : {};
}

/** A role of the store with which a nightly job signs in. */
export async function appRole(server: KvStore, policies: readonly string[]) {
  await administer(server, 'POST', 'sys/auth/approle', { type: 'approle' });
  const role = 'auth/approle/role/nightly';
  await administer(server, 'POST', role, { token_policies: policies, token_ttl: '20m' });
  const secretIds = `${role}/secret-id`;
  return {
    roleId: (await administer(server, 'GET', `${role}/role-id`)).data?.role_id ?? '',
    makeSecretId: async () => (await administer(server, 'POST', secretIds)).data?.secret_id ?? '',
    wrapSecretId: async () =>
      (await administer(server, 'POST', secretIds, {}, { 'x-vault-wrap-ttl': '60s' })).wrap_info?.token ?? '',
  };
}
