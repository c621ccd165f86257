import { describe, expect, it } from 'vitest';
import { registrationMail } from '../../../electron/services/registration-mail';
import { aConnection } from '../../fakes/connections';

const redirectUrl = 'https://sms.example/onsis/callback';
const onsis = (change: Parameters<typeof aConnection>[0] = {}) =>
  aConnection({ system: 'onsis', values: { redirectUrl }, ...change });

describe('the message that asks for a registration', () => {
  it('names the address that is saved', () => {
    const mail = registrationMail(onsis(), 'en');
    expect(mail.ok && mail.value.body).toContain(redirectUrl);
  });

  it('is none of a rehearsal, of a system that registers another way, or of nothing', () => {
    const none = { ok: false, failure: 'not-found' };
    expect(registrationMail(onsis({ practice: true }), 'en')).toEqual(none);
    expect(registrationMail(aConnection({ system: 'powerschool' }), 'en')).toEqual(none);
    expect(registrationMail(undefined, 'en')).toEqual(none);
  });

  it('waits while an address is the link of a mail filter', () => {
    const link = 'https://can01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fsms.example%2F&data=x';
    for (const values of [{ redirectUrl: link }, { redirectUrl, paeRedirectUrl: link }]) {
      expect(registrationMail(onsis({ values }), 'en')).toEqual({ ok: false, failure: 'not-now' });
    }
  });
});
