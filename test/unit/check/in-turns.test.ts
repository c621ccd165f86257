import { systemById } from '@systems/catalogue';
import { describe, expect, it } from 'vitest';
import { inTurns, type Turn } from '../../../electron/check/in-turns';
import { clientTurns, nightlyTurns } from '../../../electron/check/turns';

/** Runs items that end when they are told to. */
function running(items: readonly string[], turnsOf: (item: string) => readonly Turn[], atOnce = 8) {
  const ends = new Map<string, () => void>();
  const over = inTurns(items, atOnce, turnsOf, (item) => new Promise<void>((end) => ends.set(item, end)));
  const end = async (item: string) => {
    const done = ends.get(item);
    ends.delete(item);
    done?.();
    await new Promise((next) => setImmediate(next));
  };
  return { open: () => [...ends.keys()], end, over };
}

describe('in turns', () => {
  it('no more of what they share than may, and others overtake', async () => {
    const shared = (item: string): readonly Turn[] =>
      item.startsWith('s')
        ? [{ key: 'server', most: 2 }, ...(item === 's2' ? [{ key: 'x', most: 1 }] : [])]
        : [];
    const { open, end, over } = running(['s1', 's2', 's3', 'a', 's4'], shared, 4);
    expect(open()).toEqual(['s1', 's2', 'a']);
    await end('s1');
    expect(open()).toEqual(['s2', 'a', 's3']);
    for (const item of ['a', 's2', 's3', 's4']) await end(item);
    await over;
  });

  it('ends at once without items', async () => {
    await running([], () => []).over;
  });
});

describe('what connections share', () => {
  const powerschool = systemById('powerschool');
  const at = (serverUrl: string, clientId: string) => ({ serverUrl, clientId });

  it('one client at one server, one after another', () => {
    const one = clientTurns(powerschool, at('https://sis.example', 'a'));
    expect(one).toEqual([{ key: expect.any(String), most: 1 }]);
    expect(clientTurns(powerschool, at('https://SIS.example/', 'a'))).toEqual(one);
    expect(clientTurns(powerschool, at('https://sis.example', 'b'))).not.toEqual(one);
    expect(clientTurns(powerschool, {})).toEqual([]);
  });

  it('at night, four at one server', () => {
    const turns = nightlyTurns(powerschool, at('https://sis.example', 'a'));
    expect(turns).toContainEqual({ key: 'https://sis.example', most: 4 });
  });
});
