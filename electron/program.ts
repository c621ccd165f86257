import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Licence, StartView } from '@contract/channels';
import type { Connection, SystemId } from '@contract/connection';
import { fileNames } from '@contract/file-names';
import type { Protection } from '@contract/keyring';
import type { Language } from '@contract/languages';
import { fixedBy, type PoliciesInForce, policiesView } from '@contract/policies';
import type { Report, Step } from '@contract/report';
import { ok, type Result, refuse } from '@contract/result';
import type { Stop } from '@contract/test-all';
import { traceOf } from '@contract/trace';
import { decidingStep } from '@contract/verdict';
import { systemFor } from '@systems/catalogue';
import { CheckRuns, type RunSavedCheck } from './check/check-runs';
import type { CheckOptions } from './check/ports';
import { onceLoaded } from './check/report-of';
import { TestAll } from './check/test-all';
import { CarriedStore } from './connections/carried-store';
import { HistoryStore } from './connections/history-store';
import { ReportStore } from './connections/report-store';
import { summaryOf } from './connections/summary';
import { certificateInspector } from './http/certificate-inspector';
import type { NetworkPorts } from './http/network';
import type { KeptSignIns } from './http/proxy-ways';
import type { NetworkPolicies } from './http/system-network';
import { OLDEST_SHIPPED_ELECTRON } from './identity';
import { appHandlers } from './ipc/app-handlers';
import { bugHandlers } from './ipc/bug-handlers';
import { carriedHandlers } from './ipc/carried-handlers';
import { checkHandlers } from './ipc/check-handlers';
import { connectionHandlers } from './ipc/connection-handlers';
import { explainHandlers } from './ipc/explain-handlers';
import type { Handlers, SendEvent } from './ipc/handlers';
import { historyHandlers } from './ipc/history-handlers';
import { nightlyHandlers } from './ipc/nightly-handlers';
import { type OutsideHandlerPorts, outsideHandlers } from './ipc/outside-handlers';
import { practiceHandlers } from './ipc/practice-handlers';
import { proxyHandlers } from './ipc/proxy-handlers';
import { reportHandlers } from './ipc/report-handlers';
import { rotationHandlers } from './ipc/rotation-handlers';
import { screenHandlers } from './ipc/screen-handlers';
import { secretHandlers } from './ipc/secret-handlers';
import { sharedHandlers } from './ipc/shared-handlers';
import { testAllHandlers } from './ipc/test-all-handlers';
import { transferHandlers } from './ipc/transfer-handlers';
import { trustHandlers } from './ipc/trust-handlers';
import type { AboutProgram, Bug } from './log/bugs';
import type { LogEvent } from './log/log';
import { PracticeRoom } from './practice/practice-room';
import { remindingOf } from './rotation/reminding';
import { Rotations, type RotationsPorts } from './rotation/rotations';
import type { SecretCipher } from './secrets/cipher';
import { KeyringWatch } from './secrets/keyring-watch';
import { type ClipboardPort, SecretClipboard } from './secrets/secret-clipboard';
import { CarriedChecks } from './services/carried-checks';
import { ConnectionService } from './services/connection-service';
import { ExtraCertificates } from './services/extra-certificates';
import type { NightlyWatch } from './services/nightly-watch';
import { Rehearsal } from './services/rehearsal';
import { ReportService } from './services/report-service';
import { ScreenGuard } from './services/screen-guard';
import { SecretActions } from './services/secret-actions';
import type { SharedConnections } from './shared-store/shared-connections';
import { keptRedirectUrl } from './sign-in/loopback-address';
import { openConnections, openSettings, type StoredConnectionsOptions } from './stores';
import type { DatabaseThread } from './transfer/database-thread';
import { exportFileName } from './transfer/file-name';
import type { Transfer } from './transfer/transfer';
import type { UpdateNotices } from './update-notice/update-notices';
import type { RunCommand } from './watch/kept-schedule';
import { ownResultsFile } from './watch/results-path';
import type { ScheduleFacts } from './watch/schedule/this-computer';

/*
 * Everything behind the window, assembled in one place for the app and the tests. Parts that need Electron are passed
 * in as ports (electron/shell). Code that only checks, practice or transfers need is loaded on demand.
 */

