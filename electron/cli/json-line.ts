/**
 * ASCII-only JSON. Windows PowerShell decodes a program's output with a legacy code page and would garble "École", and
 * terminals interpret some characters as control sequences.
 */
export const jsonText = (value: unknown): string =>
  JSON.stringify(value).replaceAll(
    /[^ -~]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );

/** The same, as one line. */
export const jsonLine = (value: unknown): string => `${jsonText(value)}\n`;
