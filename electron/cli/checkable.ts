import type { SecretTrouble } from '@contract/connection';
import type { LeftOut } from '@contract/test-all';
import type { CheckPorts, CheckSubject } from '../check/ports';

/** A connection the command line can check, wherever it came from, with the way to its secrets. */
export type CheckableConnection = CheckSubject &
  Pick<CheckPorts, 'secret' | 'sameSecretElsewhere'> & {
    /** Why it is not checked together with others; null: it is. */
    readonly leftOut: LeftOut | null;
    /** Why a secret of it cannot be opened; null when all can, or none is kept. Absent where none can be kept. */
    readonly trouble?: () => Promise<SecretTrouble | null>;
  };
