import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

/** A new folder that is gone when the running test is. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'wizard-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Path below `folder` → bytes, of every file in it. */
export function allFiles(folder: string): Map<string, Buffer> {
  const entries = readdirSync(folder, { withFileTypes: true, recursive: true });
  return new Map(
    entries
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .map((path) => [path.slice(folder.length + 1), readFileSync(path)]),
  );
}

/** The forms in which a secret could lie in a file, a message or a picture of the memory. */
function formsOf(secret: string): ReadonlyMap<string, Buffer> {
  const bytes = Buffer.from(secret, 'utf8');
  // Base64 depends on where in the text the secret begins; the middle of each form does not.
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

/** Every file and form in which the secret is found; empty is what a test wants. */
export function findSecret(folder: string, secret: string): string[] {
  const forms = [...formsOf(secret)];
  return [...allFiles(folder)].flatMap(([path, bytes]) =>
    forms.filter(([, form]) => bytes.includes(form)).map(([name]) => `${path}: ${name}`),
  );
}
