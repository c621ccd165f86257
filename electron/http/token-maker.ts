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
  end(): Promise<void>;
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

const NTLM_SIGNATURE = Buffer.from('NTLMSSP\0', 'latin1');
const NTLM_NEGOTIATE_MESSAGE = 1;

/**
 * What a token gives away: `ntlm` a response that can be used to guess the password, `opening` only the first word of
 * such an exchange, `ticket` a Kerberos ticket. Windows puts NTLM into Negotiate if there is no ticket.
 */
export function kindOfToken(authorization: string): 'ticket' | 'opening' | 'ntlm' {
  const bytes = Buffer.from(authorization.slice(authorization.indexOf(' ') + 1), 'base64');
  const at = bytes.indexOf(NTLM_SIGNATURE);
  if (at < 0) return 'ticket';
  const type = at + NTLM_SIGNATURE.length;
  return bytes.length >= type + 4 && bytes.readUInt32LE(type) === NTLM_NEGOTIATE_MESSAGE ? 'opening' : 'ntlm';
}
