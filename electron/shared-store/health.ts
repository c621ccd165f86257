import type { Reading } from '@systems/system';
import { answerFacts } from '../answers/read-answer';
import { failed, passed } from '../answers/readings';
import type { Answer } from '../http/client';
import { readRefusal } from './store-answers';

const VERSION = /^\d[\w.+-]{0,30}$/;

/**
 * Reads the store's public probe. Its status and what it says must agree in being usable: a standby that forwards
 * requests answers other requests as the active server does (docs/vendors/shared-store.md#health).
 */
export function readHealth(answer: Answer, url: string): Reading {
  const { body, status } = answer;
  const facts = answerFacts(answer, url);
  const said = body.kind === 'json' ? body.value : null;
  if (typeof said !== 'object' || said === null || typeof Reflect.get(said, 'initialized') !== 'boolean') {
    // Something else may answer in the store's place, or the store itself with an error.
    const reading = readRefusal(answer, url);
    return status === 200 && body.kind === 'json' ? failed('wrong-product', facts) : reading;
  }
  const is = (name: string): boolean => Reflect.get(said, name) === true;
  if (!is('initialized')) return failed('store-not-set-up', facts);
  if (is('sealed')) return failed('store-sealed', facts);
  const isOnlyCopy = status === 472 || Reflect.get(said, 'replication_dr_mode') === 'secondary';
  if (isOnlyCopy) return failed('store-standby', facts);
  const version: unknown = Reflect.get(said, 'version');
  const known = typeof version === 'string' && VERSION.test(version) ? { version } : {};
  const usable = [200, 429, 473].includes(status);
  return usable ? passed({ ...facts, ...known }) : failed('unexpected-answer', facts);
}
