/*
 * Tells whoever started the test runner, over Node's own channel to a parent, which tests begin and end. One class for
 * both runners, which ask for different methods: Vitest for the first five, Playwright for the others.
 */

/**
 * @typedef {{ test: string, file: string, what: 'begun' | 'step' | 'ended' }} TestEvent the file of a test that is one itself is ''
 */

/** Without such a parent (a runner that was started by hand) nobody is told. */
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
  /** Each press and each wait is one: a long test that still does something is not silent. */
  onStepEnd(test) {
    tell('step', playwrightName(test));
  }
  printsToStdio() {
    return false;
  }
}
