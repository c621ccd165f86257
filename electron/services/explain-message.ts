import type { FailureCode } from '@contract/channels';
import type { RenderedExplanation } from '@contract/explanation';
import { type Language, languages } from '@contract/languages';
import { ok, type Result, refuse } from '@contract/result';
import { systemFor } from '@systems/catalogue';
import type { ConnectionStore } from '../connections/connection-store';

/**
 * Says what a message of another program stands for. The message is read here and kept nowhere, so it is said in every
 * language at once: whoever changes the language later cannot have it read again.
 * @param id the connection it came from; null if that is not known
 */
export async function explainMessage(
  connections: Pick<ConnectionStore, 'get'>,
  { id, text }: { readonly id: string | null; readonly text: string },
): Promise<Result<Readonly<Record<Language, RenderedExplanation>>, FailureCode>> {
  const connection = id === null ? undefined : connections.get(id);
  if (id !== null && connection === undefined) return refuse('not-found');
  const { renderExplanation } = await import('../explain/render-explanation');
  const system = connection === undefined ? undefined : systemFor(connection);
  const inEach = languages.map((language) => [language, renderExplanation(text, system, language)] as const);
  return ok(Object.fromEntries(inEach) as Record<Language, RenderedExplanation>);
}
