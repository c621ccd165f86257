import type { CertificateFileProblem } from '@contract/extra-trust';
import { ok, type Result } from '@contract/result';
import type { InspectedCertificate } from './extra-certificates';
import type { NetworkPorts } from './network';

export interface CertificateInspector {
  /** Reads and judges a file's certificates; `kept` are those the connection has already. */
  inspectFile(
    path: string,
    kept: readonly string[],
  ): Promise<Result<readonly InspectedCertificate[], CertificateFileProblem>>;
  inspectKept(pems: readonly string[]): Promise<readonly InspectedCertificate[]>;
}

/** Judges certificates by this computer's own trust, which, like the judging itself, is loaded when first needed. */
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
