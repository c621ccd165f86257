/**
 * The key (ed25519, SPKI, base64) that verifies notices. The private key is its owner's alone and never in the
 * repository; `node scripts/update-notice.mjs key FILE` makes both. null until the first release has one: until then no
 * notice is believed, and none is asked for.
 */
export const PUBLIC_KEY: string | null = null;
