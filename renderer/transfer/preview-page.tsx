import type { Failure } from '@contract/channels';
import { systemName } from '@contract/names';
import { isolated } from '@contract/printable';
import type { ImportItem, ImportPreview } from '@contract/transfer';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useApp } from '../app-context';
import { bridge } from '../bridge';
import { Button } from '../components/button';
import { FailureNotice } from '../components/failure-notice';
import { Fold } from '../components/fold';
import { Heading } from '../components/heading';
import { KeyringNotice } from '../components/keyring-notice';
import { Notice } from '../components/notice';
import { ticked } from '../components/ticked';
import { ImportRow } from './import-row';
import type { Brought } from './imported';
import pickStyles from './picks.module.css';

interface Props {
  readonly preview: ImportPreview;
  readonly onImported: (imported: Brought) => void;
  readonly onOther: () => void;
}

/** What is new, changed and unchanged, each with a checkbox; nothing is replaced unasked. */
export function PreviewPage({ preview, onImported, onOther }: Props) {
  const { t } = useTranslation();
  const { protection } = useApp();
  const { items, leftOut, otherEntries } = preview;
  const of = (standing: ImportItem['standing']) => items.filter((item) => item.standing === standing);
  const [fresh, changed, same] = [of('new'), of('changed'), of('same')];
  const [taken, setTaken] = useState<ReadonlySet<number>>(new Set(fresh.map(({ item }) => item)));
  const [busy, setBusy] = useState(false);
  const [stale, setStale] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);

  const apply = async () => {
    setBusy(true);
    setFailure(null);
    const answer = await bridge.call('apply-import', { attempt: preview.attempt, items: [...taken] });
    setBusy(false);
    if (!answer.ok) setFailure(answer.failure);
    else if (answer.value.kind === 'stale') setStale(true);
    else onImported(answer.value);
  };
  const list = (title: string, shown: readonly ImportItem[]) =>
    shown.length === 0 ? null : (
      <section>
        <h2>{title}</h2>
        <ul className={pickStyles.picks}>
          {shown.map((item) => (
            <ImportRow
              key={item.item}
              item={item}
              isTaken={taken.has(item.item)}
              onChange={(wanted) => setTaken((before) => ticked(before, item.item, wanted))}
            />
          ))}
        </ul>
      </section>
    );
  // Session-only secrets cannot be restored by undo.
  const forThisRun =
    protection?.verdict !== 'os-keyring' &&
    items.some(
      ({ item, secrets }) => taken.has(item) && secrets.some(({ standing }) => standing !== 'not-in-file'),
    );
  const anything = fresh.length + changed.length > 0;

  return (
    <>
      <div className="screen-head">
        <Heading focusOn={preview.attempt}>
          {anything ? t('transfer.preview.title') : t('transfer.preview.nothing')}
        </Heading>
      </div>
      <div className="stack-close">
        <p>
          <strong>
            {t('transfer.preview.counts', {
              fresh: fresh.length,
              changed: changed.length,
              same: same.length,
            })}
          </strong>
        </p>
        {anything ? <p className="soft">{t('transfer.preview.lead')}</p> : null}
        {anything ? <KeyringNotice /> : null}
      </div>
      {list(t('transfer.preview.fresh'), fresh)}
      {list(t('transfer.preview.changed'), changed)}
      {same.length === 0 ? null : (
        <section>
          <Fold label={`${t('transfer.preview.same')} (${same.length})`}>
            <Same items={same} />
          </Fold>
        </section>
      )}
      <LeftOutNotice preview={preview} />
      {otherEntries === 0 || leftOut.length > 0 ? null : (
        <section>
          <p className="hint">{t('transfer.preview.others', { count: otherEntries })}</p>
        </section>
      )}
      <section className="stack-close">
        {stale ? (
          <Notice tone="warning" title={t('transfer.preview.stale')} alert>
            <p>{t('transfer.preview.staleTodo')}</p>
          </Notice>
        ) : null}
        <FailureNotice failure={failure} />
        {anything ? (
          <p className="hint">
            {t(forThisRun ? 'transfer.imported.noTakeBack' : 'transfer.preview.takeBackLater')}
          </p>
        ) : null}
        <div className="row">
          {anything && !stale ? (
            <Button
              kind="primary"
              isDisabled={busy}
              reason={!busy && taken.size === 0 ? t('transfer.preview.noneTicked') : null}
              onPress={() => void apply()}
            >
              {taken.size === 0
                ? t('transfer.preview.tick')
                : t('transfer.preview.action', { count: taken.size })}
            </Button>
          ) : null}
          <Button kind={anything && !stale ? 'plain' : 'primary'} isDisabled={busy} onPress={onOther}>
            {t('transfer.password.other')}
          </Button>
          {busy ? (
            <span className="soft" role="status">
              {t('transfer.preview.busy')}
            </span>
          ) : null}
        </div>
      </section>
    </>
  );
}

function Same({ items }: { readonly items: readonly ImportItem[] }) {
  const { language } = useApp();
  return (
    <ul className="bulleted">
      {items.map(({ item, system, name }) => (
        <li key={item}>{`${systemName(language, system)} · ${isolated(name)}`}</li>
      ))}
    </ul>
  );
}

/** What could not be imported from the file, one line each. */
function LeftOutNotice({ preview }: { readonly preview: ImportPreview }) {
  const { t } = useTranslation();
  const { leftOut, otherEntries } = preview;
  if (leftOut.length === 0) return null;
  return (
    <section>
      <Notice tone="warning" title={t('transfer.preview.leftOut')}>
        <ul className="bulleted">
          {leftOut.map(({ title, field, reason }) => {
            const why = t(`transfer.leftOut.${reason}`);
            const what = reason === 'certificates' ? t('transfer.preview.certificates') : field;
            const line =
              what === null
                ? t('transfer.preview.leftOutEntry', { title, reason: why })
                : t('transfer.preview.leftOutField', { title, field: what, reason: why });
            return <li key={line}>{line}</li>;
          })}
        </ul>
        {otherEntries === 0 ? null : <p>{t('transfer.preview.others', { count: otherEntries })}</p>}
      </Notice>
    </section>
  );
}
