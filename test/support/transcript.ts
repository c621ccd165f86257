import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { expect } from '@playwright/test';
import type { Heard } from './listener';
import { isFrame, type Step } from './listening-person';

/*
 * Transcripts of what was heard, kept in docs/heard for people to read. A test compares what it hears with the kept
 * one; with HEARD=write in the environment it writes it anew.
 */

const folder = resolve(import.meta.dirname, '../../docs/heard');
const RACE = ' (what follows depends on how fast things go)';

/** Compares what was heard with the transcript kept under this path, or writes it. */
export function expectAsKept(path: string, steps: readonly Step[]): void {
  const file = join(folder, path);
  const text = written(steps);
  if (process.env.HEARD === 'write') {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
    return;
  }
  const kept = existsSync(file) ? readFileSync(file, 'utf8') : '';
  expect(comparable(text), `docs/heard/${path}: if this is meant, write it anew with HEARD=write`).toEqual(
    comparable(kept),
  );
}

/** A line for each key, and below it what was heard. */
export function written(steps: readonly Step[]): string {
  let dialog = '';
  const lines = steps.flatMap(({ key, isRace, heard }) => {
    const told = heard
      .filter((each) => !isPassed(key, each))
      .flatMap((each) => {
        const into = each.kind === 'focus' && each.dialog !== dialog ? [`  dialog: ${each.dialog}`] : [];
        if (each.kind === 'focus') dialog = each.dialog;
        return [...(dialog === '' ? [] : into), `  ${plain(words(each))}`];
      });
    // The window is named twice where the name of its page came later.
    const once = told.filter((each, index) => each !== told[index - 1]);
    return [`[${plain(key)}]${isRace ? RACE : ''}`, ...once];
  });
  return `${lines.join('\n')}\n`;
}

/** On its way from the last control to the first, Tab goes over the page, of which it may be told late. */
const isPassed = (key: string, heard: Heard): boolean =>
  heard.kind === 'focus' && ((heard.role === 'page' && key === 'Tab') || isFrame(heard));

function words(heard: Heard): string {
  switch (heard.kind) {
    case 'focus': {
      const role = heard.level === 0 ? heard.role : `${heard.role} ${heard.level}`;
      return `${role}: ${[heard.name, ...heard.states, heard.description].filter(Boolean).join(' | ')}`;
    }
    case 'says':
      return `${heard.live === 'assertive' ? 'says at once' : 'says'}: ${heard.words}`;
    case 'window':
      return `window: ${heard.name}`;
    case 'gone':
      return `gone: ${heard.event} (${heard.why})`;
  }
}

/** Without what differs from run to run: ports and folders. */
export const plain = (text: string): string =>
  text.replaceAll(/127\.0\.0\.1:\d+/g, '127.0.0.1:…').replaceAll(/\/tmp\/wiz-\w+/g, '…');

/**
 * What must be the same each time: the keys, where the focus went after each, and what was said at all. A word may be
 * said before the next key or after it, and in a race anything goes.
 */
function comparable(text: string): { readonly steps: readonly string[]; readonly said: readonly string[] } {
  const steps: string[] = [];
  const said: string[] = [];
  let isRace = false;
  for (const each of text.split('\n')) {
    if (each.startsWith('[')) isRace = each.endsWith(RACE);
    else if (isRace) continue;
    if (/^ {2}says/.test(each)) said.push(each);
    else steps.push(each);
  }
  // A title may be said by the screen as well, sooner or later.
  const titles = text.split('\n').flatMap((each) => /^ {2}heading \d: (.*)$/.exec(each)?.[1] ?? []);
  return { steps, said: said.filter((each) => !titles.some((title) => each.endsWith(title))).sort() };
}
