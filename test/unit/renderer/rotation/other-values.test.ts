import { systems } from '@systems/catalogue';
import { expect, it } from 'vitest';
import { otherValues } from '../../../../renderer/rotation/other-values';
import { aConnection } from '../../../fakes/connections';

const oneroster = aConnection({
  system: 'oneroster',
  values: {
    serverUrl: 'https://sis.maple.example',
    version: '1.1',
    signIn: 'oauth2',
    tokenUrl: 'https://sis.maple.example/oauth/token',
    clientId: 'maple-roster',
  },
});
const said = (text: string) => otherValues(systems.oneroster, oneroster, text);

it('names what a reply says otherwise than what is saved', () => {
  const moved = 'https://login.maple.example/oauth/token';
  expect(said(`Token URL: ${moved}\nClient ID: fresh\nClient Secret: fresh-secret`)).toEqual([
    { field: 'tokenUrl', value: moved },
  ]);
  // The text may name both the old and the new one.
  expect(said(`Token URL: ${oneroster.values.tokenUrl}\nToken URL: ${moved}`)).toEqual([
    { field: 'tokenUrl', value: moved },
  ]);
});

it('says nothing of the new values themselves, nor of what changes nothing', () => {
  expect(said('Client ID: fresh\nClient Secret: fresh-secret')).toEqual([]);
  expect(
    said('Server URL: https://sis.maple.example/\nToken URL: https://sis.maple.example/oauth/token'),
  ).toEqual([]);
  const signed = { ...oneroster, values: { ...oneroster.values, signIn: 'oauth1' } };
  // A signed sign-in has no token address.
  expect(otherValues(systems.oneroster, signed, 'Token URL: https://elsewhere.example/token')).toEqual([]);
});

it('takes a request to the saved server for nothing new', () => {
  const proxied = {
    values: { proxyUrl: 'https://proxy.maple.example/v1', applicationId: 'a' },
    practice: false,
  };
  const request = (server: string) => `curl -H 'Authorization: Bearer t0k3n' ${server}/orgs`;
  const other = (server: string) => otherValues(systems['classlink-proxy'], proxied, request(server));
  expect(other('https://proxy.maple.example/v1')).toEqual([]);
  expect(other('https://elsewhere.example/v1').map(({ field }) => field)).toEqual(['proxyUrl', 'proxyUrl']);
});

it('reads whatever was pasted, for every system', () => {
  for (const system of Object.values(systems)) {
    const text = Object.values(system.replyLabels)
      .flatMap((labels) => labels.map((label) => `${label}: https://[ %zz\n${label}: javascript:0`))
      .join('\n');
    expect(() => otherValues(system, { values: {}, practice: false }, text)).not.toThrow();
  }
});
