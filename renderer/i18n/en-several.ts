import type { TestAllRow } from '@contract/several';

type Ended = Exclude<TestAllRow['state'], 'waiting' | 'running'>;
type LeftOut = NonNullable<TestAllRow['leftOut']>;

/** Parts of "38 proved, 1 did not pass and 1 left out". */
const counted: Record<`${Ended}_${'one' | 'other'}`, string> = {
  proved_one: '{{count}} proved',
  proved_other: '{{count}} proved',
  'not-proved_one': '{{count}} not proved yet',
  'not-proved_other': '{{count}} not proved yet',
  stopped_one: '{{count}} stopped',
  stopped_other: '{{count}} stopped',
  'left-out_one': '{{count}} left out',
  'left-out_other': '{{count}} left out',
  'not-tested_one': '{{count}} not tested',
  'not-tested_other': '{{count}} not tested',
};

/** In the summary: why some were left out, and how each is tested all the same. */
const leftOut: Record<`${LeftOut}_${'one' | 'other'}`, string> = {
  rejected_one:
    'One was left out because its credentials were refused: sent again unasked, they could lock the account. It is tested again once one of its values changes, or by its own button “Test this one anyway”.',
  rejected_other:
    '{{count}} were left out because their credentials were refused: sent again unasked, they could lock the accounts. Each is tested again once one of its values changes, or by its own button “Test this one anyway”.',
  unfinished_one: 'One was left out because its values have not been entered yet. Continue its setup first.',
  unfinished_other:
    '{{count}} were left out because their values have not been entered yet. Continue their setup first.',
  browser_one:
    'One was left out because its sign-in is a page in your browser, which only you can answer. Test it alone.',
  browser_other:
    '{{count}} were left out because their sign-in is a page in your browser, which only you can answer. Test each alone.',
};

/** On the row itself. */
const leftOutRow: Record<LeftOut, string> = {
  rejected: 'Left out: the credentials were refused, and sending them again unasked could lock the account.',
  unfinished: 'Left out: its values have not been entered yet.',
  browser: 'Left out: its sign-in is a page in your browser.',
};

/** On the row, in the place of how it stood before. */
const notSavedRow: Record<Extract<Ended, 'proved' | 'not-proved' | 'stopped'>, string> = {
  proved: 'Proved this time; the result could not be saved.',
  'not-proved': 'Not proved this time; the result could not be saved.',
  stopped: 'Stopped this time; the result could not be saved.',
};

/** "Test all" on the list of connections. */
export const several = {
  testing: 'Testing all connections',
  progress: 'Tested',
  of: '{{done}} of {{all}}',
  hint: 'At most eight at a time, each for one minute at most. You may leave this list; the test goes on.',
  cancel: 'Cancel',
  cancelling: 'Stopping the test',
  close: 'Close',
  nothing: 'There was nothing to test',
  cancelled: 'You stopped the test',
  slept: 'The test was stopped because the computer went to sleep',
  kept: '{{counts}}. What had ended by then is kept.',
  notSaved_one:
    'One result could not be saved: the disk may be full or the folder read-only. What was saved before is untouched.',
  notSaved_other:
    '{{count}} results could not be saved: the disk may be full or the folder read-only. What was saved before is untouched.',
  counted,
  leftOut,
  row: {
    waiting: 'Waiting for its turn',
    running: 'Being tested…',
    leftOut: leftOutRow,
    notTested: 'Not tested this time.',
    notSaved: notSavedRow,
  },
  testAlone: 'Test this one anyway',
};
