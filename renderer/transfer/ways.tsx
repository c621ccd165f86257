import type { Failure } from '@contract/channels';
import type { TransferProblem } from '@contract/transfer';
import { type ReactNode, useId } from 'react';
import { useTranslation } from 'react-i18next';
import { useApp } from '../app-context';
import { Button } from '../components/button';
import { FailureNotice } from '../components/failure-notice';
import { Heading } from '../components/heading';
import { ProblemNotice } from './problem-notice';
import styles from './ways.module.css';

interface Props {
  readonly only: string | null;
  readonly choosing: boolean;
  readonly refused: { readonly fileName: string; readonly problem: TransferProblem } | null;
  readonly failure: Failure | null;
  readonly onExport: (kind: 'database' | 'settings') => void;
  readonly onChoose: () => void;
}

/** The three options: export with secrets, export without, import. */
export function Ways({ only, choosing, refused, failure, onExport, onChoose }: Props) {
  const { t } = useTranslation();
  const { start, go } = useApp();
  const noneId = useId();
  const empty = !start.connections.some(({ practice }) => !practice);
  const why = start.policies.forbidExport
    ? t('common.managed.set')
    : empty
      ? t('transfer.choose.none')
      : null;
  const notYet = why === null ? {} : { reason: why, reasonAt: noneId };
  const fromHere = (
    <>
      <Way title={t('transfer.choose.database')} hint={t('transfer.choose.databaseHint')}>
        <Button isDisabled={choosing} {...notYet} onPress={() => onExport('database')}>
          {t('transfer.choose.databaseAction')}
        </Button>
      </Way>
      <Way title={t('transfer.choose.settings')} hint={t('transfer.choose.settingsHint')}>
        <Button isDisabled={choosing} {...notYet} onPress={() => onExport('settings')}>
          {t('transfer.choose.settingsAction')}
        </Button>
      </Way>
    </>
  );
  const toHere = (
    <Way title={t('transfer.choose.bring')} hint={t('transfer.choose.bringHint')}>
      <Button isDisabled={choosing} onPress={onChoose}>
        {t('transfer.choose.bringAction')}
      </Button>
    </Way>
  );
  return (
    <>
      <div className="screen-head">
        <Heading focusOn={refused === null ? 'ways' : refused.problem.reason}>
          {refused === null
            ? t('transfer.choose.title')
            : t('transfer.refused.title', { file: refused.fileName })}
        </Heading>
      </div>
      <div className="stack">
        {refused === null ? null : <ProblemNotice problem={refused.problem} />}
        <FailureNotice failure={failure} />
        {why === null ? null : (
          <p id={noneId} className="hint">
            {why}
          </p>
        )}
        {/* A user without connections came to import. */}
        <div className={styles.ways}>
          {empty ? toHere : null}
          {fromHere}
          {empty || only !== null ? null : toHere}
          <Way title={t('sharing.way.title')} hint={t('sharing.way.hint')}>
            <Button
              isDisabled={choosing}
              onPress={() => go({ at: 'sharing', id: only, publish: only !== null })}
            >
              {t('sharing.open')}
            </Button>
          </Way>
        </div>
        {choosing ? (
          <p className="soft" role="status">
            {t('transfer.choose.choosing')}
          </p>
        ) : null}
      </div>
    </>
  );
}

interface WayProps {
  readonly title: string;
  readonly hint: string;
  readonly children: ReactNode;
}

function Way({ title, hint, children }: WayProps) {
  return (
    <div className={styles.way}>
      <div>
        <h2>{title}</h2>
        <p>{hint}</p>
      </div>
      {children}
    </div>
  );
}
