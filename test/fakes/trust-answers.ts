import type { AnswerOf, ChannelName, RequestOf } from '@contract/channels';
import type { Connection } from '@contract/connection';
import type { ChosenCertificates, ExtraTrust, ProxySignIn } from '@contract/extra-trust';
import type { Protection } from '@contract/keyring';
import { ok, refuse } from '@contract/result';
import { systemById } from '@systems/catalogue';
import { hostsOf } from '@systems/hosts';

type TrustChannels =
  | 'extra-trust'
  | 'choose-certificates'
  | 'accept-certificates'
  | 'remove-certificate'
  | 'save-proxy-sign-in'
  | 'use-own-sign-in'
  | 'forget-proxy-sign-in';
type Answers<Names extends ChannelName> = {
  readonly [Name in Names]: (request: RequestOf<Name>) => AnswerOf<Name>;
};

/** What a test may set up. */
export interface TrustScenario {
  /** The contents of the files the user chooses, in order; null: cancelled. */
  readonly files?: readonly (ChosenCertificates | null)[];
  readonly extraTrust?: ExtraTrust;
}

/** The fake main process's part about certificates. What it trusts lasts as long as the page. */
export function trustAnswers(
  find: (id: string) => Connection | undefined,
  scenario: () => TrustScenario & { readonly protection?: Protection },
): Answers<TrustChannels> {
  let files: readonly (ChosenCertificates | null)[] | null = null;
  let chosen: ChosenCertificates | null = null;
  let trust: ExtraTrust | null = null;
  const signIns = new Map<string, ProxySignIn>();

  const trusted = (id: string): ExtraTrust | null => {
    const connection = find(id);
    const system = connection === undefined ? undefined : systemById(connection.system);
    if (connection === undefined || system === undefined) return null;
    const hosts = hostsOf(system, connection);
    trust ??= scenario().extraTrust ?? { hosts, certificates: [], proxySignIns: [] };
    return { ...trust, hosts, proxySignIns: [...trust.proxySignIns, ...signIns.values()] };
  };

  return {
    'extra-trust': ({ id }) => {
      const known = trusted(id);
      return known === null ? refuse({ code: 'not-found' }) : ok(known);
    },
    'choose-certificates': () => {
      files ??= scenario().files ?? [];
      [chosen = null, ...files] = files;
      return ok(chosen);
    },
    'accept-certificates': ({ id, token }) => {
      const known = trusted(id);
      if (known === null || chosen?.kind !== 'read' || chosen.token !== token)
        return refuse({ code: 'bad-request' });
      const { hosts } = chosen;
      const good = chosen.certificates.filter(({ verdict }) => verdict === 'good');
      const added = good.map((certificate) => ({ ...certificate, hosts }));
      trust = { ...known, certificates: [...known.certificates, ...added] };
      chosen = null;
      return ok(trust);
    },
    'save-proxy-sign-in': ({ proxy }) => {
      const state = scenario().protection?.verdict === 'unavailable' ? 'session-only' : 'saved';
      signIns.set(proxy, { proxy, state });
      return ok({ state });
    },
    'use-own-sign-in': ({ proxy }) => {
      signIns.set(proxy, { proxy, state: 'own' });
      return ok(null);
    },
    'forget-proxy-sign-in': ({ proxy }) => {
      signIns.delete(proxy);
      return ok(null);
    },
    'remove-certificate': ({ id, fingerprint }) => {
      const known = trusted(id);
      if (known === null) return refuse({ code: 'not-found' });
      trust = {
        ...known,
        certificates: known.certificates.filter((one) => one.fingerprint !== fingerprint),
      };
      return ok(trust);
    },
  };
}
