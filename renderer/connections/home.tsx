import type { StoreNotice } from '@contract/channels';
import { TESTED_TOGETHER_FROM } from '@contract/drawn-page';
import type { TestAllRun } from '@contract/test-all';
import type { UpdateNotice as Told } from '@contract/update-notice';
import { Plus } from 'lucide-react';
import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useApp } from '../app-context';
import { bridge } from '../bridge';
import { useAnnounce } from '../components/announcer';
import { Button } from '../components/button';
import { Foot } from '../components/foot';
import { Heading } from '../components/heading';
import { Notice } from '../components/notice';
import { withItsWords } from '../i18n/i18n';
import { ConnectionRows } from './connection-rows';
import { FirstRun } from './first-run';
import styles from './home.module.css';
import { mayBegin } from './may-begin';
import { FoundListWhenThere, isSearched, useSearchWanted } from './searched';
import { useWatched } from './use-watched';

const TestAll = lazy(() =>
  withItsWords(import('./test-all')).then((module) => ({ default: module.TestAll })),
);

const UpdateNotice = lazy(() =>
  withItsWords(import('./update-notice')).then((module) => ({ default: module.UpdateNotice })),
);
const SharingEntry = lazy(() =>
  withItsWords(import('../sharing/sharing-entry')).then((module) => ({ default: module.SharingEntry })),
);
const Prepared = lazy(() => import('./prepared').then((module) => ({ default: module.Prepared })));
const PolicyNotice = lazy(() =>
  withItsWords(import('./policy-notice')).then((module) => ({ default: module.PolicyNotice })),
);

/** The first screen: the introduction if there is no connection, otherwise the list. */
export function Home() {
  const { t } = useTranslation();
  const { start, go, marks } = useApp();
  const [notices] = useState(start.notices);
  const empty = start.connections.length === 0;
  const { presets, problems, forbidPractice } = start.policies;
  const open = presets.filter(({ id }) => start.connections.every(({ preset }) => preset !== id));
  const prepared =
    open.length === 0 ? null : (
      <Suspense fallback={null}>
        <Prepared presets={open} first={empty} />
      </Suspense>
    );
  const wrong =
    problems.length === 0 ? null : (
      <Suspense fallback={null}>
        <div className={styles.notices}>
          <PolicyNotice problems={problems} />
        </div>
      </Suspense>
    );
  const [testing, setTesting] = useState<Testing | null>(
    start.testAll === null ? null : { turn: 0, first: start.testAll },
  );
  const testAll = () => setTesting({ turn: (testing?.turn ?? 0) + 1, first: null });
  // The results stay visible until the reloaded list includes them.
  const close = () => void bridge.call('dismiss-test-all', null).then(() => go({ at: 'home' }));
  useEffect(() => {
    if (start.testAll === null) setTesting(null);
  }, [start]);

  return (
    <div className="screen">
      <main className="screen-scroll">
        {empty ? (
          <FirstRun
            notices={
              <>
                {wrong}
                <StoreNotices notices={notices} empty />
              </>
            }
            prepared={prepared}
          />
        ) : (
          <div className={styles.body}>
            {wrong}
            <StoreNotices notices={notices} />
            <div className={styles.head}>
              <Heading focusOn="home">{t('connections.title')}</Heading>
              <div className="row">
                {forbidPractice ? null : (
                  <Button onPress={() => go({ at: 'new', practice: true })}>
                    {t('connections.practise')}
                  </Button>
                )}
                {start.connections.length < TESTED_TOGETHER_FROM ? null : (
                  <Button onPress={testAll}>{t('connections.testAll')}</Button>
                )}
                <Button
                  kind="primary"
                  reason={mayBegin(start.policies) ? null : t('common.managed.set')}
                  onPress={() => go({ at: 'new', practice: false })}
                >
                  <Plus size={18} aria-hidden />
                  {t('connections.setUp')}
                </Button>
              </div>
            </div>
            {prepared}
            <List testing={testing} onClose={close} />
          </div>
        )}
        <Newer />
      </main>
      <Foot kept={t('connections.keptIn', { folder: start.dataFolder })}>
        {marks === null ? null : (
          <Suspense fallback={null}>
            <SharingEntry />
          </Suspense>
        )}
        <Button kind="quiet" size="small" onPress={() => go({ at: 'transfer', only: null })}>
          {t('connections.move')}
        </Button>
      </Foot>
    </div>
  );
}

/** Below everything else, so that nothing moves when it comes. */
function Newer() {
  const [notice, setNotice] = useState<Told | null>(null);
  useEffect(() => {
    let isHere = true;
    void bridge.call('update-notice', null).then((answer) => {
      if (isHere && answer.ok) setNotice(answer.value);
    });
    return () => {
      isHere = false;
    };
  }, []);
  return notice === null ? null : (
    <div className={styles.newer}>
      <Suspense fallback={null}>
        <UpdateNotice notice={notice} />
      </Suspense>
    </div>
  );
}

/** A visible "Test all" run: started here if it has no `first`, otherwise found running when the list opened. */
interface Testing {
  readonly turn: number;
  readonly first: TestAllRun | null;
}

function List({ testing, onClose }: { readonly testing: Testing | null; readonly onClose: () => void }) {
  const { start } = useApp();
  const searchedFor = useRef('');
  const wanted = useSearchWanted(start.connections);
  const watched = useWatched(start.connections);
  const live = watched === undefined ? {} : { live: watched };
  const plain = <ConnectionRows connections={start.connections} {...live} />;
  const list =
    wanted || isSearched(start.connections) ? (
      <Suspense fallback={plain}>
        <FoundListWhenThere
          connections={start.connections}
          {...live}
          kept={searchedFor}
          takesFocus={wanted}
        />
      </Suspense>
    ) : (
      plain
    );
  return testing === null ? (
    list
  ) : (
    <Suspense fallback={list}>
      <TestAll
        key={testing.turn}
        connections={start.connections}
        first={testing.first}
        onClose={onClose}
        isSearched={wanted || isSearched(start.connections)}
        searchedFor={searchedFor}
      />
    </Suspense>
  );
}

/** How to get the data back, which depends on why the file was set aside. */
const getBack = ({ kind, file }: StoreNotice, empty: boolean) =>
  kind === 'newer-version'
    ? 'connections.notice.getBackNewer'
    : file === 'connections'
      ? empty
        ? 'connections.notice.getBackEmpty'
        : 'connections.notice.getBack'
      : 'connections.notice.getBackOther';

function StoreNotices({
  notices,
  empty = false,
}: {
  readonly notices: readonly StoreNotice[];
  /** True if the list is empty. */
  readonly empty?: boolean;
}) {
  const { t } = useTranslation();
  const announce = useAnnounce();
  const titleOf = ({ kind, file }: StoreNotice) =>
    t(kind === 'damaged' ? `connections.notice.damaged.${file}` : `connections.notice.newer.${file}`);
  const titles = notices.map(titleOf).join('\n');
  // The notice stands before the heading that has the focus, where nobody comes by.
  useEffect(() => {
    for (const title of titles.split('\n')) if (title !== '') announce(title);
  }, [titles, announce]);
  if (notices.length === 0) return null;
  return (
    <div className={`stack-close ${styles.notices}`}>
      {notices.map((notice) => (
        <Notice key={notice.copiedTo} tone="warning" title={titleOf(notice)}>
          <p>
            {t('connections.notice.copied')} <span className="value">{notice.copiedTo}</span>
          </p>
          {notice.file === 'reports' ? null : (
            <p>{t(getBack(notice, empty), { file: `${notice.file}.json` })}</p>
          )}
        </Notice>
      ))}
    </div>
  );
}
