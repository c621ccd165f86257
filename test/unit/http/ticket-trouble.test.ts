import { describe, expect, it } from 'vitest';
import { whyNoTicketIn } from '../../../electron/http/ticket-trouble';

const INIT = 201;
const log = (status: unknown) => ({
  constants: { logEventTypes: { AUTH_LIBRARY_INIT_SEC_CTX: INIT, OTHER: 7 } },
  events: [{ type: 7, params: { status } }, { type: INIT }, { type: INIT, params: { status } }],
});
const gss = (minor: string) =>
  log({
    function: 'gss_init_sec_context',
    major_status: { message: ['Unspecified GSS failure.  Minor code may provide more information'] },
    minor_status: { message: [minor] },
  });

describe('Chromium’s log tells why there is no ticket', () => {
  // The first four as Chromium 130 wrote them with MIT Kerberos 1.20.
  it.each([
    ['SPNEGO cannot find mechanisms to negotiate\0', 'no-ticket'],
    ['Ticket expired\0', 'ticket-expired'],
    [
      'Server HTTP/proxy.school.test@SCHOOL.TEST not found in Kerberos database\0',
      'proxy-not-known-to-domain',
    ],
    ["Cannot contact any KDC for realm 'SCHOOL.TEST'\0", 'unknown'],
    ['Clock skew too great', 'clock'],
    ['No Kerberos credentials available (default cache: FILE:/tmp/krb5cc_1000)', 'no-ticket'],
    ['Anything new', 'unknown'],
  ])('%j: %s', (minor, why) => {
    expect(whyNoTicketIn(gss(minor))).toBe(why);
  });

  it.each([
    [0x8009030e, 'no-ticket'],
    [0x80090317, 'ticket-expired'],
    [0x80090303, 'proxy-not-known-to-domain'],
    [0x80090324, 'clock'],
    [0x80090311, 'unknown'],
  ])('Windows’ status %i: %s', (status, why) => {
    expect(whyNoTicketIn(log({ net_error: -1, security_status: status | 0 }))).toBe(why);
  });

  it.each([[null], [{}], [{ events: [null, 1, {}] }], [log(null)]])('%j: unknown', (one) => {
    expect(whyNoTicketIn(one)).toBe('unknown');
  });
});
