import { classlinkDirect } from '@systems/classlink-direct';
import { describe, expect, it } from 'vitest';

const values = { serverUrl: 'https://d-ca-v2.oneroster.example', clientId: '0fc7e3577example' };
const SERVICE = 'https://d-ca-v2.oneroster.example/ims/oneroster/v1p1';

describe('the plan', () => {
  it.each([values.serverUrl, SERVICE, `${SERVICE}/`, `${SERVICE}/orgs`])(
    'is the same for %s',
    (serverUrl) => {
      const plan = classlinkDirect.plan({ ...values, serverUrl }, false);
      expect(plan.addresses).toEqual([{ subject: null, url: SERVICE }]);
      expect(plan.permission[0]).toMatchObject({ subject: 'orgs', url: `${SERVICE}/orgs?limit=1` });
      expect(plan.reach).toBeNull();
    },
  );

  it.each([
    [undefined, 'HMAC-SHA256'],
    ['', 'HMAC-SHA256'],
    ['HMAC-SHA256', 'HMAC-SHA256'],
    ['HMAC-SHA1', 'HMAC-SHA1'],
  ])('signs %j with %s', (signatureMethod, used) => {
    const chosen = signatureMethod === undefined ? {} : { signatureMethod };
    expect(classlinkDirect.plan({ ...values, ...chosen }, false).signIn).toEqual({
      kind: 'oauth1',
      clientId: values.clientId,
      secretField: 'clientSecret',
      signatureMethod: used,
    });
  });

  it('offers the other method after a refused signature, never by itself', () => {
    const [other] = classlinkDirect.alternatives ?? [];
    const plan = classlinkDirect.plan(values, false);
    expect(other?.changes).toBe('signature-method');
    expect(other?.change(plan, values)?.signIn).toMatchObject({ signatureMethod: 'HMAC-SHA1' });
    expect(plan.signIn).toMatchObject({ signatureMethod: 'HMAC-SHA256' });
  });
});

it('shows the address it makes, and takes both forms without a note', () => {
  expect(classlinkDirect.tidied?.(values)).toEqual({ serverUrl: SERVICE });
  const noted = (serverUrl: string) => classlinkDirect.notes({ ...values, serverUrl }, [], 'test');
  expect(noted(values.serverUrl)).toEqual([]);
  expect(noted(`${SERVICE}/`)).toEqual([]);
  expect(noted(`${SERVICE}/orgs?limit=1`)).toEqual([
    { code: 'address-tidied', field: 'serverUrl', severity: 'warns', repaired: values.serverUrl },
  ]);
});

it('remarks on the older signature and on the ID pasted as the secret', () => {
  expect(classlinkDirect.notes({ ...values, signatureMethod: 'HMAC-SHA1' }, [], 'test')[0]?.words).toBe(
    'older-signature',
  );
  expect(classlinkDirect.secretNotes?.('clientSecret', values.clientId, values)[0]?.words).toBe('same-as-id');
  expect(classlinkDirect.secretNotes?.('clientSecret', 'other', values)).toEqual([]);
});

it('binds the secret to the server', () => {
  expect(classlinkDirect.secretOrigins(values)).toEqual({ clientSecret: [values.serverUrl] });
});
