/* Reads failed tests from both runners' reports, to repeat them after all other output. */

/** @typedef {{ name: string, message: string }} Failure */

/** @typedef {import('@playwright/test/reporter').JSONReportSuite} Suite */

const MOST_LINES = 12;
/** ANSI escape sequences. */
const COLOURS = new RegExp(`${String.fromCharCode(27)}\\[[\\d;]*m`, 'g');

/** @param {string | undefined} text */
const short = (text) =>
  (text ?? '')
    .replaceAll(COLOURS, '')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .slice(0, MOST_LINES)
    .join('\n');

/**
 * @param {Pick<import('vitest/node').JsonTestResults, 'testResults'>} report of Vitest
 * @returns {Failure[]}
 */
export const failedInVitest = ({ testResults }) =>
  testResults.flatMap(({ name, message, assertionResults }) => {
    const failed = assertionResults
      .filter(({ status }) => status === 'failed')
      .map(({ fullName, failureMessages }) => ({
        name: `${name}: ${fullName}`,
        message: short(failureMessages?.[0]),
      }));
    // A file that failed to load has no tests.
    return failed.length === 0 && assertionResults.length === 0
      ? [{ name, message: short(message) }]
      : failed;
  });

/**
 * @param {Pick<import('@playwright/test/reporter').JSONReport, 'suites'>} report of Playwright
 * @returns {Failure[]}
 */
export const failedInPlaywright = ({ suites }) => suites.flatMap((suite) => inSuite(suite, []));

/**
 * @param {Suite} suite
 * @param {readonly string[]} above the titles of the suites around it
 * @returns {Failure[]}
 */
function inSuite({ title, suites = [], specs }, above) {
  const names = [...above, title];
  return [
    ...specs
      .filter(({ ok }) => !ok)
      .map((spec) => ({
        name: [...names, spec.title].join(' › '),
        message: short(spec.tests[0]?.results.find(({ error }) => error !== undefined)?.error?.message),
      })),
    ...suites.flatMap((suite) => inSuite(suite, names)),
  ];
}
