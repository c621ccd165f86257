/** Sizes in UTF-16 units unless said otherwise; the forms and the guards share them. */
export const LIMITS = {
  name: 120,
  boardNumber: 40,
  fieldId: 64,
  value: 4096,
  secret: 8192,
  fields: 32,
  connections: 10_000,
  copiedText: 200_000,
} as const;
