import type { Report } from '@contract/report';
import { runCheck } from '../check/run-check';
import type { NetworkPorts } from '../http/network';
import { listenForRedirect } from '../sign-in/loopback-redirect';
import type { CheckableConnection } from './checkable';
import type { CheckLineOptions } from './run-cli';

/** Runs the same check as the window, but without browser sign-in because no user may be present. */
export function checkConnection(
  connection: CheckableConnection,
  options: CheckLineOptions,
  program: { readonly network: NetworkPorts; readonly appVersion: string; readonly signal: AbortSignal },
): Promise<Report> {
  const { secret, sameSecretElsewhere } = connection;
  const { network, appVersion, signal } = program;
  const { extraRoots, timeoutMs, withoutSecrets } = options;
  return runCheck(
    connection,
    { secret, sameSecretElsewhere, network, now: () => Date.now(), browser: null, listenForRedirect },
    {
      probe: 'none',
      appVersion,
      signal,
      extraRoots,
      withoutSecrets,
      ...(timeoutMs === null ? {} : { timeoutMs }),
    },
  );
}
