import { join } from 'node:path';
import type { StartView } from '@contract/channels';
import { fileNames } from '@contract/file-names';
import { type Language, preferredLanguage } from '@contract/languages';
import type { Step } from '@contract/report';
import type { Stop } from '@contract/several';
import { traceOf } from '@contract/trace';
import { decidingStep } from '@contract/verdict';
import { systemById } from '@systems/catalogue';
import { app, type BrowserWindow, clipboard, powerMonitor, session } from 'electron';
import { CheckRuns } from './check/check-runs';
import { onceLoaded } from './check/report-of';
import { SecretDigests } from './check/secret-digests';
import { TestAll } from './check/test-all';
import { ConnectionStore } from './connections/connection-store';
import { writeWhole } from './connections/durable';
import { HistoryStore } from './connections/history-store';
import { ProxyRecords } from './connections/proxy-records';
import { ReportStore } from './connections/report-store';
import { SettingsStore } from './connections/settings-store';
import { summaryOf } from './connections/summary';
import { aboutProgram, bugs, diary } from './diary';
import { beforeEnd } from './end-on-bug';
import { certificateInspector } from './http/certificate-inspector';
import { OLDEST_SHIPPED_ELECTRON } from './identity';
import { alternativeHandlers } from './ipc/alternative-handlers';
import { appHandlers } from './ipc/app-handlers';
import { bugHandlers } from './ipc/bug-handlers';
import { checkHandlers } from './ipc/check-handlers';
import { connectionHandlers } from './ipc/connection-handlers';
import { historyHandlers } from './ipc/history-handlers';
import { movingHandlers } from './ipc/moving-handlers';
import { outsideHandlers } from './ipc/outside-handlers';
import { practiceHandlers } from './ipc/practice-handlers';
import { proxyHandlers } from './ipc/proxy-handlers';
import { registerIpc, silenceForeignChannels } from './ipc/register';
import { reminderHandlers } from './ipc/reminder-handlers';
import { reportHandlers } from './ipc/report-handlers';
import { rotationHandlers } from './ipc/rotation-handlers';
import { screenHandlers } from './ipc/screen-handlers';
import { secretHandlers } from './ipc/secret-handlers';
import { testAllHandlers } from './ipc/test-all-handlers';
import { trustHandlers } from './ipc/trust-handlers';
import { isTrustedSender } from './ipc/trusted-sender';
import { detailsText } from './log/bugs';
import { exportFileName } from './moving/file-name';
import type { Moving } from './moving/moving';
import { PracticeRoom } from './practice/practice-room';
import { remindingOf } from './rotation/reminding';
import { Rotations } from './rotation/rotations';
import { electronSecretClipboard } from './secrets/confidential-clipboard';
import { DBusKeyringProbe } from './secrets/keyring-probe';
import { KeyringWatch } from './secrets/keyring-watch';
import { ProxySignIns } from './secrets/proxy-sign-ins';
import { electronSafeStorage } from './secrets/safe-storage-wrapper';
import { SecretClipboard } from './secrets/secret-clipboard';
import { Vault } from './secrets/vault';
import { openLink, openMail, openSignIn } from './security/outside';
import { keptRedirectUrl } from './sign-in/loopback-address';
import { teller } from './window/events';
import { askForCertificate, askForExport, askWhereToSave, saveAs } from './window/file-dialogs';
import { offerContextMenu, setMenu } from './window/menu';
import { ScreenGuard } from './window/screen-guard';

/*
 * The composition root of the program with a window: every adapter and service is built here and handed over.
 * What only a check or a rehearsal needs is loaded when one begins.
 */

/** A file beside this bundle, as the build lays it out. */
const databaseWorker = join(import.meta.dirname, 'database-worker.js');

const now = (): Date => new Date();

/**
 * Starts all that is behind the window, which is there but runs no script yet.
 * @param isDrawn whether the window's page shows exactly this already
 */
