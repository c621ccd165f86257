import { readDatabase, writeDatabase } from '../../electron/transfer/database';
import type { DatabaseThread } from '../../electron/transfer/database-thread';

/** The smallest Argon2 parameters, for tests that are not about password strength. */
export const quick = { memory: 64, iterations: 1 };

/** Opens and seals databases in the test's own thread, quickly. */
export const quickThread: DatabaseThread = {
  read: (bytes, password) => readDatabase(bytes, password),
  write: (connections, password) => writeDatabase(connections, password, quick),
};
