import { ConnectionStore } from '../../electron/connections/connection-store';
import { HistoryStore } from '../../electron/connections/history-store';
import { ReportStore } from '../../electron/connections/report-store';
import type { OpenWriter } from '../../electron/connections/store-file';
import { Rotations, type RotationsPorts } from '../../electron/rotation/rotations';
import type { SecretCipher } from '../../electron/secrets/cipher';
import { Vault } from '../../electron/secrets/vault';
import { FakeCipher } from '../fakes/secret-cipher';

interface Options {
  /** Called again with the same folder and cipher, it is a restart. */
  readonly folder: string;
  readonly now: () => Date;
  readonly cipher?: SecretCipher;
  readonly openWriter?: OpenWriter;
  readonly makeVault?: (ports: ConstructorParameters<typeof Vault>[0]) => Vault;
  /** In place of the stores, for a test that looks at what replacing a secret leaves there, or wants nothing left. */
  readonly rotationPorts?: Partial<Pick<RotationsPorts, 'reports' | 'history'>>;
}

/** The real stores, vault and machine for replacing secrets, in one folder; only the keyring is pretended. */
export function behindTheWindow({
  folder,
  now,
  cipher = new FakeCipher(),
  openWriter,
  makeVault = (ports) => new Vault(ports),
  rotationPorts,
}: Options) {
  const connections = new ConnectionStore({
    folder,
    now,
    ...(openWriter === undefined ? {} : { openWriter }),
  });
  const reports = new ReportStore({ folder, now });
  const history = new HistoryStore({ folder, now });
  const vault = makeVault({ cipher, records: connections, now });
  const rotations = new Rotations({ connections, vault, reports, history, now, ...rotationPorts });
  return { connections, reports, history, vault, rotations };
}
