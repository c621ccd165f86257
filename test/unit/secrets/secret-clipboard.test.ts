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

  it('clears after 30 s, not before', async () => {
    const clipboard = fakeClipboard();
    expect(await new SecretClipboard(clipboard).copy('canary')).toEqual({ clearAfterSeconds: 30 });
    vi.advanceTimersByTime(29_999);
    expect(clipboard.readText()).toBe('canary');
    await vi.advanceTimersByTimeAsync(1);
    expect(clipboard.readText()).toBe('');
  });

  it('leaves what the person copied since', async () => {
    const clipboard = fakeClipboard();
    await new SecretClipboard(clipboard).copy('canary');
    clipboard.writeText('a shopping list');
    await vi.advanceTimersByTimeAsync(60_000);
    expect(clipboard.readText()).toBe('a shopping list');
  });

  it('counts from the last copy', async () => {
    const clipboard = fakeClipboard();
    const secrets = new SecretClipboard(clipboard);
    await secrets.copy('first');
    await vi.advanceTimersByTimeAsync(20_000);
    await secrets.copy('second');
    await vi.advanceTimersByTimeAsync(20_000);
    expect(clipboard.readText()).toBe('second');
    await vi.advanceTimersByTimeAsync(10_000);
    expect(clipboard.readText()).toBe('');
  });

  it('clears on quitting', async () => {
    const clipboard = fakeClipboard();
    const secrets = new SecretClipboard(clipboard);
    await secrets.copy('canary');
    expect(secrets.holds).toBe(true);
    await secrets.clearIfOurs();
    expect(secrets.holds).toBe(false);
    expect(clipboard.readText()).toBe('');
  });

  it('clears at once for an end that waits for nothing, but not what the person copied since', async () => {
    const clipboard = fakeClipboard();
    const secrets = new SecretClipboard(clipboard);
    await secrets.copy('canary');
    secrets.clearAtOnce();
    expect(secrets.holds).toBe(false);
    expect(clipboard.readText()).toBe('');
    await secrets.copy('canary');
    clipboard.writeText('a shopping list');
    secrets.clearAtOnce();
    expect(clipboard.readText()).toBe('a shopping list');
  });

  it('clears at once where the clipboard answers only later, or not at all', async () => {
    const clipboard = fakeClipboard();
    const secrets = new SecretClipboard({
      ...clipboard,
      readText: () => Promise.reject(new Error('No clipboard')),
    });
    await secrets.copy('canary');
    secrets.clearAtOnce();
    expect(clipboard.readText()).toBe('');
  });
});
