import type { LastCheck, SecretTrouble } from '@contract/connection';
import type { Report } from '@contract/report';
import type { LeftOut } from '@contract/test-all';
import type { CheckPorts, CheckSubject } from '../check/ports';

/** A connection the command line can check, from a file or saved, with access to its secrets. */
export type CheckableConnection = CheckSubject &
  Pick<CheckPorts, 'secret' | 'sameSecretElsewhere'> & {
    /** Why a batch leaves this connection out; null if it does not. */
    readonly leftOut: LeftOut | null;
    /** The window's last result. Absent for connections from files. */
    readonly lastCheck?: LastCheck | null;
    /** When its secrets came into use, oldest first. Absent for connections from files. */
    readonly secretsSince?: () => readonly string[];
    /** Why a secret cannot be opened; null if all can, or none is saved. Absent for connections from files. */
    readonly trouble?: () => Promise<SecretTrouble | null>;
    /** The report of a connection that must not be checked. */
    readonly instead?: () => Report;
  };
