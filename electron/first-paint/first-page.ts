import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  drawnPage,
  fillGaps,
  type ListPieces,
  type PageGap,
  piecesFile,
  screenOf,
} from '@contract/drawn-page';
import { escapeHtml } from '@contract/escape-html';
import type { Language } from '@contract/languages';
import { drawRows } from './drawn-list';
import type { Opening } from './opening';

/*
 * The window's page. The build has drawn the first screen, once per language, and the saved connections are filled in
 * here. It is there before any script has run; the script then takes it over.
 */

/**
 * @param folder the renderer's built folder
 * @throws on values no store could have written, and if a built file is missing
 */
export function drawnFirstPage(folder: string, opening: Opening): Buffer {
  const { language, dataFolder, count } = opening;
  const page = readFileSync(join(folder, drawnPage(screenOf(count), language)), 'utf8');
  const parts: Readonly<Record<PageGap, string>> = {
    folder: escapeHtml(dataFolder),
    rows: count === 0 ? '' : drawRows(piecesOf(folder, language), language, opening),
  };
  return Buffer.from(fillGaps(page, parts));
}

/** The empty page, to be drawn by its script. */
export const plainPage = (folder: string): Buffer => readFileSync(join(folder, 'index.html'));

const piecesOf = (folder: string, language: Language): ListPieces =>
  JSON.parse(readFileSync(join(folder, piecesFile(language)), 'utf8'));
