import type { Answer } from '../http/client';

/** What of a JSON answer can be a refusal in words; further down it holds data. */
const LONGEST_REFUSAL = 2000;

/** A body as text, whatever it was read as: guards and servers refuse in pages, in JSON and in a line of text. */
export function textOf(body: Answer['body']): string {
  if (body.kind === 'json') return JSON.stringify(body.value).slice(0, LONGEST_REFUSAL);
  return 'text' in body ? body.text : '';
}
