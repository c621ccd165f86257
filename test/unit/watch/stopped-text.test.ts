import { describe, expect, it } from 'vitest';
import { hasStopped } from '../../../electron/watch/judge';
import { stoppedText } from '../../../electron/watch/stopped-text';
import { failedEntry } from '../../support/watch-results';

describe('what the desktop says', () => {
  it('names the connections, and counts those that do not fit', () => {
    const names = (count: number) => Array.from({ length: count }, (_, at) => failedEntry(`S${at + 1}`));
    expect(stoppedText(names(1), 'en')).toEqual({
      title: 'A connection no longer works',
      body: 'S1 (production)',
    });
    expect(stoppedText(names(4), 'en').body).toMatch(/S3 \(production\) and S4 \(production\)$/);
    expect(stoppedText(names(9), 'en')).toEqual({
      title: '9 connections no longer work',
      body: 'S1 (production), S2 (production), S3 (production) and 6 more',
    });
    expect(stoppedText(names(2), 'fr').title).toBe('2 connexions ne fonctionnent plus');
  });

  it('is text alone, whatever the name', () => {
    const { body } = stoppedText([failedEntry('R & D <b>\u202ex</b>\n<a href="x">')], 'en');
    expect(body).not.toMatch(/[<>\n\u202e]/);
    expect(body).toContain('R & D');
  });
});

describe('a connection has stopped', () => {
  it.each([
    ['pf', true],
    ['wf', true],
    ['p-nf', true],
    ['ff', false],
    ['pfnf', false],
    ['f', false],
    ['--f', false],
    ['pn', false],
    ['pp', false],
  ])('%s: %s', (nights, expected) => expect(hasStopped(nights)).toBe(expected));
});
