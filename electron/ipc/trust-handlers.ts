import { randomUUID } from 'node:crypto';
import { basename } from 'node:path';
import type { Failure } from '@contract/channels';
import type { Connection, ExtraCertificate } from '@contract/connection';
import type {
  CertificateFileProblem,
  CertificateView,
  ChosenCertificates,
  ExtraTrust,
  ProxySignIn,
} from '@contract/extra-trust';
import { LIMITS } from '@contract/limits';
import { ok, type Result, refuse } from '@contract/result';
import { systemById } from '@systems/catalogue';
import { hostsOf } from '@systems/hosts';
import type { Connections } from './connection-handlers';
import type { Handlers } from './register';

type Inspected = CertificateView & { readonly pem: string };

export interface TrustHandlerPorts {
  readonly connections: Connections;
  /** Asks the person for a file; its absolute path, or null when they chose none. */
  readonly chooseFile: () => Promise<string | null>;
  /** Reads and judges a file's certificates; `kept` are those the connection has already. */
  readonly inspectFile: (
    path: string,
    kept: readonly string[],
  ) => Promise<Result<readonly Inspected[], CertificateFileProblem>>;
  readonly inspectKept: (pems: readonly string[]) => Promise<readonly Inspected[]>;
  readonly proxySignIns: () => Promise<readonly ProxySignIn[]>;
  /** What was proved of a connection under other trust is no longer true, of a secret that is being replaced too. */
  readonly rotations: { edited(connection: Connection): Connection };
  readonly now: () => Date;
}

type TrustChannels = 'extra-trust' | 'choose-certificates' | 'accept-certificates' | 'remove-certificate';

/** What was shown and waits for a yes. It is kept here, so that what is accepted is what was shown. */
interface Offer {
  readonly token: string;
  readonly connection: string;
  readonly hosts: readonly string[];
  readonly pems: readonly string[];
}

export function trustHandlers(ports: TrustHandlerPorts): Pick<Handlers, TrustChannels> {
  const { connections } = ports;
  /** One at a time: a new choice takes the place of the one before. */
  let offer: Offer | null = null;

  /** A rehearsal trusts the practice server's own authority, and nothing can be added to it. */
  const known = (id: string): Connection | null => {
    const connection = connections.get(id);
    return connection === undefined || connection.practice ? null : connection;
  };

  const view = async (connection: Connection): Promise<ExtraTrust> => {
    const kept = connection.extraCertificates ?? [];
    const inspected = await ports.inspectKept(kept.map(({ pem }) => pem));
    return {
      hosts: hostsIn(connection),
      certificates: inspected.map(({ pem, ...certificate }) => ({
        ...certificate,
        hosts: kept.find((one) => one.pem === pem)?.hosts ?? [],
      })),
      proxySignIns: await ports.proxySignIns(),
    };
  };

  const keep = async (
    connection: Connection,
    certificates: readonly ExtraCertificate[],
  ): Promise<Result<ExtraTrust, Failure>> => {
    const { extraCertificates: _, ...rest } = connection;
    const changed = ports.rotations.edited({
      ...rest,
      ...(certificates.length > 0 && { extraCertificates: [...certificates] }),
      // The last result was made with other trust.
      lastCheck: null,
      updatedAt: ports.now().toISOString(),
    });
    if (!connections.replace(changed).ok) return refuse<Failure>({ code: 'not-saved' });
    return ok(await view(changed));
  };

  return {
    async 'extra-trust'({ id }) {
      const connection = known(id);
      return connection === null ? refuse<Failure>({ code: 'not-found' }) : ok(await view(connection));
    },

    async 'choose-certificates'({ id }) {
      const connection = known(id);
      if (connection === null) return refuse<Failure>({ code: 'not-found' });
      const hosts = hostsIn(connection);
      if (hosts.length === 0) return refuse<Failure>({ code: 'bad-request' });
      offer = null;
      const path = await ports.chooseFile();
      if (path === null) return ok(null);
      const fileName = basename(path);
      const kept = (connection.extraCertificates ?? []).map(({ pem }) => pem);
      const read = await ports.inspectFile(path, kept);
      if (!read.ok) return ok<ChosenCertificates>({ kind: 'refused', fileName, problem: read.failure });
      const good = read.value.filter(({ verdict }) => verdict === 'good').map(({ pem }) => pem);
      if (new Set([...kept, ...good]).size > LIMITS.extraCertificates) {
        return ok<ChosenCertificates>({ kind: 'refused', fileName, problem: 'too-many' });
      }
      offer = good.length === 0 ? null : { token: randomUUID(), connection: id, hosts, pems: good };
      return ok<ChosenCertificates>({
        kind: 'read',
        fileName,
        certificates: read.value.map(({ pem: _, ...certificate }) => certificate),
        hosts,
        token: offer?.token ?? null,
      });
    },

    async 'accept-certificates'({ id, token }) {
      const accepted = offer;
      const connection = known(id);
      if (accepted === null || accepted.token !== token || accepted.connection !== id || connection === null)
        return refuse<Failure>({ code: 'bad-request' });
      offer = null;
      // Other hosts than were shown: the person has not agreed to those.
      if (JSON.stringify(hostsIn(connection)) !== JSON.stringify(accepted.hosts))
        return refuse<Failure>({ code: 'bad-request' });
      const addedAt = ports.now().toISOString();
      const before = connection.extraCertificates ?? [];
      const added = accepted.pems.map((pem): ExtraCertificate => {
        const hosts = before.find((one) => one.pem === pem)?.hosts ?? [];
        return { pem, hosts: [...new Set([...hosts, ...accepted.hosts])], addedAt };
      });
      return keep(connection, [...before.filter(({ pem }) => !accepted.pems.includes(pem)), ...added]);
    },

    async 'remove-certificate'({ id, fingerprint }) {
      const shown = known(id)?.extraCertificates ?? [];
      const inspected = await ports.inspectKept(shown.map(({ pem }) => pem));
      const gone = inspected.filter((one) => one.fingerprint === fingerprint).map(({ pem }) => pem);
      // As it is by now: a check may have ended, or a secret changed places, while the certificates were read.
      const connection = known(id);
      if (gone.length === 0 || connection === null) return refuse<Failure>({ code: 'not-found' });
      const before = connection.extraCertificates ?? [];
      return keep(
        connection,
        before.filter(({ pem }) => !gone.includes(pem)),
      );
    },
  };
}

const hostsIn = (connection: Connection): readonly string[] =>
  hostsOf(systemById(connection.system), connection);
