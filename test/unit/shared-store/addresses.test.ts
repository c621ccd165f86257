import { describe, expect, it } from 'vitest';
import { confirmedFor, fieldElsewhere, isElsewhere } from '../../../electron/shared-store/addresses';

const ONE = 'https://one.example';
const TWO = 'https://two.example';
const link = { confirmed: { clientSecret: [ONE] } };

describe('where the secrets of a shared connection may go', () => {
  it('where it was confirmed here, and where what is here sends them', () => {
    expect(confirmedFor(link, { clientSecret: [TWO] }, 'clientSecret')).toEqual([ONE, TWO]);
    expect(isElsewhere(link, {}, { clientSecret: [ONE] })).toBe(false);
    expect(isElsewhere(link, { clientSecret: [TWO] }, { clientSecret: [ONE, TWO] })).toBe(false);
  });

  it('nowhere else, and with one origin that was not confirmed not even to the others', () => {
    expect(fieldElsewhere(link, {}, { clientSecret: [ONE, TWO] })).toBe('clientSecret');
  });

  it('not where another secret may go', () => {
    expect(fieldElsewhere(link, { other: [TWO] }, { clientSecret: [ONE], other: [ONE, TWO] })).toBe('other');
  });

  it('nowhere, if nothing was confirmed', () => {
    expect(isElsewhere({ confirmed: {} }, {}, { clientSecret: [ONE] })).toBe(true);
    expect(isElsewhere({ confirmed: {} }, {}, {})).toBe(false);
  });
});
