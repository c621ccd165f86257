import type { Failure, FailureCode } from '@contract/channels';
import { type Result, refuse } from '@contract/result';

/** A service's result in the form the window gets. */
export async function answered<Value>(
  result: Result<Value, FailureCode> | Promise<Result<Value, FailureCode>>,
): Promise<Result<Value, Failure>> {
  const settled = await result;
  return settled.ok ? settled : refuse({ code: settled.failure });
}

/** The same, with the value under the channel's name for it. */
export async function answeredAs<Name extends string, Value>(
  name: Name,
  result: Result<Value, FailureCode> | Promise<Result<Value, FailureCode>>,
): Promise<Result<Readonly<Record<Name, Value>>, Failure>> {
  const settled = await result;
  return settled.ok
    ? { ok: true, value: { [name]: settled.value } as Record<Name, Value> }
    : refuse({ code: settled.failure });
}
