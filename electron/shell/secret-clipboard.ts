import * as electron from 'electron';
import { confidential, type MakeClipboardItem } from '../secrets/confidential-clipboard';
import type { ClipboardPort } from '../secrets/secret-clipboard';

/** Electron's clipboard, for secrets. */
export function secretClipboard(): ClipboardPort {
  // A named import that an older Electron does not export would fail to link.
  const Item: unknown = Reflect.get(electron, 'ClipboardItem');
  return confidential(
    electron.clipboard,
    typeof Item === 'function' ? (Item as MakeClipboardItem) : undefined,
    process.platform,
  );
}
