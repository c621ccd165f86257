import { isPrintable } from '@contract/printable';
import { ok, type Result, refuse } from '@contract/result';
import type { Reading } from '@systems/system';
import type { Waiting } from '../http/waiting';
import type { StoreIdentity } from './port';
import { dataOf, isDenied, memberOf, readRefusal } from './store-answers';
import type { StoreLine, TokenPort } from './store-line';
import { instantOf } from './versions';

/** Of a person's name in the store. */
const LONGEST_NAME = 120;

/**
 * Whose token it is, and until when. Fails with `store-sign-in-ended` if the store does not know it (any more).
 *
 * @param sent what was sent to sign in, which is nobody's name
 */
export async function askWhoIAm(
  line: StoreLine,
  token: TokenPort,
  waiting: () => Waiting,
  sent: readonly string[] = [],
): Promise<Result<StoreIdentity, Reading>> {
  const asked = await line.ask({ path: 'auth/token/lookup-self', token, isAboutToken: true }, waiting);
  if (!asked.ok) return asked;
  const { answer, url } = asked.value;
  const reading = readRefusal(answer, url);
  // Every token may ask about itself (docs/vendors/shared-store.md#tokens).
  if (isDenied(answer)) return refuse({ ...reading, code: 'store-sign-in-ended' });
  if (answer.status !== 200) return refuse(reading);
  const identity = identityOf(dataOf(answer), [token() ?? '', ...sent]);
  return identity === null ? refuse(reading) : ok(identity);
}

function identityOf(data: unknown, secrets: readonly string[]): StoreIdentity | null {
  const meta = memberOf(data, 'meta');
  const names = [
    ...['username', 'email', 'role_name', 'role'].map((name) => memberOf(meta, name)),
    memberOf(data, 'display_name'),
  ];
  const person = names.find(
    (name): name is string =>
      typeof name === 'string' &&
      name.trim() !== '' &&
      name.length <= LONGEST_NAME &&
      isPrintable(name) &&
      !secrets.some((secret) => secret !== '' && name.includes(secret)),
  );
  const expires = memberOf(data, 'expire_time');
  const until = expires === null || expires === undefined ? null : instantOf(expires);
  if (person === undefined || (until === null && typeof expires === 'string')) return null;
  return { person, until };
}
