import { exchangeFacts } from '@contract/finding-facts';
import type { FindingCode } from '@contract/findings';
import type { Facts } from '@contract/report';
import type { Reading } from '@systems/system';
import type { ConnectionFailure } from '../http/failure';

export const passed = (facts: Facts = {}): Reading => ({ outcome: 'passed', code: 'ok', facts });
export const warning = (code: FindingCode, facts: Facts = {}): Reading => ({
  outcome: 'warning',
  code,
  facts,
});
export const failed = (code: FindingCode, facts: Facts = {}): Reading => ({ outcome: 'failed', code, facts });

/** Turns a network failure into a reading. */
export const ofFailure = ({ code, facts }: ConnectionFailure): Reading => failed(code, facts);

/** Removes the exchange facts of a reading whose answer an earlier step already reported. */
export function withoutExchange(reading: Reading): Reading {
  const names: readonly string[] = exchangeFacts;
  const facts = Object.entries(reading.facts).filter(([name]) => !names.includes(name));
  return { ...reading, facts: Object.fromEntries(facts) };
}
