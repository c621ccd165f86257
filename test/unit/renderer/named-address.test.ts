import { expect, it } from 'vitest';
import { namedAddress } from '../../../renderer/report/named-address';

const from = 'https://edfi.maple.example/api/2027';

it.each([
  [
    'on another server, it may be used, or its path on the server that was entered',
    { field: 'tokenUrl', from, to: 'https://other.example/api/oauth/token' },
    {
      use: 'https://other.example/api/oauth/token',
      stay: 'https://edfi.maple.example/api/oauth/token',
    },
  ],
  [
    'without encryption, it is never used',
    { field: 'tokenUrl', from, to: 'http://10.0.0.5/oauth/token' },
    { use: null, stay: 'https://edfi.maple.example/oauth/token' },
  ],
  [
    'of the data, there is no path to keep',
    { field: 'baseUrl', from, to: 'https://other.example/api/data/v3/' },
    { use: 'https://other.example/api/data/v3/', stay: null },
  ],
])('%s', (_, facts, expected) => {
  expect(namedAddress('address-elsewhere', facts)).toMatchObject(expected);
});

it.each([
  ['redirected', { field: 'tokenUrl', from, to: 'https://other.example/' }],
  ['address-elsewhere', {}],
  ['address-elsewhere', { field: 'tokenUrl', from, to: 'nowhere' }],
] as const)('%s without an address to choose: %o', (code, facts) => {
  expect(namedAddress(code, facts)).toBeNull();
});
