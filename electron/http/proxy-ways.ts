import type { TokenScheme } from './token-maker';

/** A saved user name and password for one proxy; `entry` changes each time they are entered. */
export interface ProxyLogin {
  readonly user: string;
  readonly password: string;
  readonly entry: string;
  /**
   * False if the user was not warned that Basic sends the password as it is, because the proxy offered something
   * better: then it is not sent by Basic to a proxy without TLS.
   */
  readonly unencrypted?: boolean | undefined;
}

/** The user's leave to use their own sign-in to this computer at one proxy, also by NTLM. */
interface OwnSignIn {
  readonly own: true;
  readonly entry: string;
}

export type KeptSignIn = ProxyLogin | OwnSignIn;

/**
 * Remembers, beyond this run, which saved sign-in a proxy rejected: sent again by every run of a script, a wrong
 * password would lock the account.
 */
export interface Rejections {
  has(proxy: string, entry: string): boolean;
  add(proxy: string, entry: string): void;
  /** Its proxy has accepted one. */
  remove(proxy: string): void;
  /** Runs `work` while no other program of this user tries a saved sign-in, until `signal` ends the wait. */
  alone<Value>(signal: AbortSignal, work: () => Promise<Value>): Promise<Value>;
}

/** The sign-ins saved for proxies, by the proxy's origin. */
export interface KeptSignIns {
  /** null if there is none. */
  open(proxy: string): Promise<KeptSignIn | null>;
  readonly rejections: Rejections;
}

/** Who signs in: the user by a Kerberos ticket or by their own sign-in to this computer, or a saved account. */
type Identity = 'ticket' | 'own' | 'account';

/** One way to sign in to a proxy. */
export type Way =
  | {
      readonly scheme: TokenScheme;
      readonly identity: Identity;
      readonly entry: string;
      readonly login: ProxyLogin | null;
    }
  | {
      readonly scheme: 'basic';
      readonly identity: 'account';
      readonly entry: string;
      readonly login: ProxyLogin;
    };

/** A ticket is entered nowhere. */
const TICKET = 'ticket';

const doable = ['negotiate', 'ntlm', 'basic'] as const;

/** Whether the program can do any of the schemes a proxy offers. */
export const canDoAny = (offers: readonly string[], hasTokens: boolean): boolean =>
  doable.some((scheme) => offers.includes(scheme) && (hasTokens || scheme === 'basic'));

/**
 * The ways to try, in order: Negotiate, NTLM, Basic. A ticket comes first, since it is bound to this proxy's name and
 * useless elsewhere; nothing has to be saved for it.
 */
export function waysFor(
  proxy: string,
  offers: readonly string[],
  kept: KeptSignIn | null,
  hasTokens: boolean,
): readonly Way[] {
  const login = kept !== null && !('own' in kept) ? kept : null;
  const account = login === null ? null : ({ identity: 'account', entry: login.entry, login } as const);
  const own =
    kept !== null && 'own' in kept ? ({ identity: 'own', entry: kept.entry, login: null } as const) : null;
  const ways: Way[] = [];
  if (hasTokens && offers.includes('negotiate')) {
    ways.push({ scheme: 'negotiate', ...(own ?? { identity: 'ticket', entry: TICKET, login: null }) });
    if (account !== null) ways.push({ scheme: 'negotiate', ...account });
  }
  const someone = own ?? account;
  if (hasTokens && offers.includes('ntlm') && someone !== null) ways.push({ scheme: 'ntlm', ...someone });
  const isTold = proxy.startsWith('https:') || login?.unencrypted !== false;
  if (offers.includes('basic') && account !== null && isTold) ways.push({ scheme: 'basic', ...account });
  return ways;
}
