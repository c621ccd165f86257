import { describe, expect, it } from 'vitest';
import { confidential } from '../../../electron/secrets/confidential-clipboard';

/** A fake of Electron 44's clipboard; the stand-in runtime has no ClipboardItem. */
function newer(refuses = false) {
  const written: unknown[] = [];
  class Item {
    constructor(readonly formats: Record<string, string>) {}
  }
  const clipboard = {
    readText: async () => 'read',
    clear: () => void written.push('cleared'),
    writeText: async (text: string) => void written.push(text),
    write: async (items: readonly unknown[]) => {
      if (refuses) throw new Error('NotAllowedError');
      written.push(...items.map((item) => (item instanceof Item ? item.formats : item)));
    },
  };
  return { clipboard, Item, written };
}

describe('a secret on the clipboard', () => {
  it.each([
    ['win32', 'ExcludeClipboardContentFromMonitorProcessing', '1'],
    ['darwin', 'org.nspasteboard.ConcealedType', ''],
    ['linux', 'x-kde-passwordManagerHint', 'secret'],
  ] as const)('is marked on %s, in the same write', async (platform, format, value) => {
    const { clipboard, Item, written } = newer();
    await confidential(clipboard, Item, platform).writeText('canary');
    expect(written).toEqual([
      { 'text/plain': 'canary', [`electron application/osclipboard;format="${format}"`]: value },
    ]);
  });

  it('is plain text where the runtime is older, the system has no way, or the marked write is refused', async () => {
    const older = newer();
    expect(confidential(older.clipboard, undefined, 'linux')).toBe(older.clipboard);
    expect(confidential(older.clipboard, older.Item, 'freebsd')).toBe(older.clipboard);
    const { clipboard, Item, written } = newer(true);
    await confidential(clipboard, Item, 'darwin').writeText('canary');
    expect(written).toEqual(['canary']);
  });

  it('is read and cleared as before', async () => {
    const { clipboard, Item, written } = newer();
    const marked = confidential(clipboard, Item, 'win32');
    expect(await marked.readText()).toBe('read');
    await marked.clear();
    expect(written).toEqual(['cleared']);
  });
});
