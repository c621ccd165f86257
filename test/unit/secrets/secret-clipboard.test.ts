import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { SecretClipboard } from '../../../electron/secrets/secret-clipboard';

function fakeClipboard() {
  let text = '';
  return {
    readText: () => text,
    writeText: (next: string) => {
      text = next;
    },
    clear: () => {
      text = '';
    },
  };
}

describe('SecretClipboard', () => {
  beforeEach(() => vi.useFakeTimers());
  afterEach(() => vi.useRealTimers());

  it('clears after 30 s, not before', () => {
    const clipboard = fakeClipboard();
    expect(new SecretClipboard(clipboard).copy('canary')).toEqual({ clearAfterSeconds: 30 });
    vi.advanceTimersByTime(29_999);
    expect(clipboard.readText()).toBe('canary');
    vi.advanceTimersByTime(1);
    expect(clipboard.readText()).toBe('');
  });

  it('leaves what the person copied since', () => {
    const clipboard = fakeClipboard();
    new SecretClipboard(clipboard).copy('canary');
    clipboard.writeText('a shopping list');
    vi.advanceTimersByTime(60_000);
    expect(clipboard.readText()).toBe('a shopping list');
  });

  it('counts from the last copy', () => {
    const clipboard = fakeClipboard();
    const secrets = new SecretClipboard(clipboard);
    secrets.copy('first');
    vi.advanceTimersByTime(20_000);
    secrets.copy('second');
    vi.advanceTimersByTime(20_000);
    expect(clipboard.readText()).toBe('second');
    vi.advanceTimersByTime(10_000);
    expect(clipboard.readText()).toBe('');
  });

  it('clears on quitting', () => {
    const clipboard = fakeClipboard();
    const secrets = new SecretClipboard(clipboard);
    secrets.copy('canary');
    secrets.clearIfOurs();
    expect(clipboard.readText()).toBe('');
  });
});
