import { FakeMain } from '../fakes/bridge';

/* Injected before the page's own scripts, in place of the preload. */
const main = new FakeMain(window.scenario ?? {});
Object.assign(window, {
  fake: main.controls,
  wizard: {
    call: (...args: Parameters<FakeMain['call']>) => main.call(...args),
    on: (...args: Parameters<FakeMain['on']>) => main.on(...args),
  },
});
