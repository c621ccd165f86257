import type { ValueContext } from './labelled-value';
import { unwrapped } from './marks';
import { hasProse, isPlaceholder, isSentence } from './no-value';
import { doubted, type Reading, reading, TAILS, trimmed } from './reading';

/* How scopes can be read. */

const isScope = (part: string): boolean =>
  /^(openid|profile|email)$/i.test(part) || (/^[\w./:*+-]+$/.test(part) && /[\w*+-][./:_]/.test(part));

const scopeParts = (text: string): readonly string[] => text.split(/[\s,;]+/).filter((part) => part !== '');

/** The line can only be a continuation of the scopes above it. */
export function continuesScopes(line: string): boolean {
  const parts = scopeParts(line);
  return parts.length > 0 && parts.every((part) => isScope(part) && !/[.:]$/.test(part));
}

export function scopeReadings(text: string, context: ValueContext): readonly Reading[] {
  // A YAML anchor is a name for the text after it.
  const bare = text.replace(/^&[\w-]{1,40}[ ]{1,3}(?=["'])/, '');
  const inner = unwrapped(bare)?.text ?? bare;
  if (isPlaceholder(inner)) return [];
  if (context.ownLine === true && !continuesScopes(inner)) return [];
  const tail = Math.min(
    ...TAILS.slice(1)
      .map((one) => inner.slice(0, 600).search(one))
      .filter((at) => at > 0),
  );
  const labelled = /[ \u00a0]?[,;][ \u00a0]+\p{L}[\p{L} ’']{0,30}[ \u00a0]?[:=](?:[ \u00a0]|$)/u.exec(
    inner.slice(0, 600),
  );
  const end = Math.min(tail, labelled?.index ?? Number.POSITIVE_INFINITY);
  const whole = inner.replace(/[.,;]$/, '');
  if (Number.isFinite(end)) {
    const first = trimmed(inner.slice(0, end));
    const behindColon = behindRemarkOf(inner);
    if (hasProse(first) && behindColon !== null) return [reading(behindColon)];
    // A remark in brackets is not a scope; anything else is doubtful.
    if (/^[ \u00a0]*[([]/.test(inner.slice(end))) return hasProse(first) ? [] : [reading(first)];
    return hasProse(first) || isSentenceOfWords(first)
      ? []
      : labelled === null
        ? [reading(first, 'first-part'), reading(whole, 'whole')]
        : [doubted(reading(first))];
  }
  if (!hasProse(inner)) return [reading(whole)];
  const behindColon = behindRemarkOf(inner);
  return behindColon === null ? [] : [reading(behindColon)];
}

/** "the same in both cases: roster.read": the scopes after the colon. */
function behindRemarkOf(text: string): string | null {
  const behind = /:[ \u00a0]+([^:]{3,})$/.exec(text)?.[1]?.replace(/[.,;]$/, '') ?? '';
  return continuesScopes(behind) ? behind : null;
}

const isSentenceOfWords = (text: string): boolean => isSentence(text) && !scopeParts(text).some(isScope);
