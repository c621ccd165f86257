/**
 * One line of JSON in ASCII alone, whatever the names in it. Windows PowerShell reads a program's output in an old code
 * page and would turn « École » into other letters; and a terminal takes some characters as orders.
 */
export function jsonLine(value: unknown): string {
  const text = JSON.stringify(value);
  return `${text.replaceAll(/[^ -~]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)}\n`;
}
