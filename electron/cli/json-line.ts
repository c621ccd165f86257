/**
 * One line of ASCII-only JSON. Windows PowerShell decodes a program's output with a legacy code page and would garble
 * "École", and terminals interpret some characters as control sequences.
 */
export function jsonLine(value: unknown): string {
  const text = JSON.stringify(value);
  return `${text.replaceAll(/[^ -~]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)}\n`;
}
