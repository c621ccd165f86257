import { originOf, originsOf, secureAddress, tidiedNotes } from '@systems/addresses/tidy-address';
import { describe, expect, it } from 'vitest';

describe('secureAddress', () => {
  it.each([
    '',
    'sis.example',
    'http://sis.example',
    'https://user:pw@sis.example',
    'ftp://sis.example',
    undefined,
  ])('finds none in %j', (text) => {
    expect(secureAddress(text)).toBeNull();
    expect(originOf(text)).toBe('');
  });

  it('forgives blanks around it and keeps the port', () => {
    expect(originOf('  https://SIS.example:8443/x?y#z ')).toBe('https://sis.example:8443');
  });
});

it('names each origin once, and none while one address cannot be read', () => {
  expect(originsOf('https://a.example/1', 'https://a.example/2', 'https://b.example')).toEqual([
    'https://a.example',
    'https://b.example',
  ]);
  expect(originsOf('https://a.example', '')).toEqual([]);
});

describe('tidiedNotes', () => {
  it('offers the shorter address where a part is left out', () => {
    const note = { field: 'url', severity: 'warns', repaired: 'https://a.example' } as const;
    const values = { url: 'https://a.example/login?page=1' };
    const kept = { url: 'https://a.example' };
    expect(tidiedNotes(values, kept)).toEqual([{ ...note, code: 'address-cut', other: '/login?page=1' }]);
    expect(tidiedNotes(values, kept, /^\/login/)).toEqual([{ ...note, code: 'address-tidied' }]);
  });

  it.each(['https://a.example/', ' https://A.example ', 'https://a.example:443'])(
    'says nothing about %j',
    (typed) => {
      expect(tidiedNotes({ url: typed }, { url: 'https://a.example' })).toEqual([]);
    },
  );
});
