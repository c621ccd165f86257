import { findings, type Sureness } from './findings';
import type { Step } from './report';

/** How sure a step's finding is; null for a step that was not run. */
export function surenessOf({ code, facts }: Pick<Step, 'code' | 'facts'>): Sureness | null {
  if (code === null) return null;
  const { sure, signIn } = findings[code];
  return typeof facts.error === 'string' && signIn.plainWords.includes(facts.error) ? 'by-word' : sure;
}
