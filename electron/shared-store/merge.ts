import type { Values } from '@contract/connection';
import type { SharedRecord } from '@contract/shared-record';
import type { SharedAnswers } from '@contract/shared-store';

/*
 * Joins two changes of one connection, field by field, against the version both started from. Pure: it decides, and
 * nothing is written.
 */

/** A secret that is there and cannot be read. Equal only to itself, so that it never counts as the same as another. */
export interface Unread {
  readonly unread: true;
}
export const unread = (): Unread => ({ unread: true });
export type Secret = string | Unread;
export type Secrets = Readonly<Record<string, Secret>>;

/** A replacement that is running. `by` and `at` identify it. */
export interface Next {
  readonly values: Values;
  readonly secrets: Secrets;
  readonly by: string;
  readonly at: string;
}

/** What is joined of a connection, on one side. Empty values are left out. */
export interface Side {
  readonly name: string;
  readonly environment: SharedRecord['environment'];
  readonly boardNumber: string;
  readonly alternative: string | null;
  readonly values: Values;
  readonly secrets: Secrets;
  readonly next: Next | null;
}

export interface MergeRules {
  /** Ids of the values that are replaced together with the secrets: one credential from two people is none. */
  readonly alongside: readonly string[];
  /** Whether this computer began that replacement. */
  readonly isOwn: (next: Next) => boolean;
}

/** A field that needs an answer. */
export type Ask =
  | { readonly about: 'name' | 'environment' | 'boardNumber' | 'alternative' | 'replacement' }
  | { readonly about: 'value' | 'secret'; readonly field: string };

export type Merged =
  | { readonly kind: 'merged'; readonly side: Side }
  | { readonly kind: 'asks'; readonly asks: readonly Ask[] };

export const keyOf = (ask: Ask): string => ('field' in ask ? `${ask.about}:${ask.field}` : ask.about);

/**
 * @param base what both started from; null if that is not known: then everything that differs asks
 * @param answers by `keyOf`; what is not asked is ignored
 */
export function merge(
  base: Side | null,
  mine: Side,
  theirs: Side,
  rules: MergeRules,
  answers: SharedAnswers = {},
): Merged {
  const asks: Ask[] = [];
  /** The answer; `mine` for now if there is none yet. */
  const asked = (ask: Ask): 'mine' | 'theirs' => {
    const answer = answers[keyOf(ask)];
    if (answer === undefined) asks.push(ask);
    return answer ?? 'mine';
  };
  const replacement = isReplacementInTheWay(base, mine, theirs, rules)
    ? asked({ about: 'replacement' })
    : null;
  const isCrossed = base !== null && crosses(base, mine, theirs, rules);
  const pick = <Value>(ask: Ask, parts: Parts<Value>, isOfCredential: boolean): Value => {
    if (isOfCredential && replacement === 'theirs') return parts.theirs;
    if (same(parts.mine, parts.theirs)) return parts.mine;
    const isAsked =
      parts.base === unknown ||
      (isOfCredential && isCrossed) ||
      (!same(parts.base, parts.mine) && !same(parts.base, parts.theirs));
    if (isAsked) return asked(ask) === 'mine' ? parts.mine : parts.theirs;
    return same(parts.base, parts.mine) ? parts.theirs : parts.mine;
  };
  const plain = <Name extends 'name' | 'environment' | 'boardNumber' | 'alternative'>(about: Name) =>
    pick<Side[Name]>(
      { about },
      { base: base === null ? unknown : base[about], mine: mine[about], theirs: theirs[about] },
      false,
    );
  const each = <Value>(about: 'value' | 'secret', of: (side: Side) => Readonly<Record<string, Value>>) => {
    const fields = new Set(
      [mine, theirs, ...(base === null ? [] : [base])].flatMap((side) => Object.keys(of(side))),
    );
    const kept = [...fields].sort().flatMap((field): [string, Value][] => {
      const parts: Parts<Value | undefined> = {
        base: base === null ? unknown : own(of(base), field),
        mine: own(of(mine), field),
        theirs: own(of(theirs), field),
      };
      // A secret that has not come to this computer is no change made here.
      if (about === 'secret' && base === null && parts.mine === undefined && parts.theirs !== undefined)
        return [[field, parts.theirs]];
      const isOfCredential = about === 'secret' || rules.alongside.includes(field);
      const value = pick<Value | undefined>({ about, field }, parts, isOfCredential);
      return value === undefined ? [] : [[field, value]];
    });
    return Object.fromEntries(kept);
  };
  const side: Side = {
    name: plain('name'),
    environment: plain('environment'),
    boardNumber: plain('boardNumber'),
    alternative: plain('alternative'),
    values: each('value', ({ values }) => values),
    secrets: each('secret', ({ secrets }) => secrets),
    next: nextOf(replacement, base, mine, theirs, rules),
  };
  return asks.length > 0 ? { kind: 'asks', asks } : { kind: 'merged', side };
}

