import { describe, expect, it } from 'vitest';
import { basicAuthorization } from '../../../electron/sign-in/client-authentication';

describe('basicAuthorization', () => {
  // The table of docs/vendors/standards.md#http-basic.
  it.each([
    ['s6BhdRkqt3', 'gX1fBat3bV', 'basic-raw', 'czZCaGRSa3F0MzpnWDFmQmF0M2JW'],
    ['s6BhdRkqt3', 'gX1fBat3bV', 'basic-form-encoded', 'czZCaGRSa3F0MzpnWDFmQmF0M2JW'],
    ['abc:1', 'p@ss word+/%', 'basic-raw', 'YWJjOjE6cEBzcyB3b3JkKy8l'],
    ['abc:1', 'p@ss word+/%', 'basic-form-encoded', 'YWJjJTNBMTpwJTQwc3Mrd29yZCUyQiUyRiUyNQ=='],
  ] as const)('writes %s and %s %s', (id, secret, form, expected) => {
    expect(basicAuthorization(id, secret, form)).toBe(`Basic ${expected}`);
  });

  it('leaves alone what needs no encoding', () => {
    const plain = 'onsis-demo_client.1*';
    expect(basicAuthorization(plain, plain, 'basic-form-encoded')).toBe(
      basicAuthorization(plain, plain, 'basic-raw'),
    );
  });
});
