import * as oauth from 'oauth4webapi';
import { describe, expect, it } from 'vitest';
import * as parts from '../../../electron/sign-in/fetch-parts';

/* The build hands these to oauth4webapi; here they are held to Node's own, and the library to them. */

const kinds = [
  ['ours', parts.Headers],
  ['Node’s own', Headers],
] as const;

describe.each(kinds)('header lines, %s', (_whose, Lines) => {
  it('are found and replaced whatever the case of their names', () => {
    const lines = new Lines({ Accept: 'text/html' });
    lines.set('Authorization', 'Basic x');
    lines.set('ACCEPT', 'application/json');
    expect([
      lines.has('accept'),
      lines.get('aCCept'),
      lines.has('user-agent'),
      lines.get('user-agent'),
    ]).toEqual([true, 'application/json', false, null]);
    expect(Object.fromEntries(lines.entries())).toEqual({
      accept: 'application/json',
      authorization: 'Basic x',
    });
  });
});

describe('an answer', () => {
  const read = (value: unknown) =>
    oauth.processGenericTokenEndpointResponse(
      { issuer: 'https://sis.test' },
      { client_id: 'maple' },
      new parts.Response(value) as unknown as Response,
    );

  it('is taken for one by the library', async () => {
    expect(await read({ access_token: 'a', token_type: 'Bearer' })).toEqual({
      access_token: 'a',
      token_type: 'bearer',
    });
  });

  it('is refused by the library for what is in it', async () => {
    await expect(read({ token_type: 'Bearer' })).rejects.toThrow('access_token');
    await expect(read([])).rejects.toThrow('top level object');
  });
});
