import { byLanguage } from '@contract/by-language';
import { fill } from '@contract/fill';
import type english from '../../assets/locales/en/onsis-mail.json';
import type { System } from './system';

type Write = NonNullable<System['registrationMail']>;

/** The address on the SMS's own setup page (docs/vendors/onsis.md#registration). */
const MINISTRY = 'ONSIS_SISON@ontario.ca';

const words = byLanguage<typeof english>('onsis-mail', () =>
  import.meta.glob<typeof english>('../../assets/locales/*/onsis-mail.json', {
    eager: true,
    import: 'default',
  }),
);

/**
 * The request to register this instance's redirect URLs, which appear unchanged, each on a separate line. It is built
 * from four non-secret values and cannot contain a secret.
 */
export const onsisRegistrationMail: Write = ({ values, name, environment, boardNumber }, language) => {
  const say = words[language];
  const instance = name.replaceAll(/\s+/g, ' ').trim();
  const board = boardNumber.trim();
  const { redirectUrl = '', paeRedirectUrl = '' } = values;
  const parts = [
    fill(say.opening, { instance, environment: say.environment[environment] }),
    ...(board === '' ? [] : [fill(say.boardNumber, { boardNumber: board })]),
    fill(say.redirectUrl, { redirectUrl }),
    ...(paeRedirectUrl === '' ? [] : [fill(say.paeRedirectUrl, { paeRedirectUrl })]),
    say.closing,
  ];
  const subject = fill(say.subject, { instance, environment: say.environmentInSubject[environment] });
  return { to: MINISTRY, subject, body: parts.join('\n') };
};
