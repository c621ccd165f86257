import { type Result, refuse } from '@contract/result';
import type { Reading, RequestPlan } from '@systems/system';
import { isAbsence, readApi } from '../answers/read-api-answer';
import type { Proof } from '../answers/read-refusal';
import { ofFailure, passed, warning } from '../answers/readings';
import type { Answer } from '../http/client';
import { notSignedIn, type Session, type SignedIn, type SignInContext } from './session';

/**
 * Signs in with the first request of the check: its answer proves the sign-in. If the server does not have that
 * collection, this says nothing about the others, so the next one is requested.
 */
export async function signInByFirstRequest(
  context: SignInContext,
  headers: Session['headers'],
  proof: Proof,
): Promise<SignedIn> {
  const answers = new Map<string | null, Answer>();
  let absent: Reading | null = null;
  for (const request of context.requests) {
    const sent = await sendSigned(request, context, { headers });
    if (!sent.ok) return notSignedIn(sent.failure);
    answers.set(request.subject, sent.value);
    const { permission, data } = readApi(sent.value, request, { proof, recognised: false });
    if (isAbsence(sent.value, permission)) {
      absent ??= permission;
      continue;
    }
    const session = (recognised: boolean): Session => ({ proof, recognised, headers, answers });
    const rightIsMissing = permission.code === 'permission-missing';
    // A 403 that names a missing permission means that the client was recognized. With a 200, the server may not have
    // checked.
    if (permission.outcome !== 'failed' || (rightIsMissing && sent.value.status === 403))
      return { reading: passed(withoutLabel((data ?? permission).facts)), session: session(true) };
    if (permission.code !== 'refused' && !rightIsMissing) return notSignedIn(permission);
    const reading = warning('not-proved', { ...permission.facts, reason: 'refused' });
    return { reading, session: session(false) };
  }
  return notSignedIn(absent ?? warning('not-proved', { reason: 'not-asked' }));
}

/** The row of the request already reports how its answer was labelled. */
const withoutLabel = ({ charset: _, ...facts }: Reading['facts']): Reading['facts'] => facts;

/** One authenticated request. The server is verified before the secret is fetched. */
export async function sendSigned(
  plan: RequestPlan,
  context: Pick<SignInContext, 'client' | 'waiting'>,
  { headers, token = '' }: Pick<Session, 'headers' | 'token'>,
): Promise<Result<Answer, Reading>> {
  const method = plan.tokenInForm === undefined ? 'GET' : 'POST';
  const line = await context.client.open(plan.url, context.waiting());
  if (!line.ok) return refuse(ofFailure(line.failure));
  const authentication = await headers(method, plan.url);
  if (!authentication.ok) {
    line.value.close();
    return refuse(authentication.failure);
  }
  const sent = await line.value.send({
    method,
    headers: {
      accept: 'application/json',
      ...(plan.tokenInForm !== undefined && FORM),
      ...authentication.value,
    },
    ...(plan.tokenInForm !== undefined && {
      body: new URLSearchParams({ [plan.tokenInForm]: token }).toString(),
    }),
  });
  return sent.ok ? sent : refuse(ofFailure(sent.failure));
}

const FORM = { 'content-type': 'application/x-www-form-urlencoded;charset=UTF-8' } as const;
