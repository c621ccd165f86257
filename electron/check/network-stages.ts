import { parseAddress } from '@contract/address';
import type { StepId } from '@contract/findings';
import type { Address, Reading } from '@systems/system';
import { failed, ofFailure, passed, warning } from '../answers/readings';
import { type Connected, type Located, type Network, type Secured, targetOf } from '../http/network';
import type { Waiting } from '../http/waiting';

/** One subject's part of a stage. */
export interface Job {
  readonly subject: string | null;
  readonly work: () => Promise<Reading>;
}

export interface StageRunner {
  readonly network: Network;
  readonly waiting: () => Waiting;
  readonly stage: (id: StepId, jobs: readonly Job[]) => Promise<boolean>;
  /** Connections handed from one stage to the next. Whoever ends the check must release them. */
  readonly held: Set<Connected>;
  /** Takes ownership of a connection whose certificate was verified. */
  readonly onSecured: (secured: Secured) => void;
}

/**
 * Runs the stages from `address` to `secure-connection`, with all addresses of a plan in parallel. Returns true if
 * all of them passed.
 */
export async function runNetworkStages(
  addresses: readonly Address[],
  { network, waiting, stage: runStage, held, onSecured }: StageRunner,
): Promise<boolean> {
  const urls = new Map<Address, URL>();
  const located = new Map<Address, Located>();
  const connected = new Map<Address, Connected>();
  const stage = (id: StepId, work: (address: Address) => Promise<Reading>) =>
    runStage(
      id,
      addresses.map((address) => ({ subject: address.subject, work: () => work(address) })),
    );

  const tidy = await stage('address', async (address) => {
    const url = parseAddress(address.url);
    const field = address.subject ?? '';
    if (url === null) return failed('field-invalid', { field, problem: 'not-an-address' });
    if (url.protocol !== 'https:') return failed('insecure-address', { field, host: url.hostname });
    urls.set(address, url);
    const { host, port } = targetOf(url);
    return passed({ host, port });
  });
  if (!tidy) return false;

  const found = await stage('name-lookup', async (address) => {
    const result = await network.locate(targetOf(the(urls, address)), waiting());
    if (!result.ok) return ofFailure(result.failure);
    located.set(address, result.value);
    return passed(result.value.facts);
  });
  if (!found) return false;

  const reached = await stage('connect', async (address) => {
    const result = await network.connect(the(located, address), waiting());
    if (!result.ok) return ofFailure(result.failure);
    connected.set(address, result.value);
    held.add(result.value);
    const { facts } = result.value;
    // When a proxy script fails, browsers connect directly, and so do we. We still warn: on networks that need the
    // proxy, this may be why other programs cannot connect.
    return result.value.located.scriptFailed ? warning('proxy-script-failed', facts) : passed(facts);
  });
  if (!reached) return false;

  return stage('secure-connection', async (address) => {
    const open = the(connected, address);
    const result = await network.secure(open, waiting());
    held.delete(open);
    if (!result.ok) return ofFailure(result.failure);
    onSecured(result.value);
    return ofCertificate(result.value);
  });
}

function ofCertificate({ remark, facts }: Secured): Reading {
  switch (remark) {
    case 'none':
      return passed(facts);
    case 'inspected':
      return { outcome: 'passed', code: 'information-inspected', facts };
    case 'expires-soon':
      return warning('tls-expires-soon', facts);
  }
}

/** A stage starts only after the previous one has produced a result for every address. */
function the<Value>(results: ReadonlyMap<Address, Value>, address: Address): Value {
  const value = results.get(address);
  if (value === undefined) throw new Error('a stage began before the one it builds on had ended');
  return value;
}
