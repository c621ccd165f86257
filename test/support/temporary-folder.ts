import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

/** A new folder, removed after the running test. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'wizard-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Path below `folder` → bytes, for every file. */
export function allFiles(folder: string): Map<string, Buffer> {
  const entries = readdirSync(folder, { withFileTypes: true, recursive: true });
  return new Map(
    entries
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .map((path) => [path.slice(folder.length + 1), readFileSync(path)]),
  );
}

/** The forms in which a secret could appear in a file, a message or a memory dump. */
function formsOf(secret: string): ReadonlyMap<string, Buffer> {
  const bytes = Buffer.from(secret, 'utf8');
  // Base64 depends on the secret's offset in the text; the middle of each form does not.
  const base64 = [0, 1, 2].map((shift): [string, Buffer] => {
    const text = Buffer.concat([Buffer.alloc(shift), bytes]).toString('base64');
    return [`base64, shift ${shift}`, Buffer.from(text.slice(4, -4))];
  });
  return new Map([
    ['utf-8', bytes],
    ['utf-16', Buffer.from(secret, 'utf16le')],
    ['hex', Buffer.from(bytes.toString('hex'))],
    ['percent', Buffer.from(encodeURIComponent(secret))],
    ...base64,
  ]);
}

/** Every file and form that contains the secret; tests expect none. */
export function findSecret(folder: string, secret: string): string[] {
  const forms = [...formsOf(secret)];
  return [...allFiles(folder)].flatMap(([path, bytes]) =>
    forms.filter(([, form]) => bytes.includes(form)).map(([name]) => `${path}: ${name}`),
  );
}
