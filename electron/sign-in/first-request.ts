import { type Result, refuse } from '@contract/result';
import type { Reading, RequestPlan } from '@systems/system';
import { answerFacts, readShared } from '../answers/read-answer';
import { ofFailure, passed, warning } from '../answers/readings';
import type { Answer } from '../http/client';
import { notSignedIn, type Session, type SignedIn, type SignInContext } from './session';

/**
 * Sends the first request of the check; what it answers proves the sign-in, unless `refused` reads a refusal in it.
 * A missing permission is not one: whoever is told so was recognized.
 */
export async function signInByFirstRequest(
  context: SignInContext,
  headers: Session['headers'],
  refused: (answer: Answer, url: string) => Reading | null,
): Promise<SignedIn> {
  const { first } = context;
  if (first === null) return notSignedIn(warning('not-proved', { reason: 'not-asked' }));
  const sent = await sendSigned(first, context, headers);
  if (!sent.ok) return notSignedIn(sent.failure);
  const answer = sent.value;
  const stopped = readShared(answer, first.url, first.notFound) ?? refused(answer, first.url);
  if (stopped !== null && stopped.outcome === 'failed') return notSignedIn(stopped);
  return {
    reading: passed(answerFacts(answer, first.url)),
    session: { fetchedToken: false, headers, firstAnswer: answer },
  };
}

/** One authenticated GET: the line is verified before its secret is asked for. */
export async function sendSigned(
  plan: RequestPlan,
  context: Pick<SignInContext, 'client' | 'waiting'>,
  headers: Session['headers'],
): Promise<Result<Answer, Reading>> {
  const line = await context.client.open(plan.url, context.waiting());
  if (!line.ok) return refuse(ofFailure(line.failure));
  const authentication = await headers('GET', plan.url);
  if (!authentication.ok) {
    line.value.close();
    return refuse(authentication.failure);
  }
  const sent = await line.value.send({
    method: 'GET',
    headers: { accept: 'application/json', ...authentication.value },
  });
  return sent.ok ? sent : refuse(ofFailure(sent.failure));
}
