import type { CheckPorts, CheckSubject } from '../check/ports';

/** A connection the command line can check, wherever it came from, with the way to its secrets. */
export type CheckableConnection = CheckSubject & Pick<CheckPorts, 'secret' | 'sameSecretElsewhere'>;