/** Both sides have the same. */
export const sameSide = (one: Side, other: Side): boolean => same(one, other);
/** The same data, whatever the order of its keys: a store may sort them. */
export const sameData = (one: object, other: object): boolean => same(one, other);

export const sameSecrets = (one: Side, other: Side): boolean => same(one.secrets, other.secrets);

const unknown: unique symbol = Symbol('not known');
interface Parts<Value> {
  readonly base: Value | typeof unknown;
  readonly mine: Value;
  readonly theirs: Value;
}

const own = <Value>(all: Readonly<Record<string, Value>>, field: string): Value | undefined =>
  Object.hasOwn(all, field) ? all[field] : undefined;

const isUnread = (value: unknown): value is Unread =>
  typeof value === 'object' && value !== null && 'unread' in value && value.unread === true;

/** Deep equality of what sides consist of. */
function same(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false;
  if (isUnread(one) || isUnread(other)) return false;
  const keys = Object.keys(one);
  return (
    keys.length === Object.keys(other).length &&
    keys.every((key) => Object.hasOwn(other, key) && same(Reflect.get(one, key), Reflect.get(other, key)))
  );
}

const isSameReplacement = (one: Next, other: Next): boolean => one.by === other.by && one.at === other.at;

/** One side is replacing the secret, and the other changed it, ended that replacement, or began another one. */
function isReplacementInTheWay(base: Side | null, mine: Side, theirs: Side, { isOwn }: MergeRules): boolean {
  if (same(mine.next, theirs.next) && mine.next === null) return false;
  const isRunningThere = theirs.next !== null && !isOwn(theirs.next);
  const isRunningHere = mine.next !== null && isOwn(mine.next);
  if (mine.next !== null && theirs.next !== null && !isSameReplacement(mine.next, theirs.next)) {
    // The colleague's own next step: one replacement ended, another begun.
    return base === null || !same(base.next, mine.next) || isRunningHere;
  }
  const before = base?.secrets ?? null;
  const haveChanged = (side: Side, other: Side): boolean =>
    before === null ? !same(side.secrets, other.secrets) : !same(before, side.secrets);
  if (isRunningThere && haveChanged(mine, theirs) && !same(mine.secrets, theirs.secrets)) return true;
  if (!isRunningHere) return false;
  if (haveChanged(theirs, mine) && !same(mine.secrets, theirs.secrets)) return true;
  // It had been seen there, and is no longer.
  return (
    theirs.next === null &&
    base !== null &&
    base.next !== null &&
    isSameReplacement(base.next, mine.next as Next)
  );
}

function nextOf(
  answer: 'mine' | 'theirs' | null,
  base: Side | null,
  mine: Side,
  theirs: Side,
  { isOwn }: MergeRules,
): Next | null {
  if (answer === 'theirs') return theirs.next;
  if (answer === 'mine' && mine.next !== null && isOwn(mine.next)) return mine.next;
  if (base !== null && same(base.next, mine.next)) return theirs.next;
  // A replacement is never ended by another computer without an answer.
  return theirs.next !== null && !isOwn(theirs.next) ? theirs.next : mine.next;
}

/** Both sides changed something of a credential that consists of a secret and a value, such as the client ID. */
function crosses(base: Side, mine: Side, theirs: Side, { alongside }: MergeRules): boolean {
  const hasChanged = (side: Side): boolean =>
    !same(base.secrets, side.secrets) ||
    alongside.some((field) => own(side.values, field) !== own(base.values, field));
  return alongside.length > 0 && hasChanged(mine) && hasChanged(theirs);
}
