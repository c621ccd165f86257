import type { Failure } from '@contract/channels';
import type { MovingProblem } from '@contract/moving';
import type { ReactNode } from 'react';
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
  readonly refused: { readonly fileName: string; readonly problem: MovingProblem } | null;
  readonly failure: Failure | null;
  readonly onExport: (kind: 'database' | 'settings') => void;
  readonly onChoose: () => void;
}

/** The three ways: out with secrets, out without, and in. */
export function Ways({ only, choosing, refused, failure, onExport, onChoose }: Props) {
  const { t } = useTranslation();
  const { start } = useApp();
  const empty = !start.connections.some(({ practice }) => !practice);
  const fromHere = (
    <>
      <Way title={t('moving.choose.database')} hint={t('moving.choose.databaseHint')}>
        <Button isDisabled={empty || choosing} onPress={() => onExport('database')}>
          {t('moving.choose.databaseAction')}
        </Button>
      </Way>
      <Way title={t('moving.choose.settings')} hint={t('moving.choose.settingsHint')}>
        <Button isDisabled={empty || choosing} onPress={() => onExport('settings')}>
          {t('moving.choose.settingsAction')}
        </Button>
      </Way>
    </>
  );
  const toHere = (
    <Way title={t('moving.choose.bring')} hint={t('moving.choose.bringHint')}>
      <Button isDisabled={choosing} onPress={onChoose}>
        {t('moving.choose.bringAction')}
      </Button>
    </Way>
  );
  return (
    <>
      <div className="screen-head">
        <Heading focusOn={refused === null ? 'ways' : refused.problem.reason}>
          {refused === null
            ? t('moving.choose.title')
            : t('moving.refused.title', { file: refused.fileName })}
        </Heading>
      </div>
      <div className="stack">
        {refused === null ? null : <ProblemNotice problem={refused.problem} />}
        <FailureNotice failure={failure} />
        {/* Whoever has nothing yet came to bring something in. */}
        <div className={styles.ways}>
          {empty ? toHere : null}
          {fromHere}
          {empty || only !== null ? null : toHere}
        </div>
        {empty ? <p className="hint">{t('moving.choose.none')}</p> : null}
        {choosing ? (
          <p className="soft" role="status">
            {t('moving.choose.choosing')}
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
