import { type SharedAbout, type SharedRecord, sharedAboutSchema } from '@contract/shared-record';

/*
 * What a list shows of a record, as the store's custom metadata: a few short texts, without a secret. The store takes no
 * empty text, and no blank but the ordinary one (docs/vendors/shared-store.md#metadata).
 */

const VERSION = /^[1-9]\d{0,15}$/;

/** The store's own rule for what is printable: letters, marks, numbers, punctuation, symbols and the ordinary blank. */
const plain = (text: string): string =>
  text.replaceAll(/\p{Zs}/gu, ' ').replaceAll(/[^\p{L}\p{M}\p{N}\p{P}\p{S} ]/gu, '?');

export function toMetadata(
  record: SharedRecord,
  version: number,
  expires: string | null,
): Record<string, string> {
  const all = {
    system: record.system,
    name: plain(record.name),
    environment: record.environment,
    changedBy: plain(record.changedBy),
    expires: expires ?? '',
    replacedBy: plain(record.next?.startedBy ?? ''),
    forVersion: String(version),
  };
  return Object.fromEntries(Object.entries(all).filter(([, text]) => text !== ''));
}

/** null if this program did not write it. */
export function fromMetadata(custom: unknown): SharedAbout | null {
  if (typeof custom !== 'object' || custom === null) return null;
  const text = (name: string): string => {
    const value: unknown = Object.hasOwn(custom, name) ? Reflect.get(custom, name) : undefined;
    return typeof value === 'string' ? value : '';
  };
  const forVersion = text('forVersion');
  const read = sharedAboutSchema.safeParse({
    system: text('system'),
    name: text('name'),
    environment: text('environment'),
    changedBy: text('changedBy'),
    expires: text('expires') || null,
    replacedBy: text('replacedBy') || null,
    forVersion: VERSION.test(forVersion) ? Number(forVersion) : 0,
  });
  return read.success ? read.data : null;
}
