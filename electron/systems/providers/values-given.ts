import type { Values } from '@contract/connection';
import { beginningOf } from '../addresses/tidy-address';
import type { Field } from '../system';
import { providerOf } from './catalogue';
import type { Given, ProviderField } from './provider';

/* The values that follow from the provider's name and from what was entered; what was entered always goes first. */

/** In this order, since the later ones may follow from the earlier. */
const order: readonly ProviderField[] = [
  'serverUrl',
  'version',
  'signIn',
  'tokenUrl',
  'scopes',
  'signatureMethod',
];

/**
 * What the provider gives, with how it is known, for each field that was left empty.
 * @param practice the provider's own servers are left out: practice is with this computer alone
 */
export function valuesGiven(
  values: Values,
  practice = false,
): Readonly<Partial<Record<ProviderField, Given>>> {
  const provider = providerOf(values);
  if (provider === null) return {};
  const all: Record<string, string> = { ...values };
  const result: Partial<Record<ProviderField, Given>> = {};
  for (const field of order) {
    const from = provider.values[field];
    const isEntered = (values[field] ?? '').trim() !== '';
    // Where an address belongs, a part of it may stand that the whole is made of. A whole one stays.
    const mayComplete = field === 'serverUrl' && typeof from === 'function';
    if (from === undefined || (isEntered && !mayComplete)) continue;
    const one = typeof from === 'function' ? from(all) : from;
    if (one === null || (practice && field.endsWith('Url') && isElsewhere(one.value))) continue;
    result[field] = one;
    all[field] = one.value;
  }
  return result;
}

const isElsewhere = (value: string): boolean => {
  const url = beginningOf(value);
  return url !== null && !/^(?:127\.0\.0\.1|localhost)$/.test(url.hostname);
};

/** The values with what the provider gives in the place of those left empty. */
export const withProvider = (values: Values, practice = false): Values => ({
  ...values,
  ...Object.fromEntries(
    Object.entries(valuesGiven(values, practice)).map(([field, { value }]) => [field, value]),
  ),
});

/**
 * Whether the person may leave this field as it is: the provider gives it, or nobody has to enter it. False without a
 * provider.
 */
export function isSettled(values: Values, field: Field, practice = false): boolean {
  const provider = providerOf(values);
  if (provider === null || field.secret) return false;
  const from = Object.hasOwn(provider.values, field.id)
    ? provider.values[field.id as ProviderField]
    : undefined;
  if (from === undefined) return field.optional && field.id !== 'tokenUrl';
  // An address that is completed has to be begun.
  if (typeof from === 'function') return field.id !== 'serverUrl';
  return !(practice && field.id.endsWith('Url') && isElsewhere(from.value));
}