/** A new file, before the user has chosen where to save it. */
interface NewFile {
  /** With its extension. */
  readonly name: string;
  /** The name of its format in the dialog. */
  readonly format: string;
}

/** The operating system's file dialogs. null: the user cancelled. */
interface FileDialogs {
  /** Lets the user choose a path and writes the file. */
  saveAs(file: NewFile & { readonly text: string }): Promise<Result<string | null, 'not-saved'>>;
  askWhereToSave(file: NewFile): Promise<string | null>;
  askForExport(language: Language): Promise<string | null>;
  askForCertificate(language: Language): Promise<string | null>;
  askForReport(language: Language): Promise<string | null>;
}

export interface ProgramPorts {
  /** The app's data folder, absolute. */
  readonly folder: string;
  readonly now: () => Date;
  /** What the organization has set on this computer. */
  readonly policies: PoliciesInForce;
  readonly about: Pick<AboutProgram, 'version' | 'electron' | 'platform'>;
  /** The operating system's language, used until the user chooses one. */
  readonly systemLanguage: () => Language;
  /** The operating system's region. */
  readonly region: string | null;
  readonly cipher: SecretCipher;
  readonly keyring: {
    protection(): Promise<Protection>;
    unlock(): Promise<Protection>;
    stopUnlocking(): void;
  };
  /** Called once, when the network is first needed. */
  readonly openNetwork: (kept: KeptSignIns, policies: NetworkPolicies) => Promise<NetworkPorts>;
  readonly sendEvent: SendEvent;
  readonly copyText: (text: string) => void | Promise<void>;
  /** Marks its contents as confidential if the platform supports it. */
  readonly secretClipboard: ClipboardPort;
  readonly dialogs: FileDialogs;
  /** What the system's schedule for the nightly test has to know. */
  readonly scheduleFacts: () => Promise<ScheduleFacts>;
  readonly openMail: OutsideHandlerPorts['openMail'];
  readonly openLink: OutsideHandlerPorts['openLink'];
  /** null if no user is present to sign in. */
  readonly openSignIn: ((url: string) => Promise<unknown>) | null;
  /** Excludes the window from screenshots, or no longer. */
  readonly protectScreen: (on: boolean) => void;
  readonly isAssisted: () => boolean;
  readonly onLanguageChosen: (language: Language) => void;
  /** Everything that others wrote of this program. */
  readonly licences: () => Promise<readonly Licence[]>;
  /** Whether the window's page already shows exactly this. */
  readonly isDrawn: (view: Omit<StartView, 'isDrawn'>) => boolean;
  /** Logs a bug and returns the details for the user to copy. */
  readonly noteBug: (bug: Bug) => string;
  readonly log: (event: LogEvent) => void;
  /** The thread that opens and creates KeePass databases. */
  readonly loadDatabaseThread: (onBug: (bug: unknown) => void) => Promise<DatabaseThread>;
  /** Replacements used by tests. */
  readonly instead?: Pick<StoredConnectionsOptions, 'openWriter' | 'makeVault'> & {
    readonly runCheck?: RunSavedCheck;
    readonly checkLimits?: Pick<CheckOptions, 'timeoutMs' | 'waitMs'>;
    readonly practice?: Pick<PracticeRoom, 'server' | 'reply' | 'faults' | 'stop'>;
    readonly updateNoticeKey?: string;
    readonly runCommand?: RunCommand;
  };
}

export interface ServicesOptions extends StoredConnectionsOptions {
  /** Replaces these stores in a test that inspects what a rotation writes to them, or wants nothing written. */
  readonly rotationPorts?: Partial<Pick<RotationsPorts, 'reports' | 'history' | 'sharing'>>;
}

/** The stores, the vault and the rotations: everything that changes go through. */
export function openServices({ rotationPorts, ...options }: ServicesOptions) {
  const { folder, now } = options;
  const { connections, vault, digests, shared } = openConnections(options);
  const reports = new ReportStore({ folder, now });
  const carried = new CarriedStore({ folder, now });
  const history = new HistoryStore({ folder, now });
  const rotations = new Rotations({ connections, vault, reports, history, now, ...rotationPorts });
  return { connections, reports, carried, history, vault, digests, rotations, shared };
}

