import { type ChannelName, channels } from '@contract/channels';
import { refuse } from '@contract/result';
import type { IpcMainInvokeEvent } from 'electron';
import type { ConnectionStore } from '../../electron/connections/connection-store';
import type { NetworkPorts } from '../../electron/http/network';
import { Bugs, detailsText } from '../../electron/log/bugs';
import { FileLog } from '../../electron/log/log';
import { makeProgram } from '../../electron/program';
import type { SecretCipher } from '../../electron/secrets/cipher';
import type { Vault } from '../../electron/secrets/vault';
import { registerIpc } from '../../electron/shell/register';
import { programPorts } from '../fakes/program-ports';

/** One answer across the border, as the window gets it. */
type Answer =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly failure: { readonly code: string } };

export interface WizardOptions {
  readonly folder: string;
  readonly cipher: SecretCipher;
  readonly network: NetworkPorts;
  /** Replaced to see whether a test notices a vault that gives too much away. */
  readonly makeVault?: (ports: ConstructorParameters<typeof Vault>[0]) => Vault;
  /** What the person would choose in the system's dialog; null: nothing. */
  readonly chosenFile?: () => string | null;
  /** Where they would have an export put. */
  readonly chosenPlace?: () => string | null;
}

export interface WholeWizard {
  readonly connections: ConnectionStore;
  readonly vault: Vault;
  /** As the window calls: through the guard of the contract, with anything at all. */
  call(channel: string, request: unknown): Promise<Answer>;
  /** Channels of the contract that nobody answers here. */
  readonly unanswered: readonly ChannelName[];
  /** Exceptions that a handler let out; the window was told `unexpected`. */
  readonly bugs: readonly { readonly channel: ChannelName; readonly bug: unknown }[];
}

/** The whole of the main process behind the bridge, but for Electron itself: real stores, vault, handlers, checks. */
export function wholeWizard({
  folder,
  cipher,
  network,
  makeVault,
  chosenFile = () => null,
  chosenPlace = () => null,
}: WizardOptions): WholeWizard {
  const diary = new FileLog(folder);
  const noted = new Bugs({
    about: { version: '0.1.0', build: '0123456789ab', electron: '45.4.1', platform: 'linux' },
    files: () => new Set(['renderer/assets/open-1a2b3c4d.js']),
    write: (event) => diary.write(event),
  });
  const ports = programPorts({ folder, cipher });
  const { handlers, connections, vault } = makeProgram({
    ...ports,
    openNetwork: async () => network,
    dialogs: {
      ...ports.dialogs,
      askWhereToSave: async () => chosenPlace(),
      askForExport: async () => chosenFile(),
      askForCertificate: async () => chosenFile(),
    },
    noteBug: (bug) => detailsText(noted.note(bug)),
    instead: {
      ...(makeVault === undefined ? {} : { makeVault }),
      checkLimits: { waitMs: 2_000, timeoutMs: 5_000 },
      practice: {
        server: async () => null,
        reply: async () => null,
        faults: async () => refuse('not-offered'),
        stop: async () => undefined,
      },
    },
  });
  const bugs: { channel: ChannelName; bug: unknown }[] = [];
  const listeners = new Map<string, (event: IpcMainInvokeEvent, request: unknown) => Promise<unknown>>();
  registerIpc(
    handlers,
    () => true,
    (channel, bug) => {
      bugs.push({ channel, bug });
      return 'details';
    },
    { handle: (name, listener) => listeners.set(name, listener) },
  );
  return {
    connections,
    vault,
    bugs,
    unanswered: channelNames.filter((name) => handlers[name] === undefined),
    async call(channel, request) {
      const listener = listeners.get(channel);
      if (listener === undefined) throw new Error(`${channel} has no handler`);
      // Electron copies what crosses; what cannot be copied never arrives.
      return (await listener({} as IpcMainInvokeEvent, structuredClone(request))) as Answer;
    },
  };
}

export const channelNames = Object.keys(channels) as ChannelName[];
