import type { Values } from '@contract/connection';
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

/** What the provider gives, with how it is known, for each field that was left empty. */
export function valuesGiven(values: Values): Readonly<Partial<Record<ProviderField, Given>>> {
  const provider = providerOf(values);
  if (provider === null) return {};
  const all: Record<string, string> = { ...values };
  const result: Partial<Record<ProviderField, Given>> = {};
  for (const field of order) {
    const from = provider.values[field];
    const isEntered = (values[field] ?? '').trim() !== '';
    // A route or an application's name may stand where an address belongs: it is what the address is made of.
    const isPart = field === 'serverUrl' && isEntered && !/[:/.]/.test(values.serverUrl ?? '');
    if (from === undefined || (isEntered && !isPart)) continue;
    const one = typeof from === 'function' ? from(all) : from;
    if (one === null) continue;
    result[field] = one;
    all[field] = one.value;
  }
  return result;
}

/** The values with what the provider gives in the place of those left empty. */
export const withProvider = (values: Values): Values => ({
  ...values,
  ...Object.fromEntries(Object.entries(valuesGiven(values)).map(([field, { value }]) => [field, value])),
});
