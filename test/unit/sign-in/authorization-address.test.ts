import { describe, expect, it } from 'vitest';
import { authorizationAddress, type CodePlan } from '../../../electron/sign-in/authorization-address';

const plan: CodePlan = {
  kind: 'authorization-code',
  authorizationUrl: 'https://auth.onsis.example/authorize?board=B12345&scope=old',
  tokenUrl: 'https://auth.onsis.example/token',
  clientId: 'onsis demo&client',
  secretField: 'clientSecret',
  scopes: 'demo.read demo.write',
  redirectUrl: 'http://127.0.0.1:53682/onsis/callback',
  clientAuthentication: 'basic-form-encoded',
  completesHere: true,
};
// RFC 7636, appendix B (docs/vendors/standards.md#pkce).
const VERIFIER = 'dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk';
const CHALLENGE = 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM';

describe('authorizationAddress', () => {
  it('proves the verifier by its S256 challenge and never shows it', async () => {
    const address = await authorizationAddress(plan, 'Zk3', VERIFIER);
    expect(address).not.toContain(VERIFIER);
    expect(Object.fromEntries(new URL(address).searchParams)).toEqual({
      board: 'B12345',
      response_type: 'code',
      client_id: 'onsis demo&client',
      redirect_uri: plan.redirectUrl,
      scope: 'demo.read demo.write',
      state: 'Zk3',
      code_challenge: CHALLENGE,
      code_challenge_method: 'S256',
    });
  });

  it('asks for no scope where none was entered', async () => {
    const address = await authorizationAddress(
      { ...plan, authorizationUrl: 'https://a.example/', scopes: '' },
      's',
      VERIFIER,
    );
    expect(new URL(address).searchParams.has('scope')).toBe(false);
  });
});
