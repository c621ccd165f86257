import {
  describeInstant,
  formatDay,
  formatDuration,
  formatForRegion,
  formatInstant,
  formatNumber,
  readDay,
  todayHere,
} from '@contract/formats';
import { afterEach, describe, expect, it } from 'vitest';

const now = new Date(2026, 0, 6, 9, 30);

describe('dates', () => {
  it('are written the way the language writes them', () => {
    expect(formatDay('en', '2026-01-05', now)).toBe('January 5');
    expect(formatDay('fr', '2026-01-05', now)).toBe('5 janvier');
    expect(formatDay('fr', '2026-05-01', now)).toBe('1er mai');
    expect(formatDay('fr', '2027-05-11', now)).toBe('11 mai 2027');
    expect(formatDay('en', '2027-06-21', now)).toBe('June 21, 2027');
  });

  it('speak of today and yesterday by the calendar, not by 24 hours', () => {
    expect(describeInstant('en', new Date(2026, 0, 6, 0, 5).toISOString(), now).day).toBe('today');
    expect(describeInstant('en', new Date(2026, 0, 5, 23, 55).toISOString(), now).day).toBe('yesterday');
    expect(describeInstant('en', new Date(2026, 0, 4, 23, 55).toISOString(), now).day).toBe('date');
  });

  it('write the hour without a leading zero', () => {
    const early = new Date(2026, 0, 6, 8, 35).toISOString();
    expect(describeInstant('fr', early, now).time).toBe('8\u00a0h\u00a035');
    expect(describeInstant('en', early, now).time).toMatch(/^8:35/);
    expect(describeInstant('fr', new Date(2026, 0, 6, 0, 5).toISOString(), now).time).toMatch(/^0\sh\s05$/);
  });
});

describe('the computer’s region', () => {
  afterEach(() => formatForRegion(null));

  const early = new Date(2026, 0, 6, 8, 5).toISOString();

  /** Canada by default. What the region does not say about a language stays as the language has it. */
  it.each([
    [null, 'January 5', '8:05 a.m.', '1,234.5', '8\u00a0h\u00a005'],
    ['CA', 'January 5', '8:05 a.m.', '1,234.5', '8\u00a0h\u00a005'],
    ['US', 'January 5', '8:05 AM', '1,234.5', '8\u00a0h\u00a005'],
    ['GB', '5 January', '08:05', '1,234.5', '8\u00a0h\u00a005'],
    ['DE', '5 January', '08:05', '1.234,5', '8\u00a0h\u00a005'],
    ['FR', '5 January', '08:05', null, '08:05'],
    ['ZZ', 'January 5', '8:05 a.m.', '1,234.5', '8\u00a0h\u00a005'],
  ])('%s decides order, clock and separators', (region, day, time, number, french) => {
    formatForRegion(region);
    const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');
    expect(formatDay('en', '2026-01-05', now)).toBe(day);
    expect(plain(describeInstant('en', early, now).time)).toBe(time);
    if (number !== null) expect(formatNumber('en', 1234.5)).toBe(number);
    expect(describeInstant('fr', early, now).time).toBe(french);
  });

  it.each([
    ['GB', '6 January 2026 at 00:05:09 UTC'],
    ['US', 'January 6, 2026 at 12:05:09 AM UTC'],
    ['CA', 'January 6, 2026 at 12:05:09 a.m. UTC'],
  ])('%s writes the first hour of a day as it is written there', (region, written) => {
    formatForRegion(region);
    const plain = formatInstant('en', '2026-01-06T00:05:09.000Z', 'UTC').replaceAll(/[\u00a0\u202f]/g, ' ');
    expect(plain).toBe(written);
  });

  it('changes the words of no language', () => {
    formatForRegion('US');
    expect(formatDay('fr', '2026-05-01', now)).toBe('1er mai');
    expect(formatInstant('en', early)).toMatch(/^January 6, 2026 at 8:05:00 AM/);
    formatForRegion('FR');
    expect(formatDay('fr', '2026-05-01', now)).toBe('1er mai');
  });
});

describe('a duration', () => {
  it.each([
    [0, '0\u00a0ms', '0\u00a0ms'],
    [41.4, '41\u00a0ms', '41\u00a0ms'],
    [999.4, '999\u00a0ms', '999\u00a0ms'],
    [999.6, '1\u00a0s', '1\u00a0s'],
    [1234, '1.2\u00a0s', '1,2\u00a0s'],
    [1240, '1.2\u00a0s', '1,2\u00a0s'],
    [1_234_000, '1,234\u00a0s', '1\u00a0234\u00a0s'],
  ])('writes %d ms as each language does', (ms, en, fr) => {
    expect(formatDuration('en', ms)).toBe(en);
    expect(formatDuration('fr', ms)).toBe(fr);
  });
});

describe('a calendar day', () => {
  it('is the one where the person is', () => {
    expect(todayHere(new Date(2026, 0, 6, 0, 1))).toBe('2026-01-06');
    expect(todayHere(new Date(2026, 0, 6, 23, 59))).toBe('2026-01-06');
  });

  it.each([
    ['2026-01-15', '2026-01-15'],
    [' 2026/01/15 ', '2026-01-15'],
    ['2026.01.15', '2026-01-15'],
    ['20260115', '2026-01-15'],
    ['2028-02-29', '2028-02-29'],
    ['', ''],
    ['  ', ''],
    // Day and month are ambiguous.
    ['01/05/2026', null],
    ['2026-1-5', null],
    ['2026-01/15', null],
    ['2026-13-01', null],
    ['2026-02-30', null],
    ['2027-02-29', null],
    ['0026-01-15', null],
    ['2026-01', null],
    ['hier', null],
  ])('“%s” is read as %s', (text, day) => expect(readDay(text)).toBe(day));
});
