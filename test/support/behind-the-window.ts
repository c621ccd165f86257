import { openServices, type ServicesOptions } from '../../electron/program';
import { FakeCipher } from '../fakes/secret-cipher';

/**
 * The real stores, vault and rotation machine in one folder; only the keyring is fake. Calling it again with the same
 * folder and cipher simulates a restart.
 */
export const behindTheWindow = (options: Omit<ServicesOptions, 'cipher'> & Partial<ServicesOptions>) =>
  openServices({ cipher: new FakeCipher(), ...options });
