import { ok, refuse } from '@contract/result';
import { expect, test } from 'vitest';
import { readTokenAnswer } from '../../../electron/sign-in/token-answer';

const due = { access_token: 'abc.DEF-123~', token_type: 'Bearer' };

test.each([
  ['the two members that must be there', due],
  ['a number of seconds', { ...due, expires_in: 3600 }],
  ['a number of seconds as a text', { ...due, expires_in: '3600' }],
  ['a token that is over at once', { ...due, expires_in: 0 }],
  ['all that may stand there', { ...due, refresh_token: 'r', scope: '' }],
  ['an ID token of any kind', { ...due, id_token: 7 }],
])('%s make a token', (_what, answer) => {
  expect(readTokenAnswer(answer)).toEqual(ok(due.access_token));
});

test.each([
  ['access_token', null],
  ['access_token', 'abc'],
  ['access_token', [due]],
  ['access_token', { token_type: 'Bearer' }],
  ['access_token', { ...due, access_token: '' }],
  ['access_token', { ...due, access_token: 'two\nlines' }],
  ['token_type', { access_token: 'abc' }],
  ['token_type', { ...due, token_type: 'mac' }],
  ['token_type', { ...due, token_type: null }],
  ['other', { ...due, expires_in: 'soon' }],
  ['other', { ...due, expires_in: -1 }],
  ['other', { ...due, expires_in: null }],
  ['other', { ...due, refresh_token: '' }],
  ['other', { ...due, refresh_token: null }],
  ['other', { ...due, scope: ['read'] }],
] as const)('names %s in %j', (problem, answer) => {
  expect(readTokenAnswer(answer)).toEqual(refuse(problem));
});
