import type { Policies } from '@contract/policies';
import { noPolicies } from '@contract/policies';
import { ok } from '@contract/result';
import type { StoreSettings } from '@contract/shared-store';
import { expect } from 'vitest';
import { ConnectionStore } from '../../electron/connections/connection-store';
import { Rotations } from '../../electron/rotation/rotations';
import { Vault } from '../../electron/secrets/vault';
import type { Door } from '../../electron/shared-store/door';
import { openInUse } from '../../electron/shared-store/open-in-use';
import { openShared } from '../../electron/shared-store/open-shared';
import type { SharedStore } from '../../electron/shared-store/port';
import type { SharedConnections } from '../../electron/shared-store/shared-connections';
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
  /** Whoever signs in is signed in to this one. */
  readonly store?: SharedStore;
  /** The real way in, instead of it. */
  readonly door?: Pick<Door, 'signIn' | 'test'>;
  /** Rotations ask and tell the store, as in the program. */
  readonly tells?: boolean;
  readonly cipher?: FakeCipher;
  readonly now?: () => Date;
  readonly policies?: Partial<Policies>;
}

/** The real stores, vault and rotations. Calling it again with the same folder and cipher is a restart. */
export function openWizard({
  folder,
  store,
  door = store === undefined ? undefined : doorTo(store),
  tells = false,
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
    ...(tells && {
      sharing: {
        isReplacedElsewhere: async (id) => (await shared.replacing(id)) !== null,
        tell: (id) => shared.stepped(id),
      },
    }),
  });
  const noted: { readonly field: string; readonly action: string }[] = [];
  const shared: SharedConnections = openShared(inUse, {
    connections,
    vault,
    rotations,
    record: (actions) => noted.push(...actions.map(({ field, action }) => ({ field, action }))),
    door: door ?? noDoor(),
    policies,
  });
  return { folder, cipher, connections, vault, rotations, shared, noted, ...inUse };
}
const doorTo = (store: SharedStore): Pick<Door, 'signIn' | 'test'> => ({
  signIn: async () => {
    const identity = await store.whoAmI();
    if (!identity.ok) throw new Error('Nobody is signed in to this store');
    return ok({ store, token: () => 'a token', identity: identity.value, close: () => undefined });
  },
  test: async () => {
    throw new Error('There is no server behind this store');
  },
});

const noDoor = (): never => {
  throw new Error('A wizard needs a store or a door');
};

export type Wizard = ReturnType<typeof openWizard>;

export async function signIn({ shared, inUse }: Wizard): Promise<void> {
  if (inUse.settings === null) expect(shared.setUp(storeSettings)).toEqual(ok(null));
  const { signal } = new AbortController();
  expect(await shared.signIn({ way: 'token', token: 'a token' }, { signal })).toMatchObject({ ok: true });
}
