/* What @keyv/serialize imports from `buffer` (scripts/lib/library-patches.ts). */
export const { Buffer } = globalThis;
