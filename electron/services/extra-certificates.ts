import { randomUUID } from 'node:crypto';
import { basename } from 'node:path';
import type { FailureCode } from '@contract/channels';
import type { Connection, ExtraCertificate } from '@contract/connection';
import type { ChosenCertificates, ExtraTrust } from '@contract/extra-trust';
import { LIMITS } from '@contract/limits';
import { ok, type Result, refuse } from '@contract/result';
import { systemById } from '@systems/catalogue';
import { hostsOf } from '@systems/hosts';
import type { ConnectionStore } from '../connections/connection-store';
import type { CertificateInspector } from '../http/certificate-inspector';
import type { Rotations } from '../rotation/rotations';
import type { ProxySignIns } from '../secrets/proxy-sign-ins';

export interface ExtraCertificatesPorts {
  readonly connections: Pick<ConnectionStore, 'get' | 'replace'>;
  /** Lets the user choose a file. Its absolute path, or null if they cancelled. */
  readonly chooseFile: () => Promise<string | null>;
  readonly inspector: CertificateInspector;
  readonly proxySignIns: Pick<ProxySignIns, 'list'>;
  readonly rotations: Pick<Rotations, 'unproved'>;
  readonly now: () => Date;
}

/** Certificates shown to the user and not accepted yet. Kept here, so that exactly what was shown is accepted. */
interface Offer {
  readonly token: string;
  readonly connection: string;
  readonly hosts: readonly string[];
  readonly pems: readonly string[];
}

/** The certificates the user adds to the trust of one connection. */
export class ExtraCertificates {
  /** Only one at a time; a new choice replaces it. */
  #offer: Offer | null = null;

  constructor(private readonly ports: ExtraCertificatesPorts) {}

  async view(id: string): Promise<Result<ExtraTrust, FailureCode>> {
    const connection = this.#known(id);
    return connection === null ? refuse('not-found') : ok(await this.#view(connection));
  }

  /** Lets the user choose a file and returns its contents; null if they cancelled. */
  async choose(id: string): Promise<Result<ChosenCertificates | null, FailureCode>> {
    const connection = this.#known(id);
    if (connection === null) return refuse('not-found');
    const hosts = hostsIn(connection);
    if (hosts.length === 0) return refuse('bad-request');
    this.#offer = null;
    const path = await this.ports.chooseFile();
    if (path === null) return ok(null);
    const fileName = basename(path);
    const kept = (connection.extraCertificates ?? []).map(({ pem }) => pem);
    const read = await this.ports.inspector.inspectFile(path, kept);
    if (!read.ok) return ok({ kind: 'refused', fileName, problem: read.failure });
    const good = read.value.filter(({ verdict }) => verdict === 'good').map(({ pem }) => pem);
    if (new Set([...kept, ...good]).size > LIMITS.extraCertificates) {
      return ok({ kind: 'refused', fileName, problem: 'too-many' });
    }
    const offer = good.length === 0 ? null : { token: randomUUID(), connection: id, hosts, pems: good };
    this.#offer = offer;
    return ok({
      kind: 'read',
      fileName,
      certificates: read.value.map(({ pem: _, ...certificate }) => certificate),
      hosts,
      token: offer?.token ?? null,
    });
  }

  /** @param token identifies the certificates shown last */
  async accept(id: string, token: string): Promise<Result<ExtraTrust, FailureCode>> {
    const accepted = this.#offer;
    const connection = this.#known(id);
    if (accepted === null || accepted.token !== token || accepted.connection !== id || connection === null) {
      return refuse('bad-request');
    }
    this.#offer = null;
    // The hosts have changed since they were shown, and the user has not agreed to the new ones.
    if (JSON.stringify(hostsIn(connection)) !== JSON.stringify(accepted.hosts)) return refuse('bad-request');
    const addedAt = this.ports.now().toISOString();
    const before = connection.extraCertificates ?? [];
    const added = accepted.pems.map((pem): ExtraCertificate => {
      const hosts = before.find((one) => one.pem === pem)?.hosts ?? [];
      return { pem, hosts: [...new Set([...hosts, ...accepted.hosts])], addedAt };
    });
    return this.#keep(connection, [...before.filter(({ pem }) => !accepted.pems.includes(pem)), ...added]);
  }

  async remove(id: string, fingerprint: string): Promise<Result<ExtraTrust, FailureCode>> {
    const shown = this.#known(id)?.extraCertificates ?? [];
    const inspected = await this.ports.inspector.inspectKept(shown.map(({ pem }) => pem));
    const gone = inspected.filter((one) => one.fingerprint === fingerprint).map(({ pem }) => pem);
    // Read it again: while the certificates were inspected, a check may have ended or a secret been switched.
    const connection = this.#known(id);
    if (gone.length === 0 || connection === null) return refuse('not-found');
    const before = connection.extraCertificates ?? [];
    return this.#keep(
      connection,
      before.filter(({ pem }) => !gone.includes(pem)),
    );
  }

  /** Practice connections trust only the practice server's CA, and nothing can be added. */
  #known(id: string): Connection | null {
    const connection = this.ports.connections.get(id);
    return connection === undefined || connection.practice ? null : connection;
  }

  async #view(connection: Connection): Promise<ExtraTrust> {
    const kept = connection.extraCertificates ?? [];
    const inspected = await this.ports.inspector.inspectKept(kept.map(({ pem }) => pem));
    return {
      hosts: hostsIn(connection),
      certificates: inspected.map(({ pem, ...certificate }) => ({
        ...certificate,
        hosts: kept.find((one) => one.pem === pem)?.hosts ?? [],
      })),
      proxySignIns: await this.ports.proxySignIns.list(),
    };
  }

  async #keep(
    connection: Connection,
    certificates: readonly ExtraCertificate[],
  ): Promise<Result<ExtraTrust, FailureCode>> {
    const { extraCertificates: _, ...rest } = connection;
    // The last result was obtained with different trust.
    const changed = this.ports.rotations.unproved({
      ...rest,
      ...(certificates.length > 0 && { extraCertificates: [...certificates] }),
    });
    return this.ports.connections.replace(changed).ok ? ok(await this.#view(changed)) : refuse('not-saved');
  }
}

const hostsIn = (connection: Connection): readonly string[] =>
  hostsOf(systemById(connection.system), connection);
