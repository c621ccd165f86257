/** Sizes in UTF-16 units unless said otherwise; the forms and the guards share them. */
export const LIMITS = {
  name: 120,
  boardNumber: 40,
  fieldId: 64,
  /** `asker/fault` of the practice server. */
  practiceFault: 80,
  value: 4096,
  secret: 8192,
  fields: 32,
  /** A host name is 253 at most; a literal address far less. */
  host: 255,
  /** Of one connection, beside this computer's own. */
  extraCertificates: 10,
  /** Of one PEM block; those of authorities have some 2,000. */
  certificate: 32_768,
  fingerprint: 95,
  /** `https://host:port` of a proxy. */
  proxy: 280,
  proxyUser: 256,
  proxyPassword: 1024,
  connections: 10_000,
  copiedText: 200_000,
} as const;

/** So many days before the end of a certificate, or of a key, it is said. */
export const NEAR_DAYS = 30;

/** Clocks that are further apart than this disagree. */
export const SKEW_SECONDS = 60;
