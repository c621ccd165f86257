import { FakeMain } from '../fakes/bridge';

/* Put into the page before its own scripts, in the preload's place. */
const main = new FakeMain(window.scenario ?? {});
Object.assign(window, {
  fake: main.controls,
  wizard: {
    call: (...args: Parameters<FakeMain['call']>) => main.call(...args),
    on: (...args: Parameters<FakeMain['on']>) => main.on(...args),
  },
});
