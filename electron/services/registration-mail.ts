import type { Connection } from '@contract/connection';
import type { Language } from '@contract/languages';
import { ok, type Result, refuse } from '@contract/result';
import { isGuardLink } from '@systems/addresses/held-address';
import { systemById } from '@systems/catalogue';
import type { RegistrationMail } from '@systems/system';

/** The message that asks for a registration, made from what is saved. */
export function registrationMail(
  connection: Connection | undefined,
  language: Language,
): Result<RegistrationMail, 'not-found' | 'not-now'> {
  // A rehearsal writes to nobody.
  if (connection === undefined || connection.practice) return refuse('not-found');
  const mail = systemById(connection.system).registrationMail?.(connection, language);
  if (mail === undefined) return refuse('not-found');
  // The ministry would register the link of a mail filter in the place of the address.
  const registered = [connection.values.redirectUrl, connection.values.paeRedirectUrl];
  return registered.some((url) => isGuardLink(url ?? '')) ? refuse('not-now') : ok(mail);
}
