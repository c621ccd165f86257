/*
 * Reports to the runner's parent process, over Node's IPC channel, which tests start and end. One class serves both
 * runners, which call different methods: Vitest the first five, Playwright the others.
 */

/**
 * @typedef {{ test: string, file: string, what: 'begun' | 'step' | 'ended' }} TestEvent `file` is '' if `test` itself
 *   is a file
 */

/** @typedef {import('vitest/node').TestCase} VitestTest */
/** @typedef {import('vitest/node').TestModule} VitestModule */
/** @typedef {import('@playwright/test/reporter').TestCase} PlaywrightTest */

/**
 * No channel when the runner was started by hand.
 * @param {TestEvent['what']} what
 * @param {string} test
 */
const tell = (what, test, file = '') => process.send?.({ test, file, what });

/** @param {VitestTest} test */
const vitestName = (test) => `${test.module.relativeModuleId} › ${test.fullName}`;
/** @param {PlaywrightTest} test */
const playwrightName = (test) => test.titlePath().filter(Boolean).join(' › ');

export default class RunningTests {
  /** @param {VitestModule} module */
  onTestModuleStart(module) {
    tell('begun', module.relativeModuleId);
  }
  /** @param {VitestModule} module */
  onTestModuleEnd(module) {
    tell('ended', module.relativeModuleId);
  }
  /** @param {VitestTest} test */
  onTestCaseReady(test) {
    tell('begun', vitestName(test), test.module.relativeModuleId);
  }
  /** @param {VitestTest} test */
  onTestCaseResult(test) {
    tell('ended', vitestName(test), test.module.relativeModuleId);
  }
  /** @param {PlaywrightTest} test */
  onTestBegin(test) {
    tell('begun', playwrightName(test));
  }
  /** @param {PlaywrightTest} test */
  onTestEnd(test) {
    tell('ended', playwrightName(test));
  }
  /**
   * Every press and every wait counts as a step, so a long test that is still doing something is not silent.
   * @param {PlaywrightTest} test
   */
  onStepEnd(test) {
    tell('step', playwrightName(test));
  }
  printsToStdio() {
    return false;
  }
}
