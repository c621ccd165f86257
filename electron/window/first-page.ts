import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Language } from '@contract/channels';
import { DATA_FOLDER_MARK, drawnPage } from '@contract/drawn-page';

/*
 * The window's page. While nothing is saved, the first screen is the same for everybody, so the build has drawn it
 * already, once a language: it is there before any script has run, and the script then takes it over as it stands.
 */

export interface Opening {
  readonly language: Language;
  /** Whether there is nothing to show but the invitation; should that prove wrong, the script draws anew. */
  readonly isFirstRun: boolean;
  /** The one thing on that screen which the build cannot know. */
  readonly dataFolder: string;
}

/** @param folder the renderer's, as the build made it */
export async function firstPage(
  folder: string,
  { language, isFirstRun, dataFolder }: Opening,
): Promise<Buffer> {
  if (!isFirstRun) return readFile(join(folder, 'index.html'));
  const page = await readFile(join(folder, drawnPage(language)), 'utf8');
  return Buffer.from(page.replaceAll(DATA_FOLDER_MARK, () => escaped(dataFolder)));
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#x27;',
};

const escaped = (text: string): string =>
  text.replaceAll(/[&<>"']/g, (character) => entities[character] ?? '');
