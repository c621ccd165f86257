import type { Reading } from '@systems/system';
import { answerFacts } from '../answers/read-answer';
import { failed } from '../answers/readings';
import type { Answer } from '../http/client';
import { dataOf, memberOf, readRefusal } from './store-answers';

/** The engine at the mount is not KV version 2. */
export const otherEngine = (answer: Answer, url: string): Reading =>
  failed('store-other-version', answerFacts(answer, url));

/**
 * Reads the store's description of a mount (docs/vendors/shared-store.md#mounts). null: it is KV version 2.
 * @param answer with status 200
 */
export function judgeMount(answer: Answer, url: string): Reading | null {
  const mount = dataOf(answer);
  const type = memberOf(mount, 'type');
  if (typeof type !== 'string') return readRefusal(answer, url);
  const isVersion2 = type === 'kv' && memberOf(memberOf(mount, 'options'), 'version') === '2';
  return isVersion2 ? null : otherEngine(answer, url);
}
