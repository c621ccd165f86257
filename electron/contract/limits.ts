/** In UTF-16 code units unless noted otherwise. Forms and schemas share them. */
export const LIMITS = {
  name: 120,
  boardNumber: 40,
  fieldId: 64,
  /** `kind/fault` of the practice server. */
  practiceFault: 80,
  value: 4096,
  secret: 8192,
  fields: 32,
  /** Host names have at most 253 characters, IP addresses far fewer. */
  host: 255,
  /** Per connection, in addition to this computer's. */
  extraCertificates: 10,
  /** Of one PEM block; CA certificates have about 2,000. */
  certificate: 32_768,
  fingerprint: 95,
  /** `https://host:port` of a proxy. */
  proxy: 280,
  proxyUser: 256,
  proxyPassword: 1024,
  connections: 10_000,
  copiedText: 200_000,
  /** What the user calls another computer. */
  place: 60,
  /** Of a report: a text, and each text of a list. */
  fact: 2048,
  factItem: 512,
  /** Of a report file, as text. */
  reportText: 1024 * 1024,
} as const;

/** Warn this many days before a certificate or key expires. */
export const NEAR_DAYS = 30;

/** A larger difference between clocks is reported. */
export const SKEW_SECONDS = 60;
