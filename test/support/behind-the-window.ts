import { openServices, type ServicesOptions } from '../../electron/program';
import { FakeCipher } from '../fakes/secret-cipher';

/**
 * The real stores, vault and machine for replacing secrets, in one folder; only the keyring is pretended. Called again
 * with the same folder and cipher, it is a restart.
 */
export const behindTheWindow = (options: Omit<ServicesOptions, 'cipher'> & Partial<ServicesOptions>) =>
  openServices({ cipher: new FakeCipher(), ...options });
