import { createHash, randomBytes } from 'node:crypto';
import { request } from 'node:https';
import type { OidcRole } from '../kv-store';

/** What a store is told of its provider, and the role's policies. */
interface Provider {
  readonly authenticationUrl: string;
  readonly tokenUrl: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** PEM of the authority of the provider's certificate. */
  readonly root: string;
  readonly redirectUri: string;
  readonly policies: readonly string[];
}

/** A role whose people sign in at a third party's OpenID provider: the store is its client, with PKCE and a nonce. */
export function providerRole(provider: Provider): OidcRole {
  const verifiers = new Map<string, string>();
  return {
    policies: provider.policies,
    redirectUris: [provider.redirectUri],
    page: ({ state, nonce, redirectUri }) => {
      const verifier = randomBytes(32).toString('base64url');
      verifiers.set(nonce, verifier);
      const url = new URL(provider.authenticationUrl);
      url.search = new URLSearchParams({
        client_id: provider.clientId,
        response_type: 'code',
        scope: 'openid',
        redirect_uri: redirectUri,
        state,
        nonce,
        code_challenge: createHash('sha256').update(verifier).digest('base64url'),
        code_challenge_method: 'S256',
      }).toString();
      return url.href;
    },
    exchange: async ({ code, nonce, redirectUri }) => {
      const claims = await claimsFor(provider, {
        grant_type: 'authorization_code',
        code,
        redirect_uri: redirectUri,
        code_verifier: verifiers.get(nonce) ?? '',
      });
      verifiers.delete(nonce);
      return claims?.nonce === nonce && typeof claims.sub === 'string' ? { user: claims.sub } : null;
    },
  };
}

/** What the ID token says; its signature is the provider's own business here. null: refused. */
function claimsFor(
  { tokenUrl, clientId, clientSecret, root }: Provider,
  form: Record<string, string>,
): Promise<{ readonly nonce?: unknown; readonly sub?: unknown } | null> {
  return new Promise((resolve, reject) => {
    const sent = request(
      tokenUrl,
      {
        method: 'POST',
        ca: root,
        agent: false,
        auth: `${clientId}:${clientSecret}`,
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
      },
      (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () => {
          const answer = JSON.parse(Buffer.concat(chunks).toString('utf8')) as { readonly id_token?: string };
          const payload = answer.id_token?.split('.')[1];
          resolve(
            payload === undefined ? null : JSON.parse(Buffer.from(payload, 'base64url').toString('utf8')),
          );
        });
      },
    );
    sent.on('error', reject);
    sent.end(new URLSearchParams(form).toString());
  });
}
