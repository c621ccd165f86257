import type { Failure } from '@contract/channels';
import { isFolder } from '@contract/shared-folder';
import type { SharedOutcome } from '@contract/shared-requests';
import { type SharedRow, storePathIn } from '@contract/shared-store';
import { type FormEvent, useId, useState } from 'react';
import { Checkbox } from 'react-aria-components/Checkbox';
import { useTranslation } from 'react-i18next';
import { bridge } from '../bridge';
import { Button } from '../components/button';
import { EnvironmentTag } from '../components/environment-tag';
import { FailureNotice } from '../components/failure-notice';
import { Heading } from '../components/heading';
import { Notice } from '../components/notice';
import { TextField } from '../components/text-field';
import { ticked } from '../components/ticked';
import { useWhen } from '../connections/use-when';
import styles from '../transfer/picks.module.css';
import { troubleWords } from './trouble-notice';
import { useSharedWords } from './use-shared-words';

interface Props {
  /** Those that are here only. */
  readonly rows: readonly SharedRow[];
  /** Ticked at first; null: none. */
  readonly only: string | null;
  readonly onList: () => void;
}

/** Which connections go into the store, into which folder, and who will be able to read them. */
export function PublishPage({ rows, only, onList }: Props) {
  const { t } = useTranslation();
  const words = useSharedWords();
  const [offered] = useState(rows);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(
    new Set(offered.some(({ id }) => id === only) && only !== null ? [only] : []),
  );
  const [folder, setFolder] = useState('');
  const [isTried, setIsTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [outcomes, setOutcomes] = useState<readonly SharedOutcome<null>[] | null>(null);
  const whoId = useId();
  const into = storePathIn(folder);
  const isGood = isFolder(into);

  const publish = async (event: FormEvent) => {
    event.preventDefault();
    setIsTried(true);
    if (busy || chosen.size === 0 || !isGood) return;
    setBusy(true);
    setFailure(null);
    const answer = await bridge.call('publish-connections', { ids: [...chosen], folder: into });
    setBusy(false);
    if (answer.ok) setOutcomes(answer.value);
    else setFailure(answer.failure);
  };

  if (outcomes !== null) return <Published outcomes={outcomes} rows={offered} onList={onList} />;
  return (
    <form className="stack" noValidate onSubmit={(event) => void publish(event)}>
      <div>
        <Heading focusOn="publish">{t('sharing.publish.title')}</Heading>
        <p className="lead">{t('sharing.publish.lead')}</p>
      </div>
      <div className="stack-close">
        {offered.length < 2 ? null : (
          <Checkbox
            className="tick"
            isSelected={chosen.size === offered.length}
            onChange={(every) => setChosen(new Set(every ? offered.map(({ id }) => id) : []))}
          >
            {t('sharing.publish.all')}
          </Checkbox>
        )}
        <ul className={styles.picks} aria-label={t('sharing.publish.which')}>
          {offered.map((row) => (
            <li key={row.id}>
              <Checkbox
                className="tick"
                isSelected={chosen.has(row.id)}
                onChange={(wanted) => setChosen((before) => ticked(before, row.id, wanted))}
              >
                <span className={styles.pick}>
                  <strong>{words.name(row)}</strong>
                  {row.about === null ? null : <EnvironmentTag environment={row.about.environment} />}
                </span>
              </Checkbox>
            </li>
          ))}
        </ul>
      </div>
      <TextField
        label={t('sharing.publish.folder')}
        help={t('sharing.publish.folderHelp')}
        name="folder"
        value={folder}
        onChange={setFolder}
        maxLength={260}
        plain
        optional
        problem={isTried && !isGood ? t('sharing.publish.folderProblem') : null}
      />
      <Notice>
        <p id={whoId}>
          {into === '' || !isGood ? t('sharing.publish.whoTop') : t('sharing.publish.who', { folder: into })}
        </p>
      </Notice>
      <FailureNotice failure={failure} />
      <div className="row">
        <Button
          kind="primary"
          type="submit"
          aria-describedby={whoId}
          isDisabled={busy}
          reason={!busy && chosen.size === 0 ? t('sharing.publish.none') : null}
        >
          {chosen.size === 0
            ? t('sharing.publish.tick')
            : t('sharing.publish.action', { count: chosen.size })}
        </Button>
        {busy ? (
          <span className="soft" role="status">
            {t('sharing.publish.busy')}
          </span>
        ) : null}
      </div>
    </form>
  );
}

interface PublishedProps {
  readonly outcomes: readonly SharedOutcome<null>[];
  readonly rows: readonly SharedRow[];
  readonly onList: () => void;
}

function Published({ outcomes, rows, onList }: PublishedProps) {
  const { t } = useTranslation();
  const words = useSharedWords();
  const when = useWhen();
  const refused = outcomes.flatMap(({ id, result }) => (result.ok ? [] : [{ id, failure: result.failure }]));
  const count = outcomes.length - refused.length;
  const nameOf = (id: string) => words.name(rows.find((row) => row.id === id) ?? { about: null });
  return (
    <div className="stack">
      <Heading focusOn="published">
        {t(refused.length === 0 ? 'sharing.publish.doneTitle' : 'sharing.publish.partTitle')}
      </Heading>
      <Notice tone={count === 0 ? 'warning' : 'ok'}>
        <p>{count === 0 ? t('sharing.publish.doneNone') : t('sharing.publish.done', { count })}</p>
      </Notice>
      {refused.length === 0 ? null : (
        <Notice tone="warning" title={t('sharing.publish.notDone')}>
          <ul className="bulleted">
            {refused.map(({ id, failure }) => (
              <li key={id}>
                {t('sharing.publish.why', {
                  name: nameOf(id),
                  why: troubleWords(t, failure, when).title,
                })}
              </li>
            ))}
          </ul>
        </Notice>
      )}
      <div className="row">
        <Button kind="primary" onPress={onList}>
          {t('sharing.publish.toList')}
        </Button>
      </div>
    </div>
  );
}
