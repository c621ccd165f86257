import type { Socket } from 'node:net';
import type { TLSSocket } from 'node:tls';
import { NEAR_DAYS } from '@contract/limits';
import type { Facts } from '@contract/report';
import { ok, type Result, refuse } from '@contract/result';
import { type Chain, certificateFacts, daysLeft, isWeak, lastOf, readChain } from './certificate';
import { hangUp, openSocket, tlsHandshake } from './dial';
import type { Exchange } from './exchange';
import { type ConnectionFailure, failure, handshakeFailure } from './failure';
import { namesAFilter } from './filter-products';
import { byVerdict, judgeRefusedCertificate, problemOf, refusalOf } from './judge-certificate';
import { lookAtCertificate } from './look-at-certificate';
import { type FoundAddress, hasNetwork, lookUpName, type NameLookup } from './name-lookup';
import { askForTunnel, proxyOrigin, type Route, readRoutes, type Signing, viaOf } from './proxy';
import type { ProxyDesk } from './proxy-desk';
import type { Trust } from './trust';
import { type Interruption, interruptionOf, seconds, type Waiting, wait } from './waiting';

/** What the network layer needs from outside. */
export interface NetworkPorts {
  /**
   * How the operating system would reach this URL: `DIRECT`, `PROXY host:port`, `HTTPS host:port`, or several in
   * order, separated by `;`, as returned by Electron's `session.resolveProxy`. Empty: the proxy script is broken.
   */
  readonly resolveProxy: (url: string) => Promise<string>;
  readonly lookUp: NameLookup;
  readonly trust: Trust;
  readonly now: () => number;
  /** Signs in to proxies that ask for it. Without it, such a proxy is a failure. */
  readonly proxyDesk?: ProxyDesk;
}

/** The server an address points to. */
export interface Target {
  readonly host: string;
  readonly port: number;
  readonly url: string;
}

/** Host and port of an absolute `https` URL, without the brackets of an IPv6 address. */
export function targetOf(url: URL): Target {
  return { host: url.hostname.replace(/^\[|\]$/g, ''), port: Number(url.port || 443), url: url.href };
}

interface FoundRoute {
  readonly route: Route;
  readonly addresses: readonly FoundAddress[];
}

/** A certificate (PEM) to trust for these hosts only, in lower case. */
export interface HostCertificate {
  readonly pem: string;
  readonly hosts: readonly string[];
}

export interface Located {
  readonly target: Target;
  /** The routes to try, in order; never empty. */
  readonly ways: readonly FoundRoute[];
  /** The operating system's proxy script could not be run, so connecting directly is a guess. */
  readonly scriptFailed: boolean;
  readonly facts: Facts;
}

export interface Connected {
  readonly located: Located;
  readonly socket: Socket;
  readonly facts: Facts;
}

/** A remark on a certificate that verified. */
export type CertificateRemark = 'none' | 'inspected' | 'expires-soon';

export interface Secured {
  readonly target: Target;
  readonly socket: TLSSocket;
  readonly remark: CertificateRemark;
  readonly facts: Facts;
}

/** The texts need these facts; they are empty if the server showed its certificate only once. */
const noCertificateFacts: Facts = {
  subject: '',
  issuer: '',
  validFrom: '',
  validTo: '',
  names: [],
  also: [],
};

type Outcome<Value> = Promise<Result<Value, ConnectionFailure>>;

/**
 * The only path from this computer to a server: every request, probe and certificate inspection uses these phases,
 * with the same proxy, trust and limits. Each phase can be called alone, so that a check can time and name it.
 */
export class Network {
  readonly #ports: NetworkPorts;
  readonly #extraRoots: readonly string[];
  readonly #certificates: readonly HostCertificate[];

  /**
   * @param extraRoots PEM certificates trusted in addition to the computer's, for all hosts.
   * @param certificates more of them, each only for the hosts it was accepted for, such as a proxy.
   */
  constructor(
    ports: NetworkPorts,
    extraRoots: readonly string[],
    certificates: readonly HostCertificate[] = [],
  ) {
    this.#ports = ports;
    this.#extraRoots = extraRoots;
    this.#certificates = certificates;
  }

