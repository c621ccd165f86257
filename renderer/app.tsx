import type { StartView } from '@contract/channels';
import type { Protection } from '@contract/keyring';
import { type Language, localeOf } from '@contract/languages';
import { lazy, Suspense, startTransition, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { I18nProvider } from 'react-aria-components/I18nProvider';
import {
  AppContext,
  type AppPower,
  type MessageAbout,
  type OpenPlace,
  type Place,
  type SharedMarks,
} from './app-context';
import { bridge } from './bridge';
import { Announcer } from './components/announcer';
import { useKeptFocus } from './components/kept-focus';
import { Home } from './connections/home';
import { unseenNotices } from './connections/unseen-notices';
import { useHelp } from './help/use-help';
import { showLanguage, withItsWords } from './i18n/i18n';

// Only the first screen is loaded at start; the others are fetched when opened.
const Wizard = lazy(() =>
  withItsWords(import('./wizard/open-wizard')).then((module) => ({ default: module.OpenWizard })),
);
const ConnectionPage = lazy(() =>
  withItsWords(import('./connections/connection-page')).then((module) => ({
    default: module.ConnectionPage,
  })),
);

const TransferPage = lazy(() =>
  withItsWords(import('./transfer/transfer-page')).then((module) => ({ default: module.TransferPage })),
);
const RotationPage = lazy(() =>
  withItsWords(import('./rotation/rotation-page')).then((module) => ({ default: module.RotationPage })),
);

const HistoryPage = lazy(() =>
  withItsWords(import('./history/history-page')).then((module) => ({ default: module.HistoryPage })),
);

const SharingPage = lazy(() =>
  withItsWords(import('./sharing/sharing-page')).then((module) => ({ default: module.SharingPage })),
);

const ForeignMessage = lazy(() =>
  withItsWords(import('./message/foreign-message')).then((module) => ({ default: module.ForeignMessage })),
);

const Help = lazy(() => withItsWords(import('./help/help')).then((module) => ({ default: module.Help })));

/** Asks for what a page begins with. */
function opening(place: Exclude<Place, { readonly at: 'home' }>): OpenPlace | Promise<OpenPlace> {
  switch (place.at) {
    case 'wizard':
    case 'connection':
      return bridge.call('open-connection', { id: place.id }).then((opened) => ({ ...place, opened }));
    case 'rotation':
      return bridge.call('open-rotation', { id: place.id }).then((opened) => ({ ...place, opened }));
    case 'sharing':
      return bridge.call('shared-view', null).then((opened) => ({ ...place, opened }));
    default:
      return place;
  }
}

/** The window: the current page, the language, and whether the keyring protects secrets. */
export function App({ first }: { readonly first: StartView }) {
  const [start, setStart] = useState(first);
  const [language, setShownLanguage] = useState(first.language);
  const [place, setPlace] = useState<OpenPlace>({ at: 'home' });
  const [protection, setProtection] = useState<Protection | null>(null);
  const asked = useRef(false);
  const seenNotices = useRef<ReadonlySet<string>>(new Set(first.notices.map(({ copiedTo }) => copiedTo)));

  useEffect(() => bridge.on('keyring-changed', setProtection), []);

  const [marks, setMarks] = useState<SharedMarks | null>(null);
  const askMarks = useCallback(() => {
    void bridge.call('shared-marks', null).then((answer) => {
      if (answer.ok) setMarks(answer.value);
    });
  }, []);
  // A change of a connection may have changed how it stands; the list was read again then.
  // biome-ignore lint/correctness/useExhaustiveDependencies: `start` is the signal itself.
  useEffect(() => askMarks(), [askMarks, start]);

  const setLanguage = useCallback((next: Language) => {
    void showLanguage(next).then(() => setShownLanguage(next));
    void bridge.call('set-language', { language: next });
  }, []);

  const go = useCallback((next: Place) => {
    if (next.at !== 'home') {
      // Keeps the old screen until the new one is ready. After a blank screen React would delay the new one by 300 ms.
      const show = (ready: OpenPlace) => startTransition(() => setPlace(ready));
      const ready = opening(next);
      if (ready instanceof Promise) void ready.then(show);
      else show(ready);
      return;
    }
    // Reload the list before showing it, so that no row is stale.
    void bridge.call('start', null).then((answer) => {
      if (answer.ok) {
        const notices = unseenNotices(answer.value.notices, seenNotices.current);
        seenNotices.current = new Set(answer.value.notices.map(({ copiedTo }) => copiedTo));
        setStart({ ...answer.value, notices });
      }
      setPlace(next);
    });
  }, []);

  useKeptFocus(place);
  const { shown: helpPart, show: showHelp, hide: hideHelp } = useHelp();
  const isHelpShown = helpPart !== null;

  const [message, readMessage] = useState<MessageAbout | null>(null);

  const askProtection = useCallback(() => {
    if (asked.current) return;
    asked.current = true;
    void bridge.call('keyring', null).then((answer) => {
      if (answer.ok) setProtection(answer.value);
      else asked.current = false;
    });
  }, []);

  useEffect(() => {
    if (isHelpShown) askProtection();
  }, [isHelpShown, askProtection]);

  const power: AppPower = useMemo(
    () => ({
      start,
      language,
      setLanguage,
      go,
      showHelp,
      readMessage,
      protection,
      askProtection,
      setProtection,
      marks,
      askMarks,
    }),
    [start, language, setLanguage, go, showHelp, protection, askProtection, marks, askMarks],
  );

  return (
    <I18nProvider locale={localeOf(language)}>
      <AppContext value={power}>
        <Announcer>
          <Suspense fallback={<div className="screen" />}>
            {place.at === 'home' ? (
              <Home />
            ) : place.at === 'connection' ? (
              <ConnectionPage key={place.id} place={place} />
            ) : place.at === 'transfer' ? (
              <TransferPage key={place.only} only={place.only} />
            ) : place.at === 'history' ? (
              <HistoryPage id={place.id} />
            ) : place.at === 'rotation' ? (
              <RotationPage key={place.id} place={place} />
            ) : place.at === 'sharing' ? (
              <SharingPage key={`${place.id} ${place.publish}`} place={place} />
            ) : (
              <Wizard key={place.at === 'wizard' ? place.id : 'new'} place={place} />
            )}
          </Suspense>
          {message === null ? null : (
            <Suspense fallback={null}>
              <ForeignMessage about={message} onClose={() => readMessage(null)} />
            </Suspense>
          )}
          {helpPart !== null ? (
            <Suspense fallback={null}>
              <Help part={helpPart} onClose={hideHelp} />
            </Suspense>
          ) : null}
        </Announcer>
      </AppContext>
    </I18nProvider>
  );
}
