import type { Failure } from '@contract/channels';
import type { LinkId } from '@contract/links';
import { ok, refuse } from '@contract/result';
import { isGuardLink } from '@systems/addresses/held-address';
import { systemById } from '@systems/catalogue';
import type { RegistrationMail } from '@systems/system';
import type { Connections } from './connection-handlers';
import type { Handlers } from './register';

export interface OutsideHandlerPorts {
  readonly connections: Connections;
  readonly openMail: (mail: RegistrationMail) => Promise<boolean>;
  readonly openLink: (link: LinkId) => Promise<boolean>;
}

/** What leaves the window for another program: the text is made here, from what is saved. */
export function outsideHandlers(
  ports: OutsideHandlerPorts,
): Pick<Handlers, 'open-registration-mail' | 'open-link'> {
  return {
    async 'open-registration-mail'({ id, language }) {
      const connection = ports.connections.get(id);
      const mail =
        connection === undefined
          ? undefined
          : systemById(connection.system).registrationMail?.(connection, language);
      // A rehearsal writes to nobody.
      if (mail === undefined || connection?.practice === true) return refuse<Failure>({ code: 'not-found' });
      // The ministry would register the link of a mail filter in the place of the address.
      const registered = [connection?.values.redirectUrl, connection?.values.paeRedirectUrl];
      if (registered.some((url) => isGuardLink(url ?? ''))) return refuse<Failure>({ code: 'not-now' });
      return (await ports.openMail(mail)) ? ok(null) : refuse<Failure>({ code: 'not-opened' });
    },
    async 'open-link'({ link }) {
      return (await ports.openLink(link)) ? ok(null) : refuse<Failure>({ code: 'not-opened' });
    },
  };
}
