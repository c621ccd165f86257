import { ask } from './practice-client';

/** The user's browser at the practice ministry: opens the sign-in page, clicks Allow, and follows the redirect. */
export async function allowInPractice(address: string, ca: string): Promise<void> {
  const shown = await ask(address, { ca });
  const handle = /name="handle" value="([^"]+)"/.exec(shown.text)?.[1] ?? '';
  const body = new URLSearchParams({ handle, decision: 'allow' });
  const decision = new URL('/onsis/decision', address).href;
  const decided = await ask(decision, { method: 'POST', body, ca });
  await ask(decided.headers.location ?? '');
}
