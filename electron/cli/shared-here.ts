import type { Policies } from '@contract/policies';
import { HistoryStore } from '../connections/history-store';
import { ReportStore } from '../connections/report-store';
import type { NetworkPorts } from '../http/network';
import { Rotations } from '../rotation/rotations';
import type { SecretCipher } from '../secrets/cipher';
import { Door } from '../shared-store/door';
import { openShared } from '../shared-store/open-shared';
import { openConnections } from '../stores';

export interface SharedHereOptions {
  /** The app's data folder, absolute. */
  readonly folder: string;
  readonly cipher: SecretCipher;
  readonly policies: Policies;
  readonly network: () => Promise<NetworkPorts>;
  readonly appVersion: string;
  readonly extraRoots: readonly string[];
  /** The connections are only read. What is known of the store is written all the same. */
  readonly readOnly?: boolean;
}

/** What the window shares, for the command line: the same folder, keyring and store. */
export async function sharedHere(options: SharedHereOptions) {
  const { folder, cipher, policies, readOnly = false } = options;
  const now = () => new Date();
  const { connections, vault, shared } = openConnections({
    folder,
    now,
    cipher,
    policies,
    readOnly,
    isBeside: true,
  });
  const inUse = await shared();
  const history = new HistoryStore({ folder, now });
  const reports = new ReportStore({ folder, now });
  const rotations = new Rotations({ connections, vault, reports, history, now });
  const door = new Door({
    network: options.network,
    appVersion: options.appVersion,
    browser: null,
    extraRoots: options.extraRoots,
  });
  const service = openShared(inUse, {
    connections,
    vault,
    rotations,
    door,
    policies,
    record: (actions) => history.recordAll(actions),
  });
  return { connections, vault, door, service, inUse: inUse.inUse, protection: () => cipher.protection() };
}
export type SharedHere = Awaited<ReturnType<typeof sharedHere>>;

/** How a command signs in. @param token null: with the role that `store login` has kept */
export const credentialsOf = (token: string | null) =>
  token === null ? ({ way: 'app-role' } as const) : ({ way: 'token', token } as const);
