import { describe, expect, it } from 'vitest';
import { historyCsv } from '../../../electron/ipc/history-csv';

const entry = {
  at: '2026-01-05T08:00:00.000Z',
  connection: '0b6f2f0e-5f0f-4d55-9a4e-000000000000',
  name: 'Maple DSB',
  system: 'onsis',
  field: 'clientSecret',
  action: 'revealed',
} as const;

describe('the history as a table', () => {
  it('has a head and a line for each action, in either language', () => {
    expect(historyCsv([entry], 'en')).toBe(
      '\uFEFF"Time (UTC)","System","Connection","Field","What was done"\r\n' +
        '"2026-01-05T08:00:00.000Z","OnSIS","Maple DSB","Client Secret","Shown"\r\n',
    );
    expect(historyCsv([entry], 'fr')).toContain('"Affiché"');
  });

  it.each([
    '=HYPERLINK("x")',
    '+1',
    '-1',
    '@SUM(A1)',
    ' =1',
    '\t=1',
    '|cmd',
    '%0A',
    '＝1',
    '＋1',
    '－1',
    '＠SUM(A1)',
  ])('takes %j for text', (name) => {
    const [, line] = historyCsv([{ ...entry, name }], 'en').split('\r\n');
    expect(line).toContain(`,"'${name.replaceAll('"', '""')}",`);
  });

  it.each([
    ['Maple;=1', "Maple;'=1"],
    ['Maple; ＝1', "Maple;' ＝1"],
    ['Maple,@SUM(A1)', "Maple,'@SUM(A1)"],
    ['Maple"=1', `Maple"'=1`],
    ['Maple\n+1', "Maple\n'+1"],
  ])('takes a formula behind a separator for text: %j', (name, written) => {
    expect(historyCsv([{ ...entry, name }], 'en')).toContain(`"${written.replaceAll('"', '""')}"`);
  });

  it('changes no name that a spreadsheet takes for text', () => {
    for (const name of ['St. Mary’s - North', 'A+B', 'Maple; North', 'a@b'])
      expect(historyCsv([{ ...entry, name }], 'en')).toContain(`"${name}"`);
  });

  it('keeps quotation marks and commas inside their cell', () => {
    expect(historyCsv([{ ...entry, name: 'A "B", C' }], 'en')).toContain('"A ""B"", C"');
  });
});
