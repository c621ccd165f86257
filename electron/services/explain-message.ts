import type { FailureCode } from '@contract/channels';
import type { RenderedExplanation } from '@contract/explanation';
import type { Language } from '@contract/languages';
import { ok, type Result, refuse } from '@contract/result';
import { systemFor } from '@systems/catalogue';
import type { ConnectionStore } from '../connections/connection-store';

/**
 * Says what a message of another program stands for. The message is read here and kept nowhere.
 * @param id the connection it came from; null if that is not known
 */
export async function explainMessage(
  connections: Pick<ConnectionStore, 'get'>,
  { id, text, language }: { readonly id: string | null; readonly text: string; readonly language: Language },
): Promise<Result<RenderedExplanation, FailureCode>> {
  const connection = id === null ? undefined : connections.get(id);
  if (id !== null && connection === undefined) return refuse('not-found');
  const { renderExplanation } = await import('../explain/render-explanation');
  return ok(renderExplanation(text, connection === undefined ? undefined : systemFor(connection), language));
}
