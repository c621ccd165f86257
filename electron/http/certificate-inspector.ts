import type { CertificateFileProblem } from '@contract/extra-trust';
import { ok, type Result } from '@contract/result';
import type { InspectedCertificate } from './extra-certificates';
import type { NetworkPorts } from './network';

export interface CertificateInspector {
  /** Reads and assesses a file's certificates. `kept` are the connection's existing ones. */
  inspectFile(
    path: string,
    kept: readonly string[],
  ): Promise<Result<readonly InspectedCertificate[], CertificateFileProblem>>;
  inspectKept(pems: readonly string[]): Promise<readonly InspectedCertificate[]>;
}

/** Assesses certificates against this computer's trust store. The store and the code for it are loaded on first use. */
export function certificateInspector(
  network: () => Promise<Pick<NetworkPorts, 'trust' | 'now'>>,
): CertificateInspector {
  return {
    async inspectFile(path, kept) {
      const [{ readCertificateFile }, { inspectCertificates, readPems }, { trust, now }] = await Promise.all([
        import('./read-certificates'),
        import('./extra-certificates'),
        network(),
      ]);
      const read = await readCertificateFile(path);
      return read.ok ? ok(inspectCertificates(read.value, trust, now(), readPems(kept))) : read;
    },

    async inspectKept(pems) {
      if (pems.length === 0) return [];
      const [{ inspectCertificates, readPems }, { trust, now }] = await Promise.all([
        import('./extra-certificates'),
        network(),
      ]);
      return inspectCertificates(readPems(pems), trust, now());
    },
  };
}
