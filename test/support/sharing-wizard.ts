import type { Policies } from '@contract/policies';
import { noPolicies } from '@contract/policies';
import { ok } from '@contract/result';
import type { StoreSettings } from '@contract/shared-store';
import { expect } from 'vitest';
import { ConnectionStore } from '../../electron/connections/connection-store';
import { Rotations } from '../../electron/rotation/rotations';
import { Vault } from '../../electron/secrets/vault';
import { openInUse, openShared } from '../../electron/shared-store/open-shared';
import type { SharedStore } from '../../electron/shared-store/port';
import { FakeCipher } from '../fakes/secret-cipher';

/* One wizard with a data folder of its own, and a store to share with others. */

export const storeSettings: StoreSettings = {
  address: 'https://vault.consortium.example:8200',
  mount: 'secret',
  prefix: 'school-api',
  namespace: null,
  signIn: { way: 'token' },
};

export interface WizardOptions {
  readonly folder: string;
  readonly store: SharedStore;
  readonly cipher?: FakeCipher;
  readonly now?: () => Date;
  readonly policies?: Partial<Policies>;
}

/** The real stores, vault and rotations. Calling it again with the same folder and cipher is a restart. */
export function openWizard({
  folder,
  store,
  cipher = new FakeCipher(),
  now = () => new Date(),
  policies: some = {},
}: WizardOptions) {
  const policies = { ...noPolicies, ...some };
  const inUse = openInUse({ folder, now, cipher, policies, startedAt: now() });
  const connections = new ConnectionStore({ folder, now });
  const vault = new Vault({
    cipher,
    records: connections,
    now,
    allowed: async (id) => inUse.inUse.secretUse(id),
  });
  const rotations = new Rotations({
    connections,
    vault,
    now,
    reports: { add: () => undefined },
    history: { record: () => undefined },
  });
  const noted: { readonly field: string; readonly action: string }[] = [];
  const shared = openShared(inUse, {
    connections,
    vault,
    rotations,
    record: (actions) => noted.push(...actions.map(({ field, action }) => ({ field, action }))),
    door: {
      signIn: async () => ok(store),
      test: async () => {
        throw new Error('Not here');
      },
    },
    policies,
  });
  return { folder, cipher, connections, vault, rotations, shared, noted, ...inUse };
}
export type Wizard = ReturnType<typeof openWizard>;

export async function signIn({ shared, inUse }: Wizard): Promise<void> {
  if (inUse.settings === null) expect(shared.setUp(storeSettings)).toEqual(ok(null));
  const { signal } = new AbortController();
  expect(await shared.signIn({ way: 'token', token: 'a token' }, { signal })).toMatchObject({ ok: true });
}
