import { type CarriedReport, carriedSchema } from '@contract/carried';
import type { Result } from '@contract/result';
import { PerConnection, type PerConnectionOptions } from './per-connection';

/** The number of reports of other computers that are kept per connection. */
const KEPT_CARRIED = 10;

/** Reports that other computers made, in `carried/`. */
export class CarriedStore extends PerConnection<CarriedReport> {
  constructor(options: PerConnectionOptions) {
    super(options, { name: 'carried', schema: carriedSchema, most: KEPT_CARRIED });
  }

  remove(connection: string, startedAt: string): Result<null, 'not-saved' | 'invalid'> {
    return this.sift(connection, ({ report }) => report.startedAt !== startedAt);
  }
}
