/** The format of `connections.json` that this version writes. */
export const CONNECTIONS_VERSION = 1;
