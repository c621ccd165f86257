import type { Connection } from '@contract/connection';
import type { Language } from '@contract/languages';
import { ok, type Result, refuse } from '@contract/result';
import { isGuardLink } from '@systems/addresses/held-address';
import { systemById } from '@systems/catalogue';
import { registeredFields } from '@systems/redirect-field';
import type { RegistrationMail } from '@systems/system';

/** The e-mail that requests a registration, composed from the saved connection. */
export function registrationMail(
  connection: Connection | undefined,
  language: Language,
): Result<RegistrationMail, 'not-found' | 'not-now'> {
  // Practice connections send no e-mail.
  if (connection === undefined || connection.practice) return refuse('not-found');
  const system = systemById(connection.system);
  const mail = system.registrationMail?.(connection, language);
  if (mail === undefined) return refuse('not-found');
  // The recipient would register a mail filter's rewritten link instead of the address.
  const registered = registeredFields(system).map(({ id }) => connection.values[id] ?? '');
  return registered.some(isGuardLink) ? refuse('not-now') : ok(mail);
}
