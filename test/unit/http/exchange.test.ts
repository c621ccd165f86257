import { describe, expect, it } from 'vitest';
import { askedOf } from '../../../electron/http/exchange';

describe('what was asked, as a report tells it', () => {
  it.each([
    ['https://sis.example/ws/v1/metadata', 'GET /ws/v1/metadata'],
    ['https://sis.example/ims/oneroster/v1p1/orgs?limit=1&secret=x', 'GET /ims/oneroster/v1p1/orgs'],
    ['https://user:word@sis.example/oauth/access_token#part', 'GET /oauth/access_token'],
    ['https://sis.example/', 'GET /'],
    // Parts that may identify somebody or be secret.
    ['https://sis.example/8f3a1cbe77d0/orgs', 'GET /…/orgs'],
    ['https://sis.example/bWFwbGUtZGVtby0xMjM%3D/orgs', 'GET /…/orgs'],
    ['https://sis.example/a/verylongwordthatmaybeatokenofsomekind', 'GET /a/…'],
  ])('%s', (url, asked) => {
    expect(askedOf('GET', url)).toBe(asked);
  });
});
