import type { FindingCode } from '@contract/findings';
import { oneroster, onsis, powerschool } from './connections';
import type { CheckedConnection } from './fault';
import type { Workshop } from './workshop';

/* Faults found before anything is sent. */

export function valueFaults(shop: Workshop): void {
  const server = 'https://values.school.test';
  const good = powerschool(server);
  const with_ = (
    connection: CheckedConnection,
    values: Readonly<Record<string, string>>,
  ): CheckedConnection => ({
    ...connection,
    values: { ...connection.values, ...values },
  });
  const row = (code: FindingCode, what: string, subject: string, connection: CheckedConnection) =>
    shop.add({
      id: `value-${code}`,
      what,
      by: 'nobody',
      world: 'plain',
      connection,
      expected: { step: 'fields', code, subject },
    });
  row('field-missing', 'no Client ID', 'clientId', with_(good, { clientId: '' }));
  row(
    'field-invalid',
    'a version that does not exist',
    'version',
    with_(oneroster(server), { version: '9' }),
  );
  row('insecure-address', 'an http address', 'serverUrl', powerschool('http://values.school.test'));
  const twice = onsis(server, server, server);
  row(
    'same-address-twice',
    'OnSIS: the token address is the API address',
    'apiUrl',
    with_(twice, { apiUrl: `${server}/token` }),
  );
  row('secret-missing', 'no secret', 'clientSecret', { ...good, secrets: {} });
}
