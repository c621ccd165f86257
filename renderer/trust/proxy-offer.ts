import type { FindingCode } from '@contract/findings';
import type { Facts } from '@contract/report';

/** A proxy that this program can sign in to. */
export interface ProxyToSignInTo {
  /** `http://host:port` or `https://host:port`. */
  readonly proxy: string;
  /** It may get the password as it is, over a connection that is not encrypted. */
  readonly isUnencrypted: boolean;
  /** It takes a Windows account. */
  readonly takesWindows: boolean;
  /** The user's own sign-in to this computer would do. */
  readonly takesOwn: boolean;
}

/**
 * The proxy that a finding wants a sign-in for; null if it accepts no account, if the organization forbids it, or if an older report does not name it
 * in full.
 */
export function proxyToSignInTo(
  code: FindingCode,
  { proxy, problem, why, ownSignIn }: Facts,
): ProxyToSignInTo | null {
  if (code !== 'proxy-sign-in-required' && code !== 'proxy-sign-in-rejected') return null;
  if (why === 'forbidden-here') return null;
  if (typeof proxy !== 'string' || typeof problem !== 'string') return null;
  const offers = problem.split(' ');
  const takesOwn = ownSignIn === true;
  // A ticket cannot be typed, except on Windows.
  if (!offers.includes('basic') && !offers.includes('ntlm') && !takesOwn) return null;
  return {
    proxy,
    isUnencrypted: proxy.startsWith('http:') && offers.includes('basic'),
    takesWindows: offers.includes('ntlm') || takesOwn,
    takesOwn,
  };
}
