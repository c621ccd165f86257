import { ok, type Result, refuse } from '@contract/result';

/** Why a body that should be JSON is unusable. */
export type JsonProblem = 'not-utf-8' | 'not-json' | 'too-deep';

/** Deeper than any answer of these systems; walking more could exhaust the stack. */
export const DEEPEST_JSON = 100;

/** Parses a body strictly: UTF-8 (with or without a byte order mark), JSON (RFC 8259), at most `DEEPEST_JSON` deep. */
export function readJson(body: Uint8Array): Result<unknown, JsonProblem> {
  const text = decode(body);
  if (text === null) return refuse('not-utf-8');
  if (isTooDeep(text)) return refuse('too-deep');
  try {
    return ok(JSON.parse(text) as unknown);
  } catch {
    return refuse('not-json');
  }
}

function decode(body: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(body);
  } catch {
    return null;
  }
}

/** Counts brackets outside strings before parsing. */
function isTooDeep(text: string): boolean {
  let depth = 0;
  let inString = false;
  for (let at = 0; at < text.length; at += 1) {
    const char = text[at];
    if (inString) {
      if (char === '\\') at += 1;
      else if (char === '"') inString = false;
    } else if (char === '"') inString = true;
    else if (char === '{' || char === '[') {
      depth += 1;
      if (depth > DEEPEST_JSON) return true;
    } else if (char === '}' || char === ']') depth -= 1;
  }
  return false;
}
