import { describe, expect, it } from 'vitest';
import { type MergeRules, merge, type Next, type Side, unread } from '../../../electron/shared-store/merge';

const start: Side = {
  name: 'Maple',
  environment: 'test',
  boardNumber: 'B1',
  alternative: null,
  values: { serverUrl: 'https://one.example', clientId: 'one' },
  secrets: { clientSecret: 'first' },
  next: null,
};
const marie: Next = { values: {}, secrets: {}, by: 'marie', at: '2026-02-01T10:40:00.000Z' };
const own: Next = { ...marie, by: 'me', at: '2026-02-01T11:00:00.000Z' };
const rules: MergeRules = { alongside: [], isOwn: ({ by }) => by === 'me' };
const joined = (mine: Partial<Side>, theirs: Partial<Side>, base: Side | null = start, more = rules) =>
  merge(base, { ...start, ...mine }, { ...start, ...theirs }, more);
const asksFor = (...args: Parameters<typeof joined>) => {
  const merged = joined(...args);
  return merged.kind === 'asks'
    ? merged.asks.map((ask) => ('field' in ask ? `${ask.about}:${ask.field}` : ask.about))
    : [];
};
const secret = (clientSecret: string) => ({ secrets: { clientSecret } });

describe('joining two changes', () => {
  it('joins different fields', () => {
    const merged = joined(
      { name: 'Maple DSB', values: { ...start.values, clientId: 'two' } },
      {
        boardNumber: 'B2',
        values: { ...start.values, serverUrl: 'https://two.example' },
        ...secret('second'),
      },
    );
    expect(merged).toEqual({
      kind: 'merged',
      side: {
        ...start,
        name: 'Maple DSB',
        boardNumber: 'B2',
        values: { serverUrl: 'https://two.example', clientId: 'two' },
        secrets: { clientSecret: 'second' },
      },
    });
  });

  it('takes a value that one side removed, and one that one side added', () => {
    const merged = joined({ values: { clientId: 'one' } }, { values: { ...start.values, scopes: 'read' } });
    expect(merged).toMatchObject({ side: { values: { clientId: 'one', scopes: 'read' } } });
  });

  it.each([
    ['name', { name: 'A' }, { name: 'B' }],
    ['environment', {}, {}],
    ['boardNumber', { boardNumber: '2' }, { boardNumber: '3' }],
    ['alternative', { alternative: 'x' }, { alternative: 'y' }],
    ['value:clientId', { values: { clientId: 'x' } }, { values: { clientId: 'y' } }],
    ['secret:clientSecret', secret('x'), secret('y')],
  ] as const)('asks about %s that both changed', (key, mine, theirs) => {
    if (key === 'environment') {
      expect(asksFor({ environment: 'production' }, { environment: 'production' })).toEqual([]);
      return;
    }
    expect(asksFor(mine, theirs)).toEqual([key]);
  });

  it('asks nothing if both made the same change', () => {
    expect(joined({ name: 'A', ...secret('x') }, { name: 'A', ...secret('x') })).toMatchObject({
      side: { name: 'A', secrets: { clientSecret: 'x' } },
    });
  });

  it('takes each answer', () => {
    const mine = { ...start, name: 'A', ...secret('x') };
    const theirs = { ...start, name: 'B', ...secret('y') };
    const answers = { name: 'mine', 'secret:clientSecret': 'theirs' } as const;
    expect(merge(start, mine, theirs, rules, answers)).toEqual({
      kind: 'merged',
      side: { ...start, name: 'A', secrets: { clientSecret: 'y' } },
    });
    expect(merge(start, mine, theirs, rules, { name: 'mine' })).toMatchObject({
      kind: 'asks',
      asks: [{ about: 'secret', field: 'clientSecret' }],
    });
  });

  it('asks about everything that differs if nobody knows what both started from', () => {
    expect(asksFor({ name: 'A' }, secret('y'), null)).toEqual(['name', 'secret:clientSecret']);
    expect(asksFor({}, {}, null)).toEqual([]);
  });

  it('takes a secret that has not come here', () => {
    expect(joined({ secrets: {} }, {}, null)).toMatchObject({ side: { secrets: { clientSecret: 'first' } } });
  });

  it('counts a secret that cannot be read as no other one', () => {
    const before = { clientSecret: unread() };
    // Known to be unchanged here, although it cannot be read.
    expect(joined({ secrets: before }, secret('second'), { ...start, secrets: before })).toMatchObject({
      side: { secrets: { clientSecret: 'second' } },
    });
    expect(asksFor({ secrets: { clientSecret: unread() } }, {}, { ...start, secrets: before })).toEqual([
      'secret:clientSecret',
    ]);
  });

  it('makes no credential of the halves of two people', () => {
    const pair = { ...rules, alongside: ['clientId'] };
    const newId = { values: { ...start.values, clientId: 'two' } };
    expect(asksFor(newId, secret('second'), start, pair)).toEqual(['value:clientId', 'secret:clientSecret']);
    expect(asksFor(newId, { name: 'B' }, start, pair)).toEqual([]);
    expect(asksFor({ ...newId, ...secret('x') }, {}, start, pair)).toEqual([]);
  });
});

