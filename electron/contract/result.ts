/** The one way success and refusal cross a boundary: never an exception, never `undefined`. */
export type Result<Value, Failure> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly failure: Failure };

export const ok = <Value>(value: Value): { readonly ok: true; readonly value: Value } => ({
  ok: true,
  value,
});

export const refuse = <Failure>(failure: Failure): { readonly ok: false; readonly failure: Failure } => ({
  ok: false,
  failure,
});

/** Ends a `switch` over a closed union: a new member then no longer compiles. */
export function assertNever(value: never): never {
  throw new Error(`Unhandled case: ${String(value)}`);
}
