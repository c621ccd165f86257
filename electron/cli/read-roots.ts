import type { CertificateFileProblem } from '@contract/extra-trust';
import { ok, type Result, refuse } from '@contract/result';
import { type InputProblem, readSmallFile } from './input';

export interface RootsPorts {
  /** Absolute path of a file, resolved against the caller's working directory. */
  readonly path: (file: string) => string;
  /** The certificates in a file's bytes, one PEM string each. */
  readonly readCertificates: (bytes: Buffer) => Promise<Result<readonly string[], CertificateFileProblem>>;
}

/** The certificates of `--ca`. */
export async function readRoots(
  file: string | null,
  { path, readCertificates }: RootsPorts,
): Promise<Result<readonly string[], InputProblem>> {
  if (file === null) return ok([]);
  const problem = (reason: InputProblem['reason']) => refuse({ source: file, field: null, reason });
  const bytes = readSmallFile(path(file));
  if (!bytes.ok) return problem(bytes.failure.reason);
  const roots = await readCertificates(bytes.value);
  return roots.ok ? roots : problem(roots.failure);
}
