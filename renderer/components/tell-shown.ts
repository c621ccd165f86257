import { bridge } from '../bridge';

let shown = 0;

/** Tells main when the first secret is revealed and when the last one is hidden again. */
export function tellShown(): () => void {
  shown += 1;
  void bridge.call('secrets-shown', { shown: true });
  return () => {
    shown -= 1;
    if (shown === 0) void bridge.call('secrets-shown', { shown: false });
  };
}
