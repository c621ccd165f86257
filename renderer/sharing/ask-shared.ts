import type { AnswerOf, ChannelName, Failure, RequestOf } from '@contract/channels';
import { ok, type Result, refuse } from '@contract/result';
import type { Shared } from '@contract/shared-requests';
import type { SharedFailure } from '@contract/shared-store';
import { bridge } from '../bridge';

/** Why something was not done: the store's reason, or the program's own. */
export type Trouble =
  | { readonly of: 'store'; readonly failure: SharedFailure }
  | { readonly of: 'program'; readonly failure: Failure };

/** What was shown is no longer the newest. */
export const isChangedThere = ({ of, failure }: Trouble): boolean =>
  of === 'store' && failure.code === 'changed-there';

/** The channels that may be refused for a reason of the store's. */
type SharedChannel = {
  [Name in ChannelName]: AnswerOf<Name> extends Result<Shared<unknown>, Failure> ? Name : never;
}[ChannelName];
type ValueOf<Name extends SharedChannel> =
  AnswerOf<Name> extends Result<Shared<infer Value>, Failure> ? Value : never;

/** A call whose two kinds of refusal are one. */
export async function askShared<Name extends SharedChannel>(
  channel: Name,
  request: RequestOf<Name>,
): Promise<Result<ValueOf<Name>, Trouble>> {
  const answer = (await bridge.call(channel, request)) as Result<Shared<ValueOf<Name>>, Failure>;
  if (!answer.ok) return refuse({ of: 'program', failure: answer.failure });
  const { value } = answer;
  return value.ok ? ok(value.value) : refuse({ of: 'store', failure: value.failure });
}
