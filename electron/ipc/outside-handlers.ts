import type { FailureCode } from '@contract/channels';
import type { LinkId } from '@contract/links';
import { ok, type Result, refuse } from '@contract/result';
import type { RegistrationMail } from '@systems/system';
import type { ConnectionStore } from '../connections/connection-store';
import { registrationMail } from '../services/registration-mail';
import { answered } from './answered';
import type { Handlers } from './handlers';

export interface OutsideHandlerPorts {
  readonly connections: Pick<ConnectionStore, 'get'>;
  readonly openMail: (mail: RegistrationMail) => Promise<boolean>;
  readonly openLink: (link: LinkId) => Promise<boolean>;
}

/** Opens mails and links in other programs. Their content comes from the saved connection, not from the window. */
export function outsideHandlers({
  connections,
  openMail,
  openLink,
}: OutsideHandlerPorts): Pick<Handlers, 'open-registration-mail' | 'open-link'> {
  const opened = async (isOpened: Promise<boolean>): Promise<Result<null, FailureCode>> =>
    (await isOpened) ? ok(null) : refuse('not-opened');
  return {
    'open-registration-mail'({ id, language }) {
      const mail = registrationMail(connections.get(id), language);
      return answered(mail.ok ? opened(openMail(mail.value)) : mail);
    },
    'open-link': ({ link }) => answered(opened(openLink(link))),
  };
}
