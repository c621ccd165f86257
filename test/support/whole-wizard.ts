import { type ChannelName, channels } from '@contract/channels';
import type { Language } from '@contract/languages';
import { refuse } from '@contract/result';
import { systemById } from '@systems/catalogue';
import type { IpcMainInvokeEvent } from 'electron';
import { CheckRuns } from '../../electron/check/check-runs';
import { runSavedCheck } from '../../electron/check/run-saved-check';
import { SecretDigests } from '../../electron/check/secret-digests';
import { TestAll } from '../../electron/check/test-all';
import type { ConnectionStore } from '../../electron/connections/connection-store';
import { ProxyRecords } from '../../electron/connections/proxy-records';
import { SettingsStore } from '../../electron/connections/settings-store';
import { summaryOf } from '../../electron/connections/summary';
import { certificateInspector } from '../../electron/http/certificate-inspector';
import type { NetworkPorts } from '../../electron/http/network';
import { alternativeHandlers } from '../../electron/ipc/alternative-handlers';
import { appHandlers } from '../../electron/ipc/app-handlers';
import { bugHandlers } from '../../electron/ipc/bug-handlers';
import { checkHandlers } from '../../electron/ipc/check-handlers';
import { connectionHandlers } from '../../electron/ipc/connection-handlers';
import { historyHandlers } from '../../electron/ipc/history-handlers';
import { movingHandlers } from '../../electron/ipc/moving-handlers';
import { outsideHandlers } from '../../electron/ipc/outside-handlers';
import { practiceHandlers } from '../../electron/ipc/practice-handlers';
import { proxyHandlers } from '../../electron/ipc/proxy-handlers';
import { type Handlers, registerIpc } from '../../electron/ipc/register';
import { reminderHandlers } from '../../electron/ipc/reminder-handlers';
import { reportHandlers } from '../../electron/ipc/report-handlers';
import { rotationHandlers } from '../../electron/ipc/rotation-handlers';
import { screenHandlers } from '../../electron/ipc/screen-handlers';
import { secretHandlers } from '../../electron/ipc/secret-handlers';
import { testAllHandlers } from '../../electron/ipc/test-all-handlers';
import { trustHandlers } from '../../electron/ipc/trust-handlers';
import { Bugs, detailsText } from '../../electron/log/bugs';
import { FileLog } from '../../electron/log/log';
import { Exports } from '../../electron/moving/exports';
import { Imports } from '../../electron/moving/imports';
import { readChosenFile } from '../../electron/moving/read-file';
import { remindingOf } from '../../electron/rotation/reminding';
import type { SecretCipher } from '../../electron/secrets/cipher';
import { ProxySignIns } from '../../electron/secrets/proxy-sign-ins';
import { SecretClipboard } from '../../electron/secrets/secret-clipboard';
import type { Vault } from '../../electron/secrets/vault';
import { ScreenGuard } from '../../electron/window/screen-guard';
import { behindTheWindow } from './behind-the-window';
import { quickThread } from './quick-thread';

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
  const now = () => new Date();
  const settings = new SettingsStore({ folder, now });
  const { connections, reports, history, vault, rotations } = behindTheWindow({
    folder,
    now,
    cipher,
    ...(makeVault === undefined ? {} : { makeVault }),
  });
  const digests = new SecretDigests(vault);
  const clipboard = pretendedClipboard();
  const reportTelling = reportHandlers({
    connections,
    reports,
    copyText: (text) => clipboard.writeText(text),
    saveFile: async () => ({ ok: true, value: null }),
  });
  const diary = new FileLog(folder);
  const noted = new Bugs({
    about: { version: '0.1.0', build: '0123456789ab', electron: '45.4.1', platform: 'linux' },
    files: () => new Set(['renderer/assets/open-1a2b3c4d.js']),
    write: (event) => diary.write(event),
  });
  const proxySignIns = new ProxySignIns({ cipher, records: new ProxyRecords(settings), now });
  const movingPorts = {
    connections,
    vault,
    rotations,
    now,
    thread: quickThread,
    record: history.recordAll.bind(history),
    askWhere: async () => chosenPlace(),
    choose: async () => {
      const path = chosenFile();
      return path === null ? { kind: 'cancelled' as const } : readChosenFile(path);
    },
  };
  const moving = { exports: new Exports(movingPorts), imports: new Imports(movingPorts) };
  const checks = new CheckRuns({
    connections,
    reports,
    rotations,
    secretChanges: (id) => vault.changes(id),
    onEnded: ({ id }, report) => reportTelling.remember(id, report),
    runCheck: (connection, { probe, alternative, beside, signal }) =>
      runSavedCheck(
        connection,
        systemById(connection.system),
        {
          all: connections.list(),
          vault,
          digests,
          ...(beside ? { slot: 'next' as const } : {}),
          network,
          practice: null,
          openBrowser: null,
        },
        {
          probe,
          ...(alternative === null ? {} : { alternative }),
          signal,
          appVersion: '0.0.0-test',
          waitMs: 2_000,
          timeoutMs: 5_000,
        },
      ),
  });
  const testAll = new TestAll({
    connections,
    check: (connection, signal) => checks.asOneOfSeveral(connection, signal),
    onRow: () => undefined,
    onEnd: () => undefined,
  });
  const reminding = remindingOf(vault, now);
  const guard = new ScreenGuard({
    platform: 'linux',
    protect: () => undefined,
    isAssisted: () => false,
    isWanted: () => settings.get().screenGuard ?? true,
  });
  const language = (): Language => settings.get().language ?? 'en';
  // A channel that is not here yet is told by `fuzz.test.ts`, which goes over them all.
  const handlers: Partial<Handlers> = {
    ...appHandlers({
      start: () => ({
        version: '0.0.0-test',
        electron: '0',
        electronShips: false,
        language: language(),
        connections: connections.list().map((connection) => summaryOf(connection, reminding(connection))),
        notices: [...connections.notices, ...settings.notices, ...reports.notices],
        dataFolder: folder,
        testAll: testAll.run,
        isDrawn: false,
      }),
      setLanguage: (chosen) => settings.update({ language: chosen }).ok,
    }),
    ...practiceHandlers({
      connections,
      practice: { reply: async () => null, faults: async () => refuse('not-offered') },
    }),
    ...connectionHandlers({
      connections,
      secrets: vault,
      history,
      rotations,
      reports,
      reminderOf: reminding,
      redirectUrl: async () => 'http://127.0.0.1:50123/onsis/callback',
      now,
    }),
    ...secretHandlers({
      connections,
      vault,
      history,
      rotations,
      onReveal: () => guard.shown(true),
      keyring: {
        protection: () => cipher.protection(),
        unlock: () => cipher.protection(),
        stopUnlocking: () => undefined,
      },
      clipboard: new SecretClipboard(clipboard),
      copyText: (text) => clipboard.writeText(text),
      now,
    }),
    ...rotationHandlers({ rotations }),
    ...reminderHandlers({ connections, reminderOf: reminding }),
    ...screenHandlers({ guard, want: (screenGuard) => settings.update({ screenGuard }).ok }),
    ...alternativeHandlers({ connections, rotations, now }),
    ...reportTelling.handlers,
    ...movingHandlers(async () => moving),
    ...historyHandlers({ history, saveCsv: async () => ({ ok: true, value: null }) }),
    ...outsideHandlers({ connections, openMail: async () => false, openLink: async () => false }),
    ...checkHandlers({ connections, checks, rotations }),
    ...testAllHandlers(testAll),
    ...trustHandlers({
      connections,
      chooseFile: async () => chosenFile(),
      ...certificateInspector(async () => network),
      proxySignIns: () => proxySignIns.list(),
      rotations,
      now,
    }),
    ...proxyHandlers(proxySignIns),
    ...bugHandlers((bug) => detailsText(noted.note(bug))),
  };
  const bugs: { channel: ChannelName; bug: unknown }[] = [];
  const listeners = new Map<string, (event: IpcMainInvokeEvent, request: unknown) => Promise<unknown>>();
  registerIpc(
    handlers as Handlers,
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

function pretendedClipboard() {
  let text = '';
  return {
    readText: () => text,
    writeText: (written: string) => {
      text = written;
    },
    clear: () => {
      text = '';
    },
  };
}