describe('a replacement that is running', () => {
  it('is taken over from the store, and kept if nothing else changed', () => {
    expect(joined({}, { next: marie })).toMatchObject({ side: { next: marie } });
    expect(joined({ name: 'A', next: marie }, { next: marie }, { ...start, next: marie })).toMatchObject({
      side: { name: 'A', next: marie },
    });
  });

  it('asks if the secret was changed on the other side', () => {
    expect(asksFor(secret('mine'), { next: marie })).toEqual(['replacement']);
    expect(asksFor({ next: own }, secret('theirs'))).toEqual(['replacement']);
    expect(asksFor({ next: marie, ...secret('mine') }, { next: marie }, { ...start, next: marie })).toEqual([
      'replacement',
    ]);
  });

  it('asks if two are running', () => {
    expect(asksFor({ next: own }, { next: marie })).toEqual(['replacement']);
    const theirs = { ...start, next: marie };
    expect(merge(start, { ...start, next: own }, theirs, rules, { replacement: 'mine' })).toMatchObject({
      side: { next: own },
    });
    expect(merge(start, { ...start, next: own }, theirs, rules, { replacement: 'theirs' })).toMatchObject({
      side: { next: marie },
    });
  });

  it('asks if it was ended by somebody else', () => {
    expect(asksFor({ next: own }, {}, { ...start, next: own })).toEqual(['replacement']);
  });

  it('ends by itself where it runs', () => {
    const base = { ...start, next: own };
    expect(joined(secret('second'), { next: own }, base)).toMatchObject({
      side: { next: null, secrets: { clientSecret: 'second' } },
    });
    expect(joined({}, { next: own, name: 'B' }, base)).toMatchObject({ side: { next: null, name: 'B' } });
  });

  it('arrives finished elsewhere', () => {
    const base = { ...start, next: marie };
    expect(joined({ next: marie }, secret('second'), base)).toMatchObject({
      side: { next: null, secrets: { clientSecret: 'second' } },
    });
  });

  it('is not ended by one that ended here meanwhile', () => {
    expect(joined({}, { next: marie }, { ...start, next: own })).toMatchObject({ side: { next: marie } });
  });

  it('gives way or goes on, as answered', () => {
    const theirs = { ...start, next: marie };
    const mine = { ...start, ...secret('mine') };
    expect(merge(start, mine, theirs, rules, { replacement: 'mine' })).toMatchObject({
      side: { next: marie, secrets: { clientSecret: 'mine' } },
    });
    expect(merge(start, mine, theirs, rules, { replacement: 'theirs' })).toMatchObject({
      side: { next: marie, secrets: { clientSecret: 'first' } },
    });
  });
});
