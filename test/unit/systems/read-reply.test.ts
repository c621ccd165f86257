import { onsis } from '@systems/onsis';
import { readReply } from '@systems/read-reply';
import { describe, expect, it } from 'vitest';
import { ID, replies, replyValues, SECRET } from '../../support/replies';
import { timesAsLong } from '../../support/times-as-long';

const found = (text: string): Record<string, string> =>
  Object.fromEntries(readReply(onsis, text).found.map(({ field, value }) => [field, value]));
const doubts = (text: string): Record<string, readonly string[]> =>
  Object.fromEntries(
    readReply(onsis, text).doubts.map(({ field, candidates }) => [
      field,
      candidates.map(({ value }) => value),
    ]),
  );

describe('readReply', () => {
  it.each(Object.entries(replies))('reads %s', (_, text) => {
    expect(doubts(text)).toEqual({});
    expect(found(text)).toEqual(replyValues);
  });

  it('says behind which label each value stands', () => {
    const text = `Hello\n> Client ID : ${ID}\r\n\tClient Secret:\t${SECRET}\n`;
    expect(readReply(onsis, text).found.map(({ label }) => label)).toEqual(['Client ID', 'Client Secret']);
  });

  it('leaves test and production side by side to the person', () => {
    const text = `API URL / Port (Test): https://test.onsis.example
API URL / Port (Production): https://prod.onsis.example`;
    expect(found(text)).toEqual({});
    const [doubt] = readReply(onsis, text).doubts;
    expect(doubt?.candidates.map(({ label, value }) => [label, value])).toEqual([
      ['API URL / Port (Test)', 'https://test.onsis.example'],
      ['API URL / Port (Production)', 'https://prod.onsis.example'],
    ]);
  });

  it('does not doubt a value that is only repeated', () => {
    expect(found(`Client ID: ${ID}\nAgain, your Client ID: ${ID}`)).toEqual({ clientId: ID });
  });

  it('offers a port that is told apart from the address', () => {
    expect(doubts('API URL / Port: https://api.onsis.example / 8443')).toEqual({
      apiUrl: ['https://api.onsis.example', 'https://api.onsis.example:8443'],
    });
    expect(doubts('API URL / Port: https://api.onsis.example/v1, port 8443')).toEqual({
      apiUrl: ['https://api.onsis.example/v1', 'https://api.onsis.example:8443/v1'],
    });
  });

  it.each([
    ["'", "'"],
    ['"', '"'],
  ])('asks whether %s around a secret belongs to it', (open, close) => {
    const wrapped = `${open}${SECRET}${close}`;
    expect(doubts(`Client Secret: ${wrapped}`)).toEqual({ clientSecret: [wrapped, SECRET] });
    expect(found(`Client ID: ${open}${ID}${close}`)).toEqual({ clientId: ID });
  });

  it('takes the marks of code around a secret for marks', () => {
    expect(found(`Client Secret: \`${SECRET}\``)).toEqual({ clientSecret: SECRET });
  });

  it('asks whether a full stop ends the secret or the sentence', () => {
    expect(doubts(`Client Secret: ${SECRET}.`)).toEqual({ clientSecret: [`${SECRET}.`, SECRET] });
  });

  it('takes no punctuation, nor the blank before it, into an identifier', () => {
    expect(found(`Identifiant client\u202f:\u00a0${ID}\u00a0;`)).toEqual({ clientId: ID });
  });

  it('keeps every character of a secret, odd ones and inner blanks included', () => {
    for (const secret of [
      'a b',
      'x\u00a0y8',
      '-lead',
      '>q9',
      '=pad==',
      'ünï©ode',
      'zero\u200bwidth',
      '#7$&%+/\\|',
    ]) {
      expect(found(`Client Secret: ${secret}`)).toEqual({ clientSecret: secret });
    }
    expect(found('Client Secret:\n-kP7*\n')).toEqual({ clientSecret: '-kP7*' });
  });

  it.each([
    'Client Secret: will follow in a separate e-mail',
    'Client Secret: see below',
    'Client Secret: to follow',
    'Client Secret: ********',
    'Client Secret\n\nThank you,',
    'Secret client : envoyé dans un courriel séparé',
    'Scopes: see the attached document',
    '- Scopes\n\nThank you,',
    'API URL / Port: to be confirmed',
    'Authentication URL/Board:',
    'https://auth.onsis.example/authorize?client_id=abc&scope=demo.read',
    'Redirect URL: https://sms.mapleboard.example/onsis/callback',
    'Please keep the Client ID and the Client Secret safe.',
    '',
    '\u0000\ufffe',
  ])('takes no value from %j', (text) => {
    expect(readReply(onsis, text)).toMatchObject({ found: [], doubts: [] });
  });

  it('joins an address wrapped inside angle brackets, and asks about any other', () => {
    expect(found('Token URL: <https://auth.onsis.example/very/long/\npath/token>')).toEqual({
      tokenUrl: 'https://auth.onsis.example/very/long/path/token',
    });
    expect(doubts('Token URL: https://auth.onsis.example/very/long/\npath/token')).toEqual({
      tokenUrl: ['https://auth.onsis.example/very/long/', 'https://auth.onsis.example/very/long/path/token'],
    });
  });

  it('finds an address without its scheme, as it stands there', () => {
    expect(found('API URL / Port: api.onsis.example:8443')).toEqual({ apiUrl: 'api.onsis.example:8443' });
  });

  it('never throws and stays within the text, whatever is pasted', () => {
    const pieces = [
      ...Object.values(replyValues),
      ...Object.values(replies).slice(0, 6),
      'Client ID',
      'Client Secret:',
      'Scopes',
      'API URL / Port',
      'URL du jeton',
      ':',
      '=',
      '\t',
      '|',
      '\n',
      '\r\n',
      ' ',
      '  ',
      '> ',
      '- ',
      '(',
      ')',
      '<',
      '>',
      '"',
      '“',
      '”',
      '«',
      '»',
      '*',
      '**',
      '\u00a0',
      '\u200b',
      '\ud83d',
      '🎓',
      'e\u0301',
      'the',
      '1.',
      '\u0000',
      '\u2028',
      'https://',
      'http://[',
      '\\',
    ];
    let seed = 20_260_105;
    const random = (below: number) => {
      seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
      return seed % below;
    };
    for (let run = 0; run < 5000; run += 1) {
      let text = '';
      for (let part = random(30); part >= 0; part -= 1) text += pieces[random(pieces.length)] ?? '';
      const { found: values, doubts: choices } = readReply(onsis, text);
      for (const { value } of [...values, ...choices.flatMap(({ candidates }) => candidates)])
        expect(value).not.toBe('');
      // A single candidate becomes a question if the text leaves doubt.
      for (const { candidates } of choices) expect(candidates.length).toBeGreaterThan(0);
    }
  });

  const size = 200_000;
  it.each(
    Object.entries({
      colons: ':'.repeat(size),
      blanks: ' '.repeat(size),
      'quote marks': '>'.repeat(size),
      'brackets after a label': `Client Secret: ${'('.repeat(size)}`,
      'blanks after a label': `Client Secret: a${' '.repeat(size)}b`,
      'slashes after a label': `API URL: https://${'/'.repeat(size)}`,
      'full stops after an address': `API URL: https://a${'.'.repeat(size)}`,
      'brackets after an address': `API URL: https://a${')'.repeat(size)}`,
      'underscores below scopes': `Scopes:\n${'_'.repeat(size)}é`,
      'underscores after scopes': `Scopes: a.b\n${'_'.repeat(size)}é`,
      'stars after a label': `Client Secret: ${'*'.repeat(size)}`,
      labels: 'Client ID: a\n'.repeat(size / 13),
      'labels on one line': 'Client ID: a '.repeat(size / 13),
      'labels without values': 'Client ID\n'.repeat(size / 10),
      'scopes without end': `Scopes:\n${'a.b\n'.repeat(size / 4)}`,
      'heading rows': 'Client ID\tScopes\n'.repeat(size / 17),
      tabs: '\t'.repeat(size),
      'bars after a label': `| Client ID ${'|'.repeat(size)}`,
      'combining marks': `Client ID${'\u0301'.repeat(size)}: x`,
      dashes: ' - '.repeat(size / 3),
      'angle brackets': `Token URL: <https://a${'b'.repeat(size)}`,
    }),
  )('needs time only in proportion to its length: %s', (_, text) => {
    const reading = (part: string) => () => void readReply(onsis, part);
    expect(timesAsLong(reading(text.slice(0, text.length / 8)), reading(text))).toBeLessThan(24);
  });
});
