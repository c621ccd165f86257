import { bridge } from '../bridge';

let shown = 0;

/** Main is told when the first secret stands on the screen, and when the last one is hidden again. */
export function tellShown(): () => void {
  shown += 1;
  void bridge.call('secrets-shown', { shown: true });
  return () => {
    shown -= 1;
    if (shown === 0) void bridge.call('secrets-shown', { shown: false });
  };
}
