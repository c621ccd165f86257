import type { FindingCode } from '@contract/findings';
import type { Facts } from '@contract/report';

/** The proxy a finding asks a sign-in for; null where it takes no user name and password, or a report of before does not name it whole. */
export function proxyToSignInTo(code: FindingCode, { proxy, problem }: Facts): string | null {
  if (code !== 'proxy-sign-in-required' && code !== 'proxy-sign-in-rejected') return null;
  return typeof proxy === 'string' && typeof problem === 'string' && problem.split(' ').includes('basic')
    ? proxy
    : null;
}
