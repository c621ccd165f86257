import type { Waiting } from './waiting';

/** The schemes whose credentials are made by the operating system or a browser, in several legs (RFC 4559, MS-NLMP). */
export type TokenScheme = 'negotiate' | 'ntlm';

export interface Account {
  /** `user`, `DOMAIN\user` or `user@domain`. */
  readonly user: string;
  readonly password: string;
}

/**
 * Why there is no Kerberos ticket for a proxy: this computer has none at all, an expired one, the domain knows no
 * service by that proxy's name, or the clocks are too far apart for Kerberos.
 */
export type WhyNoTicket = 'no-ticket' | 'ticket-expired' | 'proxy-not-known-to-domain' | 'clock' | 'unknown';

/** One handshake. */
export interface TokenSource {
  /**
   * The next token, with its scheme's name, as it goes into `Proxy-Authorization`; null if there is none to be had.
   * @param challenge the proxy's challenge to the last token, with its scheme's name; null at first
   */
  next(challenge: string | null, waiting: Waiting): Promise<string | null>;
  /** Forgets everything about it. Always call it. */
  end(): void;
}

/** Makes the tokens of Negotiate and NTLM, and sends nothing anywhere. */
export interface TokenMaker {
  /** Whether the user's own sign-in to this computer can answer NTLM: on Windows, without asking for a password. */
  readonly answersNtlmByItself: boolean;
  /**
   * @param host the proxy's name, which a Kerberos ticket is bound to
   * @param account null: the user's own sign-in to this computer
   */
  begin(host: string, scheme: TokenScheme, account: Account | null): TokenSource;
  /** Finds out why `begin` made no token by Negotiate with the user's own sign-in. */
  whyNoTicket(host: string, waiting: Waiting): Promise<WhyNoTicket>;
}

/** A ticket as it travels: Kerberos' object identifier, and the number of its first message (RFC 4121 §4.1). */
const TICKET = Buffer.from('06092a864886f7120102020100', 'hex');
/** MS-NEGOEX 2.2.6.1. */
const NEGOEX = Buffer.from('NEGOEXTS', 'latin1');

/** MS-NLMP 2.2.1: where things are in its messages. */
const SIGNATURE = Buffer.from('NTLMSSP\0', 'latin1');
const TYPE_AT = 8;
const NEGOTIATE_MESSAGE = 1;
const AUTHENTICATE_MESSAGE = 3;
const USER_AT = 36;
const FLAGS_AT = 60;
const IS_UNICODE = 1;

/**
 * What a token gives away: `ntlm` a response that can be used to guess the password, of this user; `opening` only the
 * first word of such an exchange; `ticket` a Kerberos ticket; `other`: not known. Without a ticket, Windows puts NTLM
 * into Negotiate, or NEGOEX on computers that belong to Entra.
 */
export type Given =
  | { readonly kind: 'ticket' | 'opening' | 'other' }
  | { readonly kind: 'ntlm'; readonly user: string | null };

export function readToken(authorization: string): Given {
  const bytes = Buffer.from(authorization.slice(authorization.indexOf(' ') + 1), 'base64');
  const at = bytes.indexOf(SIGNATURE);
  if (at < 0)
    return { kind: bytes.includes(NEGOEX) ? 'opening' : bytes.includes(TICKET) ? 'ticket' : 'other' };
  const message = bytes.subarray(at);
  const type = message.length < TYPE_AT + 4 ? null : message.readUInt32LE(TYPE_AT);
  if (type === NEGOTIATE_MESSAGE) return { kind: 'opening' };
  if (type !== AUTHENTICATE_MESSAGE || message.length < FLAGS_AT + 4) return { kind: 'ntlm', user: null };
  const from = message.readUInt32LE(USER_AT + 4);
  const name = message.subarray(from, from + message.readUInt16LE(USER_AT));
  const isUnicode = (message.readUInt32LE(FLAGS_AT) & IS_UNICODE) !== 0;
  return { kind: 'ntlm', user: name.toString(isUnicode ? 'utf16le' : 'latin1') };
}

/** Whether an NTLM response is of this account: `name`, `DOMAIN\name` or `name@domain`. */
export function isOf(user: string | null, account: Account): boolean {
  const whole = account.user.toLowerCase();
  const names = [whole, whole.slice(whole.indexOf('\\') + 1), whole.split('@')[0]];
  return user !== null && names.includes(user.toLowerCase());
}
