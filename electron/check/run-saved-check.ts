import type { Connection } from '@contract/connection';
import type { Report } from '@contract/report';
import type { System } from '@systems/system';
import type { NetworkPorts } from '../http/network';
import type { SecretSlot } from '../secrets/secret-record';
import type { Vault } from '../secrets/vault';
import { listenForRedirect } from '../sign-in/loopback-redirect';
import type { CheckOptions, CheckPorts } from './ports';
import { runCheck } from './run-check';
import { savedSecrets, savedSubject } from './saved-connection';
import type { SecretDigests } from './secret-digests';

/** The practice server, as a check of a practice connection needs it. */
export interface RunningPractice {
  /** Its certificate authority (PEM), which this connection alone trusts. */
  readonly ca: string;
  readonly origin: string;
  /** Where the browser's part is served without TLS, so that a rehearsal shows no certificate warning. */
  readonly browserOrigin: string;
}

export interface SavedCheckPorts {
  readonly all: readonly Connection[];
  readonly vault: Pick<Vault, 'open' | 'digest'>;
  readonly digests: SecretDigests;
  /** Which of its secrets: the one in use, or the one that is to take its place. */
  readonly slot?: SecretSlot;
  readonly network: NetworkPorts;
  /** null for a connection in earnest. */
  readonly practice: RunningPractice | null;
  /** null where nobody is there to answer in it. */
  readonly openBrowser: ((url: string) => Promise<unknown>) | null;
}

/** Checks a saved connection with its secrets from the vault; a rehearsal against the practice server. */
export function runSavedCheck(
  connection: Connection,
  system: System,
  ports: SavedCheckPorts,
  options: Omit<CheckOptions, 'extraRoots'>,
): Promise<Report> {
  const { practice, openBrowser } = ports;
  const forBrowser = (url: string): string =>
    practice !== null && new URL(url).origin === practice.origin
      ? practice.browserOrigin + url.slice(practice.origin.length)
      : url;
  const { onBrowserSignIn } = options;
  const checkPorts: CheckPorts = {
    ...savedSecrets(connection, ports.all, ports.vault, ports.digests, ports.slot),
    network: ports.network,
    now: () => Date.now(),
    browser: openBrowser === null ? null : { open: (url) => openBrowser(forBrowser(url)) },
    listenForRedirect,
  };
  return runCheck(savedSubject(connection, ports.all, system), checkPorts, {
    ...options,
    extraRoots: practice === null ? [] : [practice.ca],
    ...(onBrowserSignIn === undefined
      ? {}
      : { onBrowserSignIn: (url: string, wait: number) => onBrowserSignIn(forBrowser(url), wait) }),
  });
}