  #rootsFor(host: string): readonly string[] {
    const own = this.#certificates.filter(({ hosts }) => hosts.includes(host.toLowerCase()));
    return own.length === 0 ? this.#extraRoots : [...this.#extraRoots, ...own.map(({ pem }) => pem)];
  }

  /** Finds the routes to the target and resolves their addresses: the proxy's own if there is one. */
  async locate(target: Target, waiting: Waiting): Outcome<Located> {
    const list = await wait<string, ConnectionFailure>(
      waiting,
      (end) => {
        this.#ports.resolveProxy(target.url).then(
          (answer) => end(ok(answer)),
          () => end(ok('')),
        );
      },
      (why) => failure(why === 'cancelled' ? 'cancelled' : 'proxy-script-failed', { host: target.host }),
    );
    if (!list.ok) return list;
    const scriptFailed = list.value.trim() === '';
    const routes: readonly Route[] = scriptFailed ? [{ kind: 'direct' }] : readRoutes(list.value);
    const ways: FoundRoute[] = [];
    let refused: ConnectionFailure | null = null;
    for (const route of routes) {
      const found = await this.#locateRoute(target, route, waiting);
      if (found.ok) ways.push({ route, addresses: found.value });
      else {
        if (found.failure.code === 'cancelled') return found;
        refused ??= found.failure;
      }
    }
    const [first] = ways;
    if (first === undefined) return refuse(refused ?? failure('proxy-script-failed', { host: target.host }));
    const via = viaOf(first.route);
    return ok({
      target,
      ways,
      scriptFailed,
      facts: { host: target.host, via, addresses: first.addresses.map(({ address }) => address).slice(0, 8) },
    });
  }

  async #locateRoute(target: Target, route: Route, waiting: Waiting): Outcome<readonly FoundAddress[]> {
    const place = { host: target.host, port: target.port };
    if (route.kind === 'unsupported')
      return refuse(failure('proxy-unreachable', { ...place, via: '', problem: 'unsupported' }));
    if (route.kind === 'direct') {
      const found = await lookUpName(target.host, this.#ports.lookUp, waiting);
      return found;
    }
    const found = await lookUpName(route.host, this.#ports.lookUp, waiting);
    if (found.ok || found.failure.code === 'cancelled') return found;
    const facts = { ...place, via: viaOf(route), problem: found.failure.code };
    return refuse(failure('proxy-unreachable', facts));
  }

  /** Opens a socket to the target, or a tunnel to it. The caller must close it. */
  async connect(located: Located, waiting: Waiting): Outcome<Connected> {
    const { target } = located;
    let refused: ConnectionFailure | null = null;
    for (const way of located.ways) {
      const via = viaOf(way.route);
      const facts = { host: target.host, port: target.port, via };
      const opened = await this.#connectBy(way, target, waiting);
      if (opened.ok) {
        return ok({ located, socket: opened.value, facts });
      }
      refused ??= failure(opened.failure.code, { ...facts, ...opened.failure.facts });
      // The next entry of the list is a fallback for a proxy that is unreachable, not for one that refused.
      if (opened.failure.code !== 'proxy-unreachable' && via !== null) break;
      if (waiting.signal.aborted) break;
    }
    const failed = refused ?? failure('host-unreachable', { host: target.host, port: target.port });
    const guessed = located.scriptFailed && failed.code !== 'cancelled';
    return refuse(
      guessed ? failure('proxy-script-failed', { ...failed.facts, problem: failed.code }) : failed,
    );
  }

  async #connectBy({ route, addresses }: FoundRoute, target: Target, waiting: Waiting): Outcome<Socket> {
    if (route.kind !== 'proxy') {
      const opened = await openSocket(addresses, target.port, waiting);
      if (opened.ok || opened.failure.code !== 'host-unreachable' || hasNetwork()) return opened;
      return refuse(failure('offline'));
    }
    const ask = (signing: Signing | null) => this.#tunnel(route, addresses, target, waiting, signing);
    const proxy = proxyOrigin(route);
    const tunnel = await (this.#ports.proxyDesk?.through(proxy, waiting, ask) ?? ask(null));
    const aboutSignIn = !tunnel.ok && tunnel.failure.code.startsWith('proxy-sign-in-');
    return aboutSignIn ? refuse(failure(tunnel.failure.code, { ...tunnel.failure.facts, proxy })) : tunnel;
  }

  async #tunnel(
    route: Extract<Route, { kind: 'proxy' }>,
    addresses: readonly FoundAddress[],
    target: Target,
    waiting: Waiting,
    signing: Signing | null,
  ): Outcome<Socket> {
    const via = viaOf(route) ?? '';
    const opened = await openSocket(addresses, route.port, waiting);
    if (!opened.ok)
      return opened.failure.code === 'cancelled' ? opened : this.#unreachable(opened.failure.code);
    let carrier: Socket = opened.value;
    if (route.tls) {
      // Certificates added to the connection are for its servers and must not vouch for the proxy.
      const context = this.#ports.trust.context(this.#extraRoots);
      const secured = await tlsHandshake(carrier, route.host, { context, purpose: 'use' }, waiting);
      if (!secured.ok) {
        const why = secured.failure.interruption;
        if (why !== null) return refuse(this.#interrupted(why, {}, waiting));
        const refusal = refusalOf(secured.failure.code, secured.failure.error);
        return this.#unreachable(
          refusal === null
            ? handshakeFailure(secured.failure.error, secured.failure.peerAnswered).code
            : byVerdict(refusal),
        );
      }
      carrier = secured.value;
    }
    const tunnel = await askForTunnel(carrier, target, via, waiting, signing);
    return tunnel.ok ? ok(carrier) : tunnel;
  }

  #unreachable(problem: string): Result<Socket, ConnectionFailure> {
    return refuse(failure('proxy-unreachable', { problem }));
  }

  /**
   * Starts TLS on a connected socket and verifies the certificate. If it is refused, a second handshake inspects it.
   *
   * @param purpose `settle` waits for the late refusal of TLS 1.3 servers that asked for a client certificate, so
   * that it is reported here and not with the first request. This costs at most 150 ms more on servers that send no
   * session ticket, and nothing elsewhere.
   */
  async secure(
    connected: Connected,
    waiting: Waiting,
    purpose: 'use' | 'settle' = 'settle',
  ): Outcome<Secured> {
    const { target } = connected.located;
    const base = { host: target.host, port: target.port, via: connected.facts.via ?? null };
    const roots = this.#rootsFor(target.host);
    const context = this.#ports.trust.context(roots);
    const shaken = await tlsHandshake(connected.socket, target.host, { context, purpose }, waiting);
    if (!shaken.ok) {
      const { code, error, interruption, peerAnswered } = shaken.failure;
      if (interruption !== null) return refuse(this.#interrupted(interruption, base, waiting));
      const verdict = refusalOf(code, error);
      if (verdict === null) {
        const why = handshakeFailure(error, peerAnswered);
        return refuse(failure(why.code, { ...base, ...why.facts }));
      }
      return refuse(await this.#judge(connected, verdict, base, waiting));
    }
    const socket = shaken.value;
    const chain = readChain(socket);
    // The certificate was verified, so there was one. If the runtime cannot show it again, report no facts.
    if (chain === null) return ok({ target, socket, remark: 'none', facts: base });
    const facts = {
      ...base,
      ...certificateFacts(chain, this.#ports.now()),
      ...(this.#isByAddedCertificate(chain, target.host) && { addedCertificate: true }),
    };
    // Refuse what OpenSSL refuses, whichever library the runtime uses.
    if (isWeak(chain, (one) => this.#ports.trust.reaches(one, roots))) {
      hangUp(socket);
      return refuse(failure('tls-weak', facts));
    }
    return ok({ target, socket, remark: this.#remark(chain), facts });
  }

  async #judge(
    connected: Connected,
    verdict: string,
    base: Facts,
    waiting: Waiting,
  ): Promise<ConnectionFailure> {
    const { trust, now } = this.#ports;
    const { host } = connected.located.target;
    const extraRoots = this.#rootsFor(host);
    const chain = await lookAtCertificate(
      () => this.connect(connected.located, waiting),
      host,
      trust.context(extraRoots),
      waiting,
    );
    if (waiting.signal.aborted) return this.#interrupted(interruptionOf(waiting.signal), base, waiting);
    if (chain === null) {
      const problem = problemOf(verdict, null);
      const facts = { ...base, ...noCertificateFacts, ...(problem !== null && { problem }) };
      return failure(byVerdict(verdict), facts);
    }
    const judged = judgeRefusedCertificate(chain, { host, verdict, extraRoots }, trust, now());
    return failure(judged.code, { ...base, ...judged.facts });
  }

  #interrupted(why: Interruption, base: Facts, { waitMs }: Waiting): ConnectionFailure {
    return why === 'cancelled' ? failure(why) : failure(why, { ...base, waitSeconds: seconds(waitMs) });
  }

  /** Whether the certificate is trusted only because the user added one. */
  #isByAddedCertificate(chain: Chain, host: string): boolean {
    const isAdded = this.#certificates.some(({ hosts }) => hosts.includes(host.toLowerCase()));
    return isAdded && !chain.certificates.some((one) => this.#ports.trust.reaches(one, this.#extraRoots));
  }

  #remark(chain: Chain): CertificateRemark {
    const [leaf] = chain.certificates;
    if (daysLeft(leaf, this.#ports.now()) < NEAR_DAYS) return 'expires-soon';
    const looksLikeFilter = chain.certificates.some((one) => namesAFilter(one.issuer));
    return looksLikeFilter && !this.#ports.trust.isBundled(lastOf(chain)) ? 'inspected' : 'none';
  }

  /** Runs all phases for a request: returns a verified connection on which nothing has been sent yet. */
  async open(target: Target, waiting: Waiting, exchange: Exchange): Outcome<Secured> {
    const located = await exchange.phase('lookupMs', () => this.locate(target, waiting));
    if (!located.ok) return located;
    const connected = await exchange.phase('connectMs', () => this.connect(located.value, waiting));
    if (!connected.ok) return connected;
    return exchange.phase('tlsMs', () => this.secure(connected.value, waiting, 'use'));
  }

  /** Closes a connection that no later phase takes over. */
  release(held: Connected | Secured): void {
    hangUp(held.socket);
  }
}
