import { type ChannelName, channels } from '@contract/channels';
import type { Policies } from '@contract/policies';
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

/** One answer over IPC, as the window receives it. */
type Answer =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly failure: { readonly code: string } };

export interface WizardOptions {
  readonly folder: string;
  readonly cipher: SecretCipher;
  readonly network: NetworkPorts;
  /** Replaceable, to check that a test notices a vault that reveals too much. */
  /** What the organization has set; default: nothing. */
  readonly policies?: Partial<Policies>;
  readonly makeVault?: (ports: ConstructorParameters<typeof Vault>[0]) => Vault;
  /** The file the user chooses in the system dialog; null: cancelled. */
  readonly chosenFile?: () => string | null;
  /** The path the user chooses for an export. */
  readonly chosenPlace?: () => string | null;
}

export interface WholeWizard {
  readonly connections: ConnectionStore;
  readonly vault: Vault;
  /** Calls like the window: through the contract's guard, with any request. */
  call(channel: string, request: unknown): Promise<Answer>;
  /** Channels of the contract without a handler here. */
  readonly unanswered: readonly ChannelName[];
  /** Exceptions thrown by handlers; the window got `unexpected`. */
  readonly bugs: readonly { readonly channel: ChannelName; readonly bug: unknown }[];
}

/** The whole main process behind the bridge except Electron itself: real stores, vault, handlers and checks. */
export function wholeWizard({
  folder,
  cipher,
  network,
  policies = {},
  makeVault,
  chosenFile = () => null,
  chosenPlace = () => null,
}: WizardOptions): WholeWizard {
  const log = new FileLog(folder);
  const noted = new Bugs({
    about: { version: '0.1.0', build: '0123456789ab', electron: '45.4.1', platform: 'linux' },
    files: () => new Set(['renderer/assets/open-1a2b3c4d.js']),
    write: (event) => log.write(event),
  });
  const ports = programPorts({ folder, cipher, policies });
  const { handlers, connections, vault } = makeProgram({
    ...ports,
    openNetwork: async () => network,
    dialogs: {
      ...ports.dialogs,
      askWhereToSave: async () => chosenPlace(),
      askForExport: async () => chosenFile(),
      askForCertificate: async () => chosenFile(),
      askForReport: async () => chosenFile(),
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
      // Electron clones messages; what cannot be cloned never arrives.
      return (await listener({} as IpcMainInvokeEvent, structuredClone(request))) as Answer;
    },
  };
}

export const channelNames = Object.keys(channels) as ChannelName[];
