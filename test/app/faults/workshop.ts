import { type Issued, issue, makeAuthority, type Pair, type Wanted } from '../../support/certificates';
import type { Fault } from './fault';
import { goodPowerschool, type Locations, type Site } from './nginx';
import type { Papers } from './papers';
import { DOMAIN, type SchoolNetwork } from './school-network';

export interface SiteWishes {
  /** Default: a certificate for this host from the trusted authority, with its intermediate. */
  readonly papers?: Papers;
  /** More lines of the server block. */
  readonly lines?: readonly string[];
  readonly locations?: Locations;
  readonly clock?: Site['clock'];
  readonly host?: string;
  readonly address?: string;
}

/** What the tables build faults from: the names, certificates and sites of one school network. */
export class Workshop {
  readonly network: SchoolNetwork;
  /** The authority that every check here trusts, instead of a public one. */
  readonly authority: Awaited<ReturnType<typeof makeAuthority>>;
  /** Host name → addresses, for the name server. */
  readonly names = new Map<string, readonly string[]>();
  readonly sites: Site[] = [];
  /** Server blocks without TLS. */
  readonly plainServers: string[] = [];
  /** Host name → the proxy script's answer. */
  readonly routes = new Map<string, string>();
  /** Firewall rules for incoming traffic. */
  readonly firewall: string[] = [];
  readonly faults: Fault[] = [];

  private constructor(network: SchoolNetwork, authority: Workshop['authority']) {
    this.network = network;
    this.authority = authority;
  }

  static async open(network: SchoolNetwork): Promise<Workshop> {
    return new Workshop(network, await makeAuthority('School Laboratory Trust'));
  }

  /** A fresh host name that the name server knows. */
  name(id: string, addresses: readonly string[] = [this.network.address()]): string {
    const host = `${id}.${DOMAIN}`;
    this.names.set(host, addresses);
    return host;
  }

  /** Lets only `from` reach a site; everyone else times out. */
  wallOff(origin: string, from: string): void {
    const address = this.addressOf(new URL(origin).hostname);
    this.firewall.push(`ip daddr ${address} ip saddr != ${from} drop`);
  }

  addressOf(host: string): string {
    return this.names.get(host)?.[0] ?? '';
  }

  papers(id: string, leaf: Pair, others: readonly Pair[]): Papers {
    const chain = [leaf, ...others].map(({ pem }) => pem).join('\n');
    return {
      chain: this.network.writeFile(`certificates/${id}.pem`, `${chain}\n`),
      key: this.network.writeFile(`certificates/${id}.key`, leaf.key),
    };
  }

  /** A leaf for the host, with the properties in `wanted`, served with the intermediate. */
  async goodPapers(host: string, wanted: Partial<Wanted> = {}): Promise<Papers> {
    const leaf = await this.authority.leaf({ subject: `CN=${host}`, names: [host], ...wanted });
    return this.papers(host, leaf, [this.authority.intermediate]);
  }

  /** A PowerSchool server by nginx, good except for the given wishes; returns its origin. */
  async site(id: string, wishes: SiteWishes = {}): Promise<string> {
    const host = wishes.host ?? this.name(id);
    const papers = wishes.papers ?? (await this.goodPapers(host));
    this.sites.push({
      host,
      address: wishes.address ?? this.addressOf(host),
      papers,
      lines: wishes.lines ?? [],
      locations: { ...goodPowerschool, ...wishes.locations },
      clock: wishes.clock ?? 'right',
    });
    return `https://${host}`;
  }

  add(fault: Fault): void {
    this.faults.push(fault);
  }
}

/** A leaf from an authority that nobody here trusts. */
export async function strangersLeaf(
  host: string,
  issuer: string,
): Promise<{ readonly leaf: Issued; readonly root: Issued }> {
  const root = await issue({ subject: issuer, authority: true });
  return { root, leaf: await issue({ subject: `CN=${host}`, names: [host], issuer: root }) };
}
