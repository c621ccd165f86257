import { fillCounted } from '@contract/fill';
import { formatList } from '@contract/formats';
import type { Language } from '@contract/languages';
import { printable } from '@contract/printable';
import type { Entry } from './results';
import { nameOf } from './say';
import { words } from './words';

/** A notification shows two or three lines. */
const MOST_NAMES = 4;

/** What the desktop says when connections that worked have stopped. */
export function stoppedText(
  stopped: readonly Entry[],
  language: Language,
): { readonly title: string; readonly body: string } {
  const say = words[language].notice;
  const isAll = stopped.length <= MOST_NAMES;
  const named = stopped.slice(0, isAll ? MOST_NAMES : MOST_NAMES - 1);
  const left = stopped.length - named.length;
  const names = named.map((entry) => asText(nameOf(entry, language)));
  const items = left === 0 ? names : [...names, fillCounted(language, say, 'more', left)];
  return { title: fillCounted(language, say, 'title', stopped.length), body: formatList(language, items) };
}

/** Linux desktops take `<` for markup, and some of them show it as it is where it is escaped. */
const asText = (name: string): string => printable(name).replaceAll('<', '‹').replaceAll('>', '›');
