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

/** What a check of a practice connection needs to know about the practice server. */
export interface RunningPractice {
  /** Its certificate authority (PEM), trusted only by this check. */
  readonly ca: string;
  readonly origin: string;
  /** Serves the browser's part without TLS, so that the user sees no certificate warning while practising. */
  readonly browserOrigin: string;
}

export interface SavedCheckPorts {
  readonly all: readonly Connection[];
  readonly vault: Pick<Vault, 'open' | 'digest'>;
  readonly digests: SecretDigests;
  /** The secret to use: the one in use, or the new one of a rotation. */
  readonly slot?: SecretSlot;
  readonly network: NetworkPorts;
  /** null for a real connection. */
  readonly practice: RunningPractice | null;
  /** null if no user is present to sign in. */
  readonly openBrowser: ((url: string) => Promise<unknown>) | null;
}

/** Without secrets, a saved proxy sign-in stays shut as well. A ticket is none of them. */
const withoutKeptSignIns = ({ proxyDesk, ...network }: NetworkPorts): NetworkPorts =>
  proxyDesk === undefined ? network : { ...network, proxyDesk: proxyDesk.withoutKept() };

/**
 * Checks a saved connection with its secrets from the vault. A practice connection is checked against the practice
 * server.
 */
export function runSavedCheck(
  connection: Connection,
  system: System,
  ports: SavedCheckPorts,
  options: Omit<CheckOptions, 'extraRoots'>,
): Promise<Report> {
  const { network, practice, openBrowser } = ports;
  const forBrowser = (url: string): string =>
    practice !== null && new URL(url).origin === practice.origin
      ? practice.browserOrigin + url.slice(practice.origin.length)
      : url;
  const { onBrowserSignIn } = options;
  const checkPorts: CheckPorts = {
    ...savedSecrets(connection, ports.all, ports.vault, ports.digests, ports.slot),
    network: options.withoutSecrets === true ? withoutKeptSignIns(network) : network,
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
