import type { CheckedConnection } from './fault';

/* Made-up credentials: no server here is real. */

const ID = '00000000-0000-4000-8000-00000000000a';
const SECRET = 'throwaway-secret-of-the-fault-laboratory';

export const powerschool = (serverUrl: string): CheckedConnection => ({
  system: 'powerschool',
  values: { serverUrl, clientId: ID },
  secrets: { clientSecret: SECRET },
});

export const aeries = (aeriesUrl: string): CheckedConnection => ({
  system: 'aeries-oneroster',
  values: { aeriesUrl, consumerId: 'a'.repeat(64) },
  secrets: { consumerSecret: 'b'.repeat(64) },
});

export const classlinkDirect = (serverUrl: string): CheckedConnection => ({
  system: 'classlink-direct',
  values: { serverUrl, clientId: 'throwaway-id' },
  secrets: { clientSecret: SECRET },
});

export const classlinkProxy = (proxyUrl: string): CheckedConnection => ({
  system: 'classlink-proxy',
  values: { proxyUrl, applicationId: 'abcdefgh' },
  secrets: { accessToken: SECRET },
});

export const oneroster = (serverUrl: string, scopes = ''): CheckedConnection => ({
  system: 'oneroster',
  values: {
    serverUrl,
    version: '1.1',
    signIn: 'oauth2',
    tokenUrl: `${serverUrl}/token`,
    clientId: 'throwaway-id',
    ...(scopes !== '' && { scopes }),
  },
  secrets: { clientSecret: SECRET },
});

export const onsis = (authentication: string, token: string, api: string): CheckedConnection => ({
  system: 'onsis',
  values: {
    redirectUrl: 'https://sms.board.example/oauth/callback',
    clientId: 'throwaway-id',
    authenticationUrl: `${authentication}/authorize`,
    tokenUrl: `${token}/token`,
    apiUrl: `${api}/api`,
    scopes: 'onsis.read',
  },
  secrets: { clientSecret: SECRET },
});
