/** What stands in the way of the practice server room's computer; each differs from here in one way. */
export const serverRooms = ['split-dns', 'proxy', 'inspected', 'blocked', 'allow-list', 'clock'] as const;
export type ServerRoom = (typeof serverRooms)[number];