export function makeProgram(ports: ProgramPorts) {
  const { folder, now, about, sendEvent, dialogs, instead = {} } = ports;
  const { policies } = ports.policies;
  const { settings, proxySignIns } = openSettings({ folder, now, cipher: ports.cipher, policies });
  const language = (): Language => policies.language ?? settings.get().language ?? ports.systemLanguage();
  const isAllowed = (system: SystemId): boolean => policies.allowedSystems?.includes(system) ?? true;
  const mayTest = ({ practice }: Connection): boolean => !(practice && policies.forbidPractice);
  const { openWriter, makeVault } = instead;
  let loadedSharing: Promise<SharedConnections> | null = null;
  const sharing = (): Promise<SharedConnections> => {
    loadedSharing ??= loadSharing();
    return loadedSharing;
  };
  /** Whether a store is set up, known without loading anything of sharing. */
  const isSharing = (): boolean => policies.sharedStore !== null || existsSync(join(folder, 'shared.json'));
  const { connections, reports, carried, history, vault, digests, rotations, shared } = openServices({
    folder,
    now,
    cipher: ports.cipher,
    policies,
    rotationPorts: {
      sharing: {
        isReplacedElsewhere: async (id) => isSharing() && (await (await sharing()).replacing(id)) !== null,
        tell: async (id) => isSharing() && (await sharing()).stepped(id),
      },
    },
    ...(openWriter === undefined ? {} : { openWriter }),
    ...(makeVault === undefined ? {} : { makeVault }),
  });
  const reminderOf = remindingOf(vault, now);
  const secretClipboard = new SecretClipboard(ports.secretClipboard, policies.longestClipboardSeconds);
  const guard = new ScreenGuard({
    platform: about.platform,
    protect: ports.protectScreen,
    isAssisted: ports.isAssisted,
    isWanted: () => settings.get().screenGuard ?? true,
  });
  const keyring = new KeyringWatch({
    keyring: ports.keyring,
    platform: about.platform,
    onChange: async (protection) => {
      if (protection.verdict === 'os-keyring') await vault.keepSession();
      sendEvent('keyring-changed', protection);
    },
  });
  const practice =
    instead.practice ??
    new PracticeRoom({
      get: () => settings.get().practicePort,
      set: (practicePort) => void settings.update({ practicePort }),
      renewed: () => settings.get().practiceRenewed ?? [],
      setRenewed: (practiceRenewed) => void settings.update({ practiceRenewed: [...practiceRenewed] }),
    });

  let opened: Promise<NetworkPorts> | null = null;
  const network = (): Promise<NetworkPorts> => {
    opened ??= ports.openNetwork(proxySignIns, policies);
    return opened;
  };

  const reportService = new ReportService({
    connections,
    reports,
    carried,
    copyText: ports.copyText,
    saveFile: ({ name, kind, text }) => dialogs.saveAs({ name, format: kind.toUpperCase(), text }),
  });

  const tellOf = (attempt: string) => ({
    onStep: (step: Step) => sendEvent('check-step', { attempt, step }),
    onStepBegan: (id: Step['id'], subject: string | null) =>
      sendEvent('check-step-began', { attempt, id, subject }),
    onBrowserSignIn: (url: string, waitSeconds: number) =>
      sendEvent('browser-sign-in', { attempt, url, waitSeconds }),
  });
  const runCheck: RunSavedCheck = (connection, wishes) => {
    const { probe, alternative, beside, withoutSecrets, attempt, signal } = wishes;
    const loading = Promise.all([
      import('./check/run-saved-check'),
      network(),
      connection.practice ? practice.server() : null,
    ]);
    const appVersion = about.version;
    return onceLoaded(
      loading,
      { signal, connection, appVersion },
      ([{ runSavedCheck }, loaded, rehearsal]): Promise<Report> =>
        runSavedCheck(
          connection,
          systemFor(connection),
          {
            all: connections.list(),
            vault,
            digests,
            ...(beside ? { slot: 'next' as const } : {}),
            network: loaded,
            practice: rehearsal,
            openBrowser: attempt === null ? null : ports.openSignIn,
          },
          {
            probe,
            ...(alternative === null ? {} : { alternative }),
            withoutSecrets,
            signal,
            appVersion,
            ...instead.checkLimits,
            ...(attempt === null ? {} : tellOf(attempt)),
          },
        ),
    );
  };
  const checks = new CheckRuns({
    connections,
    reports,
    rotations,
    secretChanges: (id) => vault.changes(id),
    onEnded: ({ id, system }, report) => {
      const { outcome, steps } = report;
      reportService.remember(id, report);
      ports.log({ event: 'check-finished', system, outcome, code: decidingStep(steps)?.code ?? null });
    },
    runCheck: instead.runCheck ?? runCheck,
  });
  const testAll = new TestAll({
    connections: {
      list: () => connections.list().filter(mayTest),
      get: (id) => connections.get(id),
    },
    check: (connection, signal) => checks.asOneOfMany(connection, signal),
    onRow: (run, row, lastCheck) => sendEvent('test-all-row', { run, row, lastCheck }),
    onEnd: (run, ended) => sendEvent('test-all-ended', { run, ended }),
  });

  const loadSharing = async (): Promise<SharedConnections> => {
    const [{ openShared }, { Door }, { listenForRedirect }, inUse] = await Promise.all([
      import('./shared-store/open-shared'),
      import('./shared-store/door'),
      import('./sign-in/loopback-redirect'),
      shared(),
    ]);
    const open = ports.openSignIn;
    return openShared(inUse, {
      connections,
      vault,
      rotations,
      policies,
      record: (actions) => history.recordAll(actions),
      door: new Door({
        network,
        appVersion: about.version,
        browser: open === null ? null : { open, listenForRedirect },
      }),
    });
  };

  let loadedTransfer: Promise<Transfer> | null = null;
  const loadTransfer = async (): Promise<Transfer> => {
    const [{ makeTransfer }, thread] = await Promise.all([
      import('./transfer/transfer'),
      ports.loadDatabaseThread(
        (bug) => void ports.noteBug({ where: 'database-worker', trace: traceOf(bug) }),
      ),
    ]);
    return makeTransfer({
      connections,
      vault,
      rotations,
      now,
      thread,
      isForbidden: policies.forbidExport,
      isAllowed,
      isFixed: (connection) => fixedBy(policies, connection) !== null,
      record: (actions) => history.recordAll(actions),
      askWhere: (kind) =>
        dialogs.askWhereToSave({
          name: exportFileName(kind, language(), now()),
          format: kind === 'database' ? 'KeePass' : 'JSON',
        }),
      askWhich: () => dialogs.askForExport(language()),
    });
  };
  const transfer = (): Promise<Transfer> => {
    loadedTransfer ??= loadTransfer();
    return loadedTransfer;
  };

  const resultsFile = ownResultsFile(folder);
  let loadedNightly: Promise<NightlyWatch> | null = null;
  const loadNightly = async (): Promise<NightlyWatch> => {
    const { NightlyWatch: Watch } = await import('./services/nightly-watch');
    const { scheduleFacts } = ports;
    const { runCommand } = instead;
    return new Watch({ scheduleFacts, resultsFile, now, ...(runCommand && { run: runCommand }) });
  };
  const nightly = () => {
    loadedNightly ??= loadNightly();
    return loadedNightly;
  };

  let notices: Promise<UpdateNotices> | null = null;
  const loadNotices = async (address: string): Promise<UpdateNotices> => {
    const [{ UpdateNotices: Notices }, { PUBLIC_KEY }] = await Promise.all([
      import('./update-notice/update-notices'),
      import('./update-notice/public-key'),
    ]);
    return new Notices({
      address,
      publicKey: instead.updateNoticeKey ?? PUBLIC_KEY,
      network,
      version: about.version,
      now,
      kept: () => settings.get().updateNotice ?? null,
      keep: (updateNotice) => void settings.update({ updateNotice }),
    });
  };
  const updateNotice = async () => {
    // Nothing of it is loaded where it is not wanted.
    if (policies.updateNotice === null) return null;
    notices ??= loadNotices(policies.updateNotice.url);
    return (await notices).current();
  };

  const start = (): StartView => {
    const view = {
      version: about.version,
      electron: about.electron,
      electronShips: Number.parseInt(about.electron, 10) >= OLDEST_SHIPPED_ELECTRON,
      language: language(),
      region: ports.region,
      connections: connections.list().map((connection) => summaryOf(connection, reminderOf(connection))),
      notices: [...connections.notices, ...settings.notices, ...reports.notices, ...carried.notices],
      dataFolder: folder,
      policies: policiesView(ports.policies),
      testAll: testAll.run,
    };
    return { ...view, isDrawn: ports.isDrawn(view) };
  };

  const handlers: Handlers = {
    ...appHandlers({
      start,
      setLanguage: (chosen) => {
        if (policies.language !== null) return refuse('not-allowed');
        ports.onLanguageChosen(chosen);
        return settings.update({ language: chosen }).ok ? ok(null) : refuse('not-saved');
      },
      licences: ports.licences,
      updateNotice,
    }),
    ...practiceHandlers(new Rehearsal({ connections, practice, isForbidden: policies.forbidPractice })),
    ...connectionHandlers(
      new ConnectionService({
        connections,
        vault,
        history,
        rotations,
        reports,
        carried,
        redirectUrl: () =>
          keptRedirectUrl({
            get: () => settings.get().loopbackPort,
            set: (loopbackPort) => settings.update({ loopbackPort }).ok,
          }),
        reminderOf,
        policies,
        now,
      }),
    ),
    ...secretHandlers({
      secrets: new SecretActions({
        connections,
        vault,
        history,
        rotations,
        onReveal: () => guard.shown(true),
        clipboard: secretClipboard,
        policies,
      }),
      keyring,
      copyText: ports.copyText,
    }),
    ...screenHandlers({ guard, want: (screenGuard) => settings.update({ screenGuard }).ok }),
    ...rotationHandlers(rotations, (id) => fixedBy(policies, connections.get(id) ?? {})),
    ...historyHandlers({
      history,
      saveCsv: (text, chosen) =>
        dialogs.saveAs({
          name: `${fileNames[chosen].history}.csv`,
          format: 'CSV',
          text,
        }),
    }),
    ...transferHandlers(transfer),
    ...outsideHandlers({ connections, openMail: ports.openMail, openLink: ports.openLink }),
    ...checkHandlers({ connections, checks, rotations, mayTest }),
    ...testAllHandlers(testAll),
    ...nightlyHandlers(nightly, () => existsSync(resultsFile)),
    ...sharedHandlers({ isSetUp: isSharing, load: sharing, sendEvent }),
    ...trustHandlers(
      new ExtraCertificates({
        connections,
        chooseFile: () => dialogs.askForCertificate(language()),
        inspector: certificateInspector(network),
        proxySignIns,
        rotations,
        now,
      }),
    ),
    ...proxyHandlers(proxySignIns),
    ...bugHandlers(ports.noteBug),
    ...reportHandlers(reportService),
    ...explainHandlers(connections),
    ...carriedHandlers(
      new CarriedChecks({
        connections,
        carried,
        isForbidden: policies.forbidExport,
        ownReports: (id) => reportService.own(id),
        now,
        askWhere: (chosen) => dialogs.askWhereToSave({ name: `${fileNames[chosen].kit}.zip`, format: 'ZIP' }),
        readChosen: async () => {
          const path = await dialogs.askForReport(language());
          if (path === null) return ok(null);
          return (await import('./services/read-report-file')).readReportFile(path);
        },
      }),
    ),
  };

  return {
    handlers,
    language,
    connections,
    reports,
    history,
    vault,
    secretClipboard,
    guard,
    sharing,
    isSharing,
    /** Files the stores had to copy aside. */
    get notices() {
      return [...connections.notices, ...settings.notices];
    },
    stopChecks(why: Stop): void {
      void testAll.stop(why);
      checks.cancelAll(why);
    },
    /** The window is gone: stop watching the keyring, and forget the file to be imported. */
    onWindowClosed(): void {
      keyring.stop();
      void loadedTransfer?.then(({ imports }) => imports.forget());
    },
    stopPractice: () => practice.stop(),
  };
}
