import type { BrowserWindow, IpcMainInvokeEvent } from 'electron';
import { describe, expect, it } from 'vitest';
import { isTrustedSender } from '../../../electron/shell/trusted-sender';

function scene(url = 'app://wizard/index.html') {
  const mainFrame = { url };
  const webContents = { mainFrame };
  const window = { isDestroyed: () => false, webContents } as unknown as BrowserWindow;
  const event = { sender: webContents, senderFrame: mainFrame } as unknown as IpcMainInvokeEvent;
  return { mainFrame, webContents, window, event };
}

describe('isTrustedSender', () => {
  it('trusts the main frame of the living window on its own page', () => {
    const { event, window } = scene();
    expect(isTrustedSender(event, window)).toBe(true);
  });

  it.each([
    ['https://wizard/index.html'],
    ['app://wizard.example/index.html'],
    ['app://other/index.html'],
    ['file:///index.html'],
    ['about:blank'],
    [''],
    ['app:wizard'],
    ['data:text/html,app://wizard/'],
  ])('refuses a page at %s', (url) => {
    const { event, window } = scene(url);
    expect(isTrustedSender(event, window)).toBe(false);
  });

  it('refuses a sub-frame, a missing frame, another window, a gone window', () => {
    const { event, window, webContents } = scene();
    const subFrame = { ...event, senderFrame: { url: 'app://wizard/index.html' } };
    expect(isTrustedSender(subFrame as unknown as IpcMainInvokeEvent, window)).toBe(false);
    expect(isTrustedSender({ ...event, senderFrame: null } as IpcMainInvokeEvent, window)).toBe(false);
    expect(isTrustedSender(event, scene().window)).toBe(false);
    expect(isTrustedSender(event, null)).toBe(false);
    const gone = { isDestroyed: () => true, webContents } as unknown as BrowserWindow;
    expect(isTrustedSender(event, gone)).toBe(false);
  });
});
