import { describe, expect, it } from 'vitest';
import { findSecret } from '../../support/canary';

const secret = 'kq7>?~Canary+/secret_0O';

describe('the search for a secret', () => {
  it('finds it as it is and in UTF-16', () => {
    expect(findSecret(Buffer.from(`x${secret}y`), secret)).toBe('plain text');
    expect(findSecret(Buffer.from(`x${secret}y`, 'utf16le'), secret)).toBe('UTF-16');
    expect(findSecret(Buffer.from(`x${secret}`, 'utf16le').swap16(), secret)).toBe('UTF-16, big-endian');
  });

  it.each([0, 1, 2, 3, 4])('finds it in base64 with %i bytes before it', (before) => {
    const text = Buffer.from(`${'"'.repeat(before)}${secret}"}`);
    expect(findSecret(Buffer.from(text.toString('base64')), secret)).toMatch(/^base64,/);
    expect(findSecret(Buffer.from(text.toString('base64url')), secret)).toMatch(/^base64/);
  });

  it('finds it in hex and percent-encoded', () => {
    expect(findSecret(Buffer.from(Buffer.from(secret).toString('hex')), secret)).toBe('hex');
    expect(findSecret(Buffer.from(encodeURIComponent(secret)), secret)).toBe('percent-encoded');
  });

  it('finds nothing where nothing is', () => {
    expect(findSecret(Buffer.from('an ordinary file with kq7 and Canary in it'), secret)).toBeNull();
  });
});
