import type { Answer } from '../http/client';

/** A refusal is at the beginning of a JSON answer; further down is data. */
const LONGEST_REFUSAL = 2000;

/** A body as text, whatever its kind: refusals come as web pages, JSON and plain text. */
export function textOf(body: Answer['body']): string {
  if (body.kind === 'json') return JSON.stringify(body.value).slice(0, LONGEST_REFUSAL);
  return 'text' in body ? body.text : '';
}