export function startProgram(
  opened: BrowserWindow,
  isDrawn: (view: Omit<StartView, 'isDrawn'>) => boolean,
): void {
  const folder = app.getPath('userData');
  const about = aboutProgram();
  const log = diary();
  const settings = new SettingsStore({ folder, now });
  const language = (): Language =>
    settings.get().language ?? preferredLanguage(app.getPreferredSystemLanguages());
  let window: BrowserWindow | null = opened;

  const secretClipboard = new SecretClipboard(electronSecretClipboard());
  beforeEnd(() => secretClipboard.clearAtOnce());

  const tell = teller(() => window);
  const connections = new ConnectionStore({ folder, now });
  const reports = new ReportStore({ folder, now });
  const history = new HistoryStore({ folder, now });
  const cipher = electronSafeStorage(new DBusKeyringProbe());
  const vault = new Vault({ cipher, records: connections, now });
  const digests = new SecretDigests(vault);
  const rotations = new Rotations({ connections, vault, reports, history, now });
  const reminder = remindingOf(vault, now);
  const guard = new ScreenGuard({
    platform: about.platform,
    protect: (on) => window?.setContentProtection(on),
    isAssisted: () => app.accessibilitySupportEnabled,
    isWanted: () => settings.get().screenGuard ?? true,
  });
  const keyring = new KeyringWatch({
    keyring: cipher,
    platform: about.platform,
    onChange: async (protection) => {
      if (protection.verdict === 'os-keyring') await vault.keepSession();
      tell('keyring-changed', protection);
    },
  });
  const practice = new PracticeRoom({
    get: () => settings.get().practicePort,
    set: (practicePort) => void settings.update({ practicePort }),
    renewed: () => settings.get().practiceRenewed ?? [],
    setRenewed: (practiceRenewed) => void settings.update({ practiceRenewed: [...practiceRenewed] }),
  });
  const redirectUrl = () =>
    keptRedirectUrl({
      get: () => settings.get().loopbackPort,
      set: (loopbackPort) => settings.update({ loopbackPort }).ok,
    });

  const proxySignIns = new ProxySignIns({ cipher, records: new ProxyRecords(settings), now });

  const reportTelling = reportHandlers({
    connections,
    reports,
    copyText: (text) => clipboard.writeText(text),
    saveFile: ({ name, kind, text }) =>
      saveAs(window, { name, format: kind.toUpperCase(), text }, writeWhole),
  });

  let network: Promise<import('./http/network').NetworkPorts> | null = null;
  const theNetwork = () => {
    network ??= import('./http/system-network').then(({ systemNetwork }) =>
      systemNetwork(session.fromPartition('network'), (proxy) => proxySignIns.open(proxy)),
    );
    return network;
  };
  const checks = new CheckRuns({
    connections,
    reports,
    rotations,
    secretChanges: (id) => vault.changes(id),
    onEnded: ({ id, system }, report) => {
      const { outcome, steps } = report;
      reportTelling.remember(id, report);
      log.write({ event: 'check-finished', system, outcome, code: decidingStep(steps)?.code ?? null });
    },
    runCheck: (connection, { probe, alternative, beside, attempt, signal }) => {
      const loading = Promise.all([
        import('./check/run-saved-check'),
        theNetwork(),
        connection.practice ? practice.server() : null,
      ]);
      const appVersion = about.version;
      return onceLoaded(
        loading,
        { signal, connection, appVersion },
        ([{ runSavedCheck }, network, rehearsal]) => {
          const ports = {
            all: connections.list(),
            vault,
            digests,
            ...(beside ? { slot: 'next' as const } : {}),
            network,
            practice: rehearsal,
            openBrowser: attempt === null ? null : openSignIn,
          };
          return runSavedCheck(connection, systemById(connection.system), ports, {
            probe,
            ...(alternative === null ? {} : { alternative }),
            signal,
            appVersion,
            ...(attempt === null ? {} : tellOf(attempt)),
          });
        },
      );
    },
  });
  const tellOf = (attempt: string) => ({
    onStep: (step: Step) => tell('check-step', { attempt, step }),
    onStepBegan: (id: Step['id'], subject: string | null) =>
      tell('check-step-began', { attempt, id, subject }),
    onBrowserSignIn: (url: string, waitSeconds: number) =>
      tell('browser-sign-in', { attempt, url, waitSeconds }),
  });
  const testAll = new TestAll({
    connections,
    check: (connection, signal) => checks.asOneOfSeveral(connection, signal),
    onRow: (run, row, lastCheck) => tell('test-all-row', { run, row, lastCheck }),
    onEnd: (run, ended) => tell('test-all-ended', { run, ended }),
  });
  const stopChecks = (why: Stop): void => {
    void testAll.stop(why);
    checks.cancelAll(why);
  };

  let loadedMoving: Promise<Moving> | null = null;
  const moving = (): Promise<Moving> => {
    loadedMoving ??= import('./moving/moving').then(({ makeMoving }) =>
      makeMoving({
        connections,
        vault,
        rotations,
        now,
        record: (deeds) => history.recordAll(deeds),
        worker: databaseWorker,
        onBug: (bug) => void bugs().note({ where: 'database-worker', trace: traceOf(bug) }),
        askWhere: (kind) =>
          askWhereToSave(window, {
            name: exportFileName(kind, language(), now()),
            format: kind === 'database' ? 'KeePass' : 'JSON',
          }),
        askWhich: () => askForExport(window),
      }),
    );
    return loadedMoving;
  };

  const startView = (): StartView => {
    const view = {
      version: about.version,
      electron: about.electron,
      electronShips: Number.parseInt(about.electron, 10) >= OLDEST_SHIPPED_ELECTRON,
      language: language(),
      connections: connections.list().map((connection) => summaryOf(connection, reminder(connection))),
      notices: [...connections.notices, ...settings.notices, ...reports.notices],
      dataFolder: folder,
      testAll: testAll.run,
    };
    return { ...view, isDrawn: isDrawn(view) };
  };

  registerIpc(
    {
      ...appHandlers({
        start: startView,
        setLanguage: (chosen) => {
          setMenu(chosen);
          return settings.update({ language: chosen }).ok;
        },
      }),
      ...practiceHandlers({ connections, practice }),
      ...connectionHandlers({
        connections,
        secrets: vault,
        history,
        rotations,
        reports,
        redirectUrl,
        reminderOf: reminder,
        now,
      }),
      ...secretHandlers({
        connections,
        vault,
        history,
        rotations,
        keyring,
        onReveal: () => guard.shown(true),
        clipboard: secretClipboard,
        copyText: (text) => clipboard.writeText(text),
        now,
      }),
      ...reminderHandlers({ connections, reminderOf: reminder }),
      ...screenHandlers({ guard, want: (screenGuard) => settings.update({ screenGuard }).ok }),
      ...rotationHandlers({ rotations }),
      ...alternativeHandlers({ connections, rotations, now }),
      ...historyHandlers({
        history,
        saveCsv: (text, chosen) =>
          saveAs(
            window,
            {
              name: `${fileNames[chosen].history}.csv`,
              format: 'CSV',
              text,
            },
            writeWhole,
          ),
      }),
      ...movingHandlers(moving),
      ...outsideHandlers({ connections, openMail, openLink }),
      ...checkHandlers({ connections, checks, rotations }),
      ...testAllHandlers(testAll),
      ...trustHandlers({
        connections,
        chooseFile: () => askForCertificate(window, language()),
        ...certificateInspector(theNetwork),
        proxySignIns: () => proxySignIns.list(),
        rotations,
        now,
      }),
      ...proxyHandlers(proxySignIns),
      ...bugHandlers((bug) => detailsText(bugs().note(bug))),
      ...reportTelling.handlers,
    },
    (event) => isTrustedSender(event, window),
    (channel, bug) => detailsText(bugs().note({ where: channel, trace: traceOf(bug) })),
  );
  silenceForeignChannels();

  app.on('second-instance', () => {
    if (window?.isMinimized() === true) window.restore();
    window?.focus();
  });
  app.on('window-all-closed', () => {
    stopChecks('cancelled');
    app.quit();
  });
  app.on('will-quit', (event) => {
    void practice.stop();
    if (!secretClipboard.holds) return;
    // Newer Electrons read the clipboard asynchronously, so quitting waits for it. Quitting anew counts only once
    // this event is over: a promise alone may settle before that, and the app would stay without a window.
    event.preventDefault();
    void secretClipboard.clearIfOurs().finally(() => setImmediate(() => app.quit()));
  });

  opened.on('closed', () => {
    keyring.stop();
    window = null;
    void loadedMoving?.then(({ imports }) => imports.forget());
  });
  app.on('accessibility-support-changed', () => guard.refresh());
  opened.on('blur', () => tell('hide-secrets', null));
  offerContextMenu(opened, language);
  const onceShown = (): void => {
    setMenu(language());
    powerMonitor.on('lock-screen', () => tell('hide-secrets', null));
    const asleep = (): void => {
      tell('hide-secrets', null);
      stopChecks('sleep');
    };
    powerMonitor.on('suspend', asleep);
    // Where nobody said that the computer would sleep: what still runs, or is shown, then is from before.
    powerMonitor.on('resume', asleep);
    log.write({ event: 'started', ...about });
    for (const { file, kind } of [...connections.notices, ...settings.notices]) {
      log.write({ event: 'store-set-aside', file, kind });
    }
  };
  // Nobody can choose from a menu before, and nothing of it is worth a later first screen.
  if (opened.isVisible()) onceShown();
  else opened.once('show', onceShown);
}
