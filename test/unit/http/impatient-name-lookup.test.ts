import { describe, expect, it } from 'vitest';
import { impatientNameLookup, type NameLookup } from '../../../electron/http/name-lookup';

const silent: NameLookup = () => new Promise(() => undefined);
const finds =
  (address: string): NameLookup =>
  async () => [{ address, family: 4 }];
const knowsNot: NameLookup = () =>
  Promise.reject(Object.assign(new Error('not found'), { code: 'ENOTFOUND' }));
const neverAsked: NameLookup = () => {
  throw new Error('It was asked');
};
const eachAnswered = (host: string, lookUp: NameLookup) =>
  Promise.race([lookUp(host), new Promise<'silent'>((resolve) => setTimeout(resolve, 60, 'silent'))]);

describe('a name whose lookup is held up', () => {
  it('is found by the other resolver', async () => {
    const lookUp = impatientNameLookup(silent, finds('192.0.2.2'), 1);
    expect(await lookUp('sis.test')).toEqual([{ address: '192.0.2.2', family: 4 }]);
  });

  it('stays unanswered where the other one knows nothing either, so that silence is not taken for "not found"', async () => {
    for (const second of [silent, knowsNot, async () => []]) {
      expect(await eachAnswered('sis.test', impatientNameLookup(silent, second, 1))).toBe('silent');
    }
  });

  it('is left to the operating system while that answers, whatever it says', async () => {
    expect(await impatientNameLookup(finds('192.0.2.1'), neverAsked)('sis.test')).toEqual([
      { address: '192.0.2.1', family: 4 },
    ]);
    await expect(impatientNameLookup(knowsNot, neverAsked)('sis.test')).rejects.toMatchObject({
      code: 'ENOTFOUND',
    });
  });
});
