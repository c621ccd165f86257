import type { ClipboardPort } from './secret-clipboard';

/** Electron's clipboard since 44: several formats in one atomic write. */
export interface ItemClipboard extends ClipboardPort {
  write(items: readonly unknown[]): Promise<void>;
}
export type MakeClipboardItem = new (formats: Record<string, string>) => unknown;

/**
 * How each system is told that what is copied is a secret, so that clipboard histories and cloud clipboards leave it
 * out: Windows by a format its own history obeys (Microsoft, "Clipboard formats"), macOS and KDE by the marks that
 * clipboard managers agreed on (nspasteboard.org; Klipper), as KeePassXC sets them.
 */
const marks: Partial<Record<NodeJS.Platform, readonly [format: string, value: string]>> = {
  win32: ['ExcludeClipboardContentFromMonitorProcessing', '1'],
  darwin: ['org.nspasteboard.ConcealedType', ''],
  linux: ['x-kde-passwordManagerHint', 'secret'],
};

/**
 * A clipboard whose texts are marked as confidential, where the runtime can (Electron 44 and later, looked up and not
 * assumed) and the system has a way; plain text elsewhere, and when the marked write does not succeed.
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
