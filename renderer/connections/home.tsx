import type { StoreNotice } from '@contract/channels';
import { Plus } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useApp } from '../app-context';
import { Button } from '../components/button';
import { Heading } from '../components/heading';
import { LanguageSwitch } from '../components/language-switch';
import { Notice } from '../components/notice';
import { useScreenTitle } from '../components/use-screen-title';
import { ConnectionRow } from './connection-row';
import { FirstRun } from './first-run';

/** The first screen: an invitation while there is no connection, else the list of them. */
export function Home() {
  const { t } = useTranslation();
  const { start, go } = useApp();
  const [notices] = useState(start.notices);
  const empty = start.connections.length === 0;
  useScreenTitle(t('connections.title'));
  useEffect(() => {
    // Most people go on from here to the wizard: it is fetched while they read.
    const timer = setTimeout(() => void import('../wizard/open-wizard'), 300);
    return () => clearTimeout(timer);
  }, []);

  return (
    <div className="home">
      <main className="home-scroll">
        {empty ? (
          <FirstRun notices={<StoreNotices notices={notices} empty />} />
        ) : (
          <div className="home-body">
            <StoreNotices notices={notices} />
            <div className="home-head">
              <Heading focusOn="home">{t('connections.title')}</Heading>
              <div className="row">
                <Button onPress={() => go({ at: 'new', practice: true })}>{t('connections.practise')}</Button>
                <Button kind="primary" onPress={() => go({ at: 'new', practice: false })}>
                  <Plus size={18} aria-hidden />
                  {t('connections.setUp')}
                </Button>
              </div>
            </div>
            <ul className="cards">
              {start.connections.map((connection) => (
                <ConnectionRow key={connection.id} connection={connection} />
              ))}
            </ul>
          </div>
        )}
      </main>
      <footer className="home-foot">
        <span className="where">{t('connections.keptIn', { folder: start.dataFolder })}</span>
        <Button kind="quiet" size="small" onPress={() => go({ at: 'moving', only: null })}>
          {t('connections.move')}
        </Button>
        <LanguageSwitch />
      </footer>
    </div>
  );
}

/** What to do to have it again: what the copy is good for depends on why it was set aside. */
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
  /** True where no connection is listed. */
  readonly empty?: boolean;
}) {
  const { t } = useTranslation();
  if (notices.length === 0) return null;
  return (
    <div className="stack-close store-notices">
      {notices.map((notice) => (
        <Notice
          key={notice.copiedTo}
          tone="warning"
          title={t(
            notice.kind === 'damaged'
              ? `connections.notice.damaged.${notice.file}`
              : `connections.notice.newer.${notice.file}`,
          )}
        >
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
