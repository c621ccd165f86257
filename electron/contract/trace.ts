/*
 * What may be recorded about a bug. A message may quote what a user typed or a server wrote, and even names of
 * classes and functions may, so none of them are kept: a trace has types from a closed list, names of the build's
 * files, and numbers. `npm run where` finds the source lines (CONTRIBUTING.md, "Bugs from the field").
 */

export const bugTypes = [
  'Error',
  'AggregateError',
  'EvalError',
  'RangeError',
  'ReferenceError',
  'SyntaxError',
  'TypeError',
  'URIError',
  // Platform errors: a DOMException's name is its kind.
  'AbortError',
  'DataCloneError',
  'InvalidStateError',
  'NetworkError',
  'NotAllowedError',
  'NotFoundError',
  'NotSupportedError',
  'QuotaExceededError',
  'SecurityError',
  'TimeoutError',
  // Thrown values that are not errors: their `typeof`.
  'bigint',
  'boolean',
  'function',
  'number',
  'object',
  'string',
  'symbol',
  'undefined',
  // The renderer process: how it ended, or that it does not respond.
  'window-abnormal-exit',
  'window-crashed',
  'window-killed',
  'window-launch-failed',
  'window-oom',
  'window-gone',
  'window-unresponsive',
] as const;
export type BugType = (typeof bugTypes)[number];

/** How the page noticed the bug. For the main process, the IPC channel names the place. */
export const pageBugKinds = [
  'error',
  'rejection',
  'caught',
  'uncaught',
  'recoverable',
  'not-opened',
] as const;
export type PageBugKind = (typeof pageBugKinds)[number];

export const TRACE_LIMITS = { frames: 16, frame: 120, causes: 3 } as const;

/** `main/main.js:1:234`, with the build's folders. */
export const framePattern = /^(?:main|preload|renderer\/assets)\/[\w-]+(?:\.[\w-]+)*\.c?js:\d{1,7}:\d{1,9}$/;

interface Thrown {
  readonly type: BugType;
  /** Innermost first. */
  readonly frames: string[];
}

/** What was thrown, followed by its causes. */
export type Trace = readonly Thrown[];

/** Never throws, whatever was thrown. */
export function traceOf(bug: unknown): Trace {
  const trace: Thrown[] = [];
  try {
    let next = bug;
    do {
      trace.push({ type: typeOf(next), frames: framesOf(stackOf(next)) });
      next = causeOf(next);
    } while (next !== undefined && trace.length <= TRACE_LIMITS.causes);
  } catch {
    if (trace.length === 0) trace.push({ type: 'object', frames: [] });
  }
  return trace;
}

/** The frames of a stack in the build's own files, wherever the app is installed. */
export function framesOf(stack: string): string[] {
  const lines = stack.split('\n');
  // The message comes first and may contain lines that look like frames.
  const last = lines.findLastIndex((line) => line.trim() !== '' && !/^\s+at /.test(line));
  return lines
    .slice(last + 1)
    .map(frameIn)
    .filter((frame) => frame !== null)
    .slice(0, TRACE_LIMITS.frames);
}

/** At the end of a line: `…/app.asar/main/main.js:1:234)`, `app://wizard/assets/x.js:1:2`; Windows uses `\`. */
function frameIn(line: string): string | null {
  const found = /(?:^|[\\/])(main|preload|assets)[\\/]([\w.-]{1,80}\.c?js:\d+:\d+)\)?\s*$/.exec(line);
  if (found === null) return null;
  const frame = `${found[1] === 'assets' ? 'renderer/assets' : found[1]}/${found[2]}`;
  return framePattern.test(frame) ? frame : null;
}

function typeOf(bug: unknown): BugType {
  const kind = bug === null ? 'object' : typeof bug;
  if (kind !== 'object') return kind;
  const name = (bug as Partial<Error> | null)?.name;
  const known = bugTypes.find((type) => type === name);
  return known ?? (typeof (bug as Partial<Error> | null)?.stack === 'string' ? 'Error' : 'object');
}

const stackOf = (bug: unknown): string => {
  const stack = (bug as Partial<Error> | null | undefined)?.stack;
  return typeof stack === 'string' ? stack : '';
};

function causeOf(bug: unknown): unknown {
  if (typeof bug !== 'object' || bug === null) return undefined;
  if ('cause' in bug && bug.cause !== undefined) return bug.cause;
  return 'errors' in bug && Array.isArray(bug.errors) ? bug.errors[0] : undefined;
}
