/*
 * What may be told of a bug. A message may quote what a person typed or a server wrote, and so may the name of a class or
 * a function. So nothing of them is kept: a trace holds types from a closed list, names of the build's files, and numbers.
 * `npm run where` finds the source lines again (CONTRIBUTING.md, "Bugs from the field").
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
  // Of the platform: DOMException has the kind as its name.
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
  // Thrown without being an error: `typeof` of it.
  'bigint',
  'boolean',
  'function',
  'number',
  'object',
  'string',
  'symbol',
  'undefined',
  // The page's own process: how it ended, or that it no longer answers.
  'window-abnormal-exit',
  'window-crashed',
  'window-killed',
  'window-launch-failed',
  'window-oom',
  'window-gone',
  'window-unresponsive',
] as const;
export type BugType = (typeof bugTypes)[number];

/** How the page learnt of it; of main the place is named by the channel, or as below. */
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

/** `main/main.js:1:234`, as the build lays its files out. */
export const framePattern = /^(?:main|preload|renderer\/assets)\/[\w-]+(?:\.[\w-]+)*\.c?js:\d{1,7}:\d{1,9}$/;

interface Thrown {
  readonly type: BugType;
  /** The innermost first. */
  readonly frames: string[];
}

/** What was thrown, and after it what caused it. */
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

/** The build's own files in a stack, from every place they may have been installed at. */
export function framesOf(stack: string): string[] {
  const lines = stack.split('\n');
  // A message comes first, and may hold lines that look like these.
  const last = lines.findLastIndex((line) => line.trim() !== '' && !/^\s+at /.test(line));
  return lines
    .slice(last + 1)
    .map(frameIn)
    .filter((frame) => frame !== null)
    .slice(0, TRACE_LIMITS.frames);
}

/** At the end of a line: `…/app.asar/main/main.js:1:234)`, `app://wizard/assets/x.js:1:2`; Windows has `\`. */
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
