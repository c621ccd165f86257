import type { Language } from '@contract/languages';
import { type BrowserWindow, Menu } from 'electron';
import { words } from './words';

/**
 * Provides the usual keyboard shortcuts (copy, paste, zoom, quit) on every platform. Hidden until Alt is pressed.
 * @param showHelp opens the help in the window
 */
export function setMenu(language: Language, showHelp: () => void): void {
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
        submenu: [{ label: text.openHelp, accelerator: 'F1', registerAccelerator: false, click: showHelp }],
      },
    ]),
  );
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
