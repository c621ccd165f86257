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
