import type { SystemId, Values } from '@contract/connection';

/** Values for every system that cause no notes. */
export const goodValues: Readonly<Record<SystemId, Values>> = {
  onsis: {
    redirectUrl: 'https://sms.maple.example/onsis/callback',
    paeRedirectUrl: 'https://sms.maple.example/onsis/pae',
    clientId: 'maple-4821',
    authenticationUrl: 'https://auth.onsis.example/authorize',
    tokenUrl: 'https://auth.onsis.example/token',
    apiUrl: 'https://api.onsis.example/v1',
    scopes: 'demo.read',
  },
  powerschool: { serverUrl: 'https://sis.maple.example', clientId: '11111111-2222-4333-8444-555555555555' },
  'aeries-oneroster': {
    aeriesUrl: 'https://sis.maple.example/aeries',
    consumerId: '0123456789abcdef'.repeat(4),
  },
  'classlink-direct': { serverUrl: 'https://sis.maple.example', clientId: 'maple-4821' },
  'classlink-proxy': { proxyUrl: 'https://proxy.maple.example', applicationId: 'bWFwbGU%3D' },
  oneroster: {
    serverUrl: 'https://sis.maple.example',
    version: '1.1',
    signIn: 'oauth2',
    tokenUrl: 'https://auth.maple.example/token',
    clientId: 'maple-4821',
  },
  'ed-fi': {
    baseUrl: 'https://edfi.maple.example/v7.3/api/2027',
    clientId: 'maple4821',
    tokenUrl: 'https://edfi.maple.example/v7.3/api/2027/oauth/token',
  },
};
