import type { HelpPart } from '@contract/channels';
import type { Language } from '@contract/languages';
import { type BrowserWindow, Menu } from 'electron';
import { words } from './words';

interface HelpMenu {
  /** Opens the help in the window. */
  readonly show: (part: HelpPart) => void;
  /** Opens the folder with the log. */
  readonly openSupportFolder: () => void;
}

/** Provides the usual keyboard shortcuts (copy, paste, zoom, quit) on every platform. Hidden until Alt is pressed. */
export function setMenu(language: Language, help: HelpMenu): void {
  const text = words[language].menu;
  Menu.setApplicationMenu(
    Menu.buildFromTemplate([
      ...(process.platform === 'darwin' ? [{ role: 'appMenu' as const }] : []),
      {
        label: text.edit,
        submenu: [
          { role: 'undo', label: text.undo },
          { role: 'redo', label: text.redo },
          { type: 'separator' },
          { role: 'cut', label: text.cut },
          { role: 'copy', label: text.copy },
          { role: 'paste', label: text.paste },
          { role: 'selectAll', label: text.all },
        ],
      },
      {
        label: text.view,
        submenu: [
          { role: 'zoomIn', label: text.larger },
          { role: 'zoomIn', accelerator: 'CommandOrControl+=', visible: false, label: text.larger },
          { role: 'zoomOut', label: text.smaller },
          { role: 'resetZoom', label: text.normal },
          { type: 'separator' },
          { role: 'quit', label: text.quit },
        ],
      },
      {
        role: 'help',
        label: text.help,
        // The page handles the key itself, because the menu may be hidden.
        submenu: [
          {
            label: text.openHelp,
            accelerator: 'F1',
            registerAccelerator: false,
            click: () => help.show('keys'),
          },
          { label: text.supportFolder, click: help.openSupportFolder },
          { type: 'separator' },
          { label: text.about, click: () => help.show('about') },
        ],
      },
    ]),
  );
}

/** F10 opens the menu, as in other programs; Electron knows only Alt (docs/electron-notes.md#accessibility-on-linux). */
export function openMenuByF10(window: BrowserWindow): void {
  if (process.platform === 'darwin') return;
  window.webContents.on('before-input-event', (event, { type, key, alt, control, meta, shift }) => {
    if (key !== 'F10' || alt || control || meta || shift) return;
    event.preventDefault();
    if (type === 'keyDown') Menu.getApplicationMenu()?.popup({ window, x: 0, y: 0 });
  });
}

/** The context menu of text fields and selected text: people paste credentials with the mouse. */
export function offerContextMenu(window: BrowserWindow, language: () => Language): void {
  window.webContents.on('context-menu', (_event, at) => {
    const text = words[language()].menu;
    const items: Electron.MenuItemConstructorOptions[] = at.isEditable
      ? [
          { role: 'cut', label: text.cut, enabled: at.editFlags.canCut },
          { role: 'copy', label: text.copy, enabled: at.editFlags.canCopy },
          { role: 'paste', label: text.paste, enabled: at.editFlags.canPaste },
          { role: 'selectAll', label: text.all },
        ]
      : at.selectionText === ''
        ? []
        : [{ role: 'copy', label: text.copy }];
    if (items.length > 0) Menu.buildFromTemplate(items).popup({ window });
  });
}
