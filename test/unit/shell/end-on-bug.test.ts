import { beforeEach, describe, expect, it, vi } from 'vitest';

const electron = vi.hoisted(() => ({
  app: {
    getVersion: () => '0.1.0',
    exit: vi.fn(),
    isReady: () => true,
    getPath: () => '/nowhere/at all',
    getPreferredSystemLanguages: () => ['en'],
  },
  dialog: { showMessageBoxSync: vi.fn() },
  clipboard: { writeText: vi.fn() },
}));
vi.mock('electron', () => electron);

describe('endOnBug', () => {
  beforeEach(() => {
    vi.resetModules();
    vi.resetAllMocks();
  });

  it('clears what is to be cleared whoever ends, and before the details are copied', async () => {
    const { beforeEnd, endOnBug } = await import('../../../electron/shell/end-on-bug');
    const did: string[] = [];
    electron.dialog.showMessageBoxSync.mockImplementation(() => {
      did.push('asked');
      return 0;
    });
    electron.clipboard.writeText.mockImplementation(() => did.push('copied'));
    electron.app.exit.mockImplementation((code: number) => did.push(`exit ${code}`));
    beforeEnd(() => did.push('cleared'));
    endOnBug(new Error('x'));
    expect(did).toEqual(['cleared', 'asked', 'copied', 'exit 70']);
  });

  it('tells once, and ends although the message cannot be shown', async () => {
    const { endOnBug } = await import('../../../electron/shell/end-on-bug');
    electron.dialog.showMessageBoxSync.mockImplementation(() => {
      endOnBug(new Error('another, meanwhile'));
      throw new Error('no message');
    });
    endOnBug(new Error('x'));
    expect(electron.dialog.showMessageBoxSync).toHaveBeenCalledTimes(1);
    expect(electron.app.exit).toHaveBeenCalledExactlyOnceWith(70);
  });
});
