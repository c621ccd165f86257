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
 * The window's page. The build has drawn the first screen already, once a language; what is saved is filled in here:
 * it is there before any script has run, and the script then takes it over as it stands.
 */

/**
 * @param folder the renderer's, as the build made it
 * @throws on values that no store has written, and when a file of the build is gone
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

/** The page without anything on it, which its script draws. */
export const plainPage = (folder: string): Buffer => readFileSync(join(folder, 'index.html'));

const piecesOf = (folder: string, language: Language): ListPieces =>
  JSON.parse(readFileSync(join(folder, piecesFile(language)), 'utf8'));
