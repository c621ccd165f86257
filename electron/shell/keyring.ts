import { safeStorage } from 'electron';
import { DBusKeyringProbe } from '../secrets/keyring-probe';
import { SafeStorageWrapper } from '../secrets/safe-storage-wrapper';

/** The operating system's keyring, accessed through Electron's safeStorage. Call this only once. */
export const systemKeyring = (): SafeStorageWrapper =>
  new SafeStorageWrapper({ safeStorage, platform: process.platform, keyring: new DBusKeyringProbe() });
