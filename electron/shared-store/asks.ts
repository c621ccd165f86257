import type { RunningReplacement, SharedQuestion } from '@contract/shared-store';
import { type Ask, keyOf, type Next, type Side } from './merge';

/** What a person is asked, with what both sides hold; of a secret only whether there is one. */
export const asksOf = (
  asks: readonly Ask[],
  mine: Side,
  theirs: Side,
  isOwn: (next: Next) => boolean,
): readonly SharedQuestion[] =>
  asks.map((ask): SharedQuestion => {
    const key = keyOf(ask);
    switch (ask.about) {
      case 'replacement':
        return {
          key,
          about: ask.about,
          mine: running(mine.next, isOwn),
          theirs: running(theirs.next, isOwn),
        };
      case 'secret': {
        const { field } = ask;
        const has = ({ secrets }: Side): boolean => secrets[field] !== undefined;
        return { key, about: ask.about, field, mine: has(mine), theirs: has(theirs) };
      }
      case 'value': {
        const { field } = ask;
        return {
          key,
          about: ask.about,
          field,
          mine: mine.values[field] ?? null,
          theirs: theirs.values[field] ?? null,
        };
      }
      default:
        return { key, about: ask.about, mine: mine[ask.about], theirs: theirs[ask.about] };
    }
  });

const running = (next: Next | null, isOwn: (next: Next) => boolean): RunningReplacement | null =>
  next === null ? null : { by: next.by, since: next.at, isHere: isOwn(next) };
