import * as electron from 'electron';
import { confidential, type MakeClipboardItem } from '../secrets/confidential-clipboard';
import type { ClipboardPort } from '../secrets/secret-clipboard';

/** The running Electron's clipboard for secrets. */
export function secretClipboard(): ClipboardPort {
  // A named import of what an older Electron does not have would not even link.
  const Item: unknown = Reflect.get(electron, 'ClipboardItem');
  return confidential(
    electron.clipboard,
    typeof Item === 'function' ? (Item as MakeClipboardItem) : undefined,
    process.platform,
  );
}
