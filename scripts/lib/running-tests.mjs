/*
 * Reports to the runner's parent process, over Node's IPC channel, which tests start and end. One class serves both
 * runners, which call different methods: Vitest the first five, Playwright the others.
 */

/**
 * @typedef {{ test: string, file: string, what: 'begun' | 'step' | 'ended' }} TestEvent `file` is '' if `test` itself
 *   is a file
 */

/** No channel when the runner was started by hand. */
const tell = (what, test, file = '') => process.send?.({ test, file, what });

const vitestName = (test) => `${test.module.relativeModuleId} › ${test.fullName}`;
const playwrightName = (test) => test.titlePath().filter(Boolean).join(' › ');

export default class RunningTests {
  onTestModuleStart(module) {
    tell('begun', module.relativeModuleId);
  }
  onTestModuleEnd(module) {
    tell('ended', module.relativeModuleId);
  }
  onTestCaseReady(test) {
    tell('begun', vitestName(test), test.module.relativeModuleId);
  }
  onTestCaseResult(test) {
    tell('ended', vitestName(test), test.module.relativeModuleId);
  }
  onTestBegin(test) {
    tell('begun', playwrightName(test));
  }
  onTestEnd(test) {
    tell('ended', playwrightName(test));
  }
  /** Every press and every wait counts as a step, so a long test that is still doing something is not silent. */
  onStepEnd(test) {
    tell('step', playwrightName(test));
  }
  printsToStdio() {
    return false;
  }
}
