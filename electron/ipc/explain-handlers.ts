import type { ConnectionStore } from '../connections/connection-store';
import { explainMessage } from '../services/explain-message';
import { answered } from './answered';
import type { Handlers } from './handlers';

export function explainHandlers(
  connections: Pick<ConnectionStore, 'get'>,
): Pick<Handlers, 'explain-message'> {
  return { 'explain-message': (request) => answered(explainMessage(connections, request)) };
}
