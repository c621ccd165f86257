import type { Policies } from '@contract/policies';
import type { ConnectionStore } from '../connections/connection-store';
import type { SecretAction } from '../connections/history-store';
import type { Rotations } from '../rotation/rotations';
import type { Vault } from '../secrets/vault';
import { Access } from './access';
import { BeginSharing } from './begin-sharing';
import { ChangesThere } from './changes-there';
import type { Door } from './door';
import { Here } from './here';
import { Joining } from './joining';
import type { OpenInUse } from './open-in-use';
import { ReadsSecretsHere } from './secrets-here';
import { SharedConnections } from './shared-connections';
import { Shown } from './shown';
import { StartedFrom } from './started-from';
import { Unsettled } from './unsettled';
import { WritesHere } from './writes-here';

export interface SharingPorts {
  readonly connections: Pick<ConnectionStore, 'list' | 'get' | 'readSecret' | 'changeTogether'>;
  readonly vault: Pick<
    Vault,
    'has' | 'isOnDisk' | 'changes' | 'reveal' | 'savedAt' | 'saveTogether' | 'keepSession'
  >;
  readonly rotations: Pick<Rotations, 'unproved' | 'act'>;
  readonly door: Pick<Door, 'signIn' | 'test'>;
  readonly policies: Pick<
    Policies,
    'sharedStore' | 'sharedStoreOfflineHours' | 'allowedSystems' | 'forbidExport'
  >;
  readonly record: (actions: readonly SecretAction[]) => void;
}

/** What the screens and the command line do with shared connections. */
export function openShared({ inUse, sealed }: OpenInUse, outside: SharingPorts): SharedConnections {
  const secrets = new ReadsSecretsHere(outside);
  const common = { ...outside, inUse, sealed, secrets, unsettled: new Unsettled() };
  const here = new Here(common);
  const sides = {
    ...common,
    here,
    startedFrom: new StartedFrom(common),
    writesHere: new WritesHere(common),
  };
  const joining = new Joining(sides);
  const shown = new Shown(sides);
  return new SharedConnections({
    inUse,
    vault: outside.vault,
    access: new Access(common),
    shown,
    beginSharing: new BeginSharing({ ...sides, joining }),
    joining,
    changesThere: new ChangesThere({ ...common, joining, shown }),
  });
}
