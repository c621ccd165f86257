import type { SignInPlan } from '@systems/system';
import * as oauth from 'oauth4webapi';

export type CodePlan = Extract<SignInPlan, { kind: 'authorization-code' }>;

/** The URL to open in the browser. Parameters of the authorization URL are kept. */
export async function authorizationAddress(plan: CodePlan, state: string, verifier: string): Promise<string> {
  const url = new URL(plan.authorizationUrl);
  url.searchParams.set('response_type', 'code');
  url.searchParams.set('client_id', plan.clientId);
  url.searchParams.set('redirect_uri', plan.redirectUrl);
  if (plan.scopes !== '') url.searchParams.set('scope', plan.scopes);
  url.searchParams.set('state', state);
  url.searchParams.set('code_challenge', await oauth.calculatePKCECodeChallenge(verifier));
  url.searchParams.set('code_challenge_method', 'S256');
  return url.href;
}
