import { readDatabase, writeDatabase } from '../../electron/transfer/database';
import type { DatabaseThread } from '../../electron/transfer/database-thread';

/** As little as Argon2 takes, where a test is not about how hard a password is to guess. */
export const quick = { memory: 64, iterations: 1 };

/** Opens and seals databases in the test's own thread, quickly. */
export const quickThread: DatabaseThread = {
  read: readDatabase,
  write: (connections, password) => writeDatabase(connections, password, quick),
};
