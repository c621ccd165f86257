import type { ClipboardPort } from './secret-clipboard';

/** Electron's clipboard since version 44: writes several formats atomically. */
export interface ItemClipboard extends ClipboardPort {
  write(items: readonly unknown[]): Promise<void>;
}
export type MakeClipboardItem = new (formats: Record<string, string>) => unknown;

/**
 * Tells clipboard histories and cloud clipboards to skip what we copy. Windows: a format its own history respects
 * (Microsoft, "Clipboard formats"). macOS and KDE: the markers that clipboard managers have agreed on
 * (nspasteboard.org; Klipper). KeePassXC sets the same ones.
 */
const marks: Partial<Record<NodeJS.Platform, readonly [format: string, value: string]>> = {
  win32: ['ExcludeClipboardContentFromMonitorProcessing', '1'],
  darwin: ['org.nspasteboard.ConcealedType', ''],
  linux: ['x-kde-passwordManagerHint', 'secret'],
};

/**
 * A clipboard that marks its texts as confidential if the runtime (Electron 44 or later, detected by feature) and the
 * platform support it. Otherwise, or if the marked write fails, it writes plain text.
 */
export function confidential(
  clipboard: ClipboardPort | ItemClipboard,
  Item: MakeClipboardItem | undefined,
  platform: NodeJS.Platform,
): ClipboardPort {
  const mark = marks[platform];
  if (Item === undefined || mark === undefined || !('write' in clipboard)) return clipboard;
  const [format, value] = mark;
  return {
    readText: () => clipboard.readText(),
    clear: () => clipboard.clear(),
    async writeText(text) {
      try {
        const raw = `electron application/osclipboard;format="${format}"`;
        await clipboard.write([new Item({ 'text/plain': text, [raw]: value })]);
      } catch {
        await clipboard.writeText(text);
      }
    },
  };
}
