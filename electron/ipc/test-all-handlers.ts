import { ok } from '@contract/result';
import type { TestAll } from '../check/test-all';
import type { Handlers } from './handlers';

export function testAllHandlers(
  testAll: TestAll,
): Pick<Handlers, 'test-all' | 'cancel-test-all' | 'dismiss-test-all'> {
  return {
    'test-all': () => ok(testAll.start()),
    async 'cancel-test-all'() {
      await testAll.stop('cancelled');
      return ok(null);
    },
    'dismiss-test-all'() {
      testAll.dismiss();
      return ok(null);
    },
  };
}
