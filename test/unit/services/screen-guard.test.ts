import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ScreenGuard } from '../../../electron/services/screen-guard';

function guarding(platform: NodeJS.Platform, state = { assisted: false, wanted: true }) {
  const told: boolean[] = [];
  const guard = new ScreenGuard({
    platform,
    protect: (on) => told.push(on),
    isAssisted: () => state.assisted,
    isWanted: () => state.wanted,
  });
  return { guard, told, state };
}

describe('the screen guard', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it.each(['win32', 'darwin'] as const)('protects on %s only while a secret is shown', (platform) => {
    const { guard, told } = guarding(platform);
    guard.shown(true);
    guard.shown(false);
    expect(told).toEqual([true, false]);
  });

  it('does nothing where the system has no way, and says so', () => {
    const { guard, told } = guarding('linux');
    guard.shown(true);
    expect(told).toEqual([]);
    expect(guard.view.supported).toBe(false);
  });

  it('never blinds an assistive tool, also one that comes while a secret is shown', () => {
    const { guard, told, state } = guarding('win32', { assisted: true, wanted: true });
    guard.shown(true);
    expect(told).toEqual([false]);
    state.assisted = false;
    guard.shown(true);
    state.assisted = true;
    guard.refresh();
    expect(told).toEqual([false, true, false]);
  });

  it('can be turned off', () => {
    const { guard, told } = guarding('darwin', { assisted: false, wanted: false });
    guard.shown(true);
    expect(told).toEqual([false]);
  });

  it('ends by itself when the window says nothing any more', () => {
    const { guard, told } = guarding('win32');
    guard.shown(true);
    vi.advanceTimersByTime(35_000);
    expect(told).toEqual([true, false]);
  });
});
