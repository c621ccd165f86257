import { languages } from '@contract/languages';
import { systems } from '@systems/catalogue';
import { expect, it } from 'vitest';
import { explain } from '../../../electron/explain/explain';
import { renderExplanation } from '../../../electron/explain/render-explanation';
import { foreignMessages } from '../../support/foreign-messages';

/* A foreign message in words: never a piece of the message itself but the server, status and day it names. */

const CANARY = 'k7Tq90OlI1xVb4canary';

it.each(languages)('no word of a message that holds a secret is told in %s', (language) => {
  for (const { text, code } of foreignMessages) {
    const told = renderExplanation(`${text} client_secret=${CANARY}`, systems.powerschool, language);
    expect(JSON.stringify(told), text).not.toContain(CANARY);
    expect(told.holdsSecret).not.toBeNull();
    expect(told.finding === null, text).toBe(code === null);
    expect(JSON.stringify(told)).not.toMatch(/\{\{|undefined/);
  }
});

it.each(languages)(
  'claims nothing of a check of our own, and leaves an unnamed server to be written in, in %s',
  (language) => {
    for (const { text, code } of foreignMessages) {
      if (code === null) continue;
      const { finding } = renderExplanation(text, undefined, language);
      const words = [finding?.title, finding?.happened, finding?.todo].join('\n');
      expect(words, text).not.toMatch(
        /Nothing was sent|Rien n’a été envoyé|name the server|de le |à le |le nom le/i,
      );
      expect(finding?.send ?? '', text).not.toMatch(
        /(?:to|for|from|name|of|host) the server\b|l[ea] (?:nom|hôte) le |de le /i,
      );
    }
  },
);

it.each(languages)('names no port that the message does not name, in %s', (language) => {
  for (const { text, code } of foreignMessages) {
    if (code === null || typeof explain(text).facts.port === 'number') continue;
    const { finding } = renderExplanation(text, undefined, language);
    expect([finding?.title, finding?.happened, finding?.todo].join(' '), text).not.toMatch(/\bport\s+\d/);
    expect(finding?.send ?? '', text).not.toMatch(/port(?: TCP)?\s+\d/);
  }
  const { finding } = renderExplanation('ECONNREFUSED', undefined, language);
  expect(finding?.send).toMatch(/port(?: TCP)? ________/);
});

it('says what it could see in a message it does not know, and nothing it could not', () => {
  const tell = (text: string) => renderExplanation(text, undefined, 'en').seen;
  expect(tell('odd answer of https://sis.example/a on 2026-11-03 (status 299)')).toEqual([
    'It names the server sis.example.',
    'It names the HTTP status 299.',
    'It names the date November 3, 2026.',
  ]);
  expect(tell('something happened')).toEqual([]);
  // Neither a time of another notation nor a number that only looks like a day.
  expect(tell('build 2026-13-40 03/04/2026')).toEqual([]);
});
