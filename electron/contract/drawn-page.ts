import type { Language } from './channels';

/* What the build, which draws the first screen, and main, which hands it out, agree on (electron/window/first-page.ts). */

/** Stands for the data folder in a drawn page: a character for private use, which no folder and no text of ours holds. */
export const DATA_FOLDER_MARK = '\u{E000}';

export const drawnPage = (language: Language): string => `first-${language}.html`;
