import type { FindingCode } from '@contract/findings';
import type { Facts } from '@contract/report';

/**
 * The proxy that a finding wants a sign-in for; null if it accepts no user name and password, or if an older report
 * does not name it in full.
 */
export function proxyToSignInTo(code: FindingCode, { proxy, problem }: Facts): string | null {
  if (code !== 'proxy-sign-in-required' && code !== 'proxy-sign-in-rejected') return null;
  return typeof proxy === 'string' && typeof problem === 'string' && problem.split(' ').includes('basic')
    ? proxy
    : null;
}
