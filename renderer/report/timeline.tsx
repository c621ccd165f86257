import { type FindingGroup, groupFindings } from '@contract/finding-groups';
import type { StepId } from '@contract/findings';
import { formatDuration, formatList } from '@contract/formats';
import { stepName } from '@contract/names';
import type { SignInKind } from '@systems/system';
import { type ReactNode, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useApp } from '../app-context';
import { useAnnounce } from '../components/announcer';
import { StatusIcon } from '../components/status-icon';
import type { Row } from './rows';
import { saidOf } from './said';
import styles from './timeline.module.css';

interface Props {
  readonly rows: readonly Row[];
  readonly live: boolean;
  readonly renderFinding: (finding: FindingGroup, first: boolean) => ReactNode;
  /** Shown in the sign-in row while waiting for the browser. */
  readonly browser: ReactNode;
  readonly signIn: SignInKind;
  /** Shown in the permissions row once permissions are being requested. */
  readonly renderPermissions: (row: Row) => ReactNode;
  /** What a row is called and says where a test is not of a connection; undefined: as for a connection. */
  readonly own?: RowWords;
}

export interface RowWords {
  readonly name: (id: StepId) => string | undefined;
  readonly said: (row: Row) => string | undefined;
}

/** A check's ten stages, shown from the start; those after a stop are collapsed into one line. */
export function Timeline({ rows, live, renderFinding, browser, signIn, renderPermissions, own }: Props) {
  const { t } = useTranslation();
  const { language } = useApp();
  const nameOf = (id: StepId) => own?.name(id) ?? stepName(language, id);
  useSpokenProgress(rows, live, nameOf);

  const stop = rows.findIndex((row) => row.status === 'failed');
  const gathered = live || stop < 0 ? [] : rows.slice(stop + 1).filter((row) => row.status === 'not-tried');
  const shown = rows.filter((row) => !gathered.includes(row));
  let firstFailed = true;

  return (
    <ol className={styles.timeline}>
      {shown.map((row) => {
        const findings = groupFindings(row.steps);
        const cards = findings.map((finding) => {
          const first = finding.step.outcome === 'failed' && firstFailed;
          if (first) firstFailed = false;
          return renderFinding(finding, first);
        });
        return (
          <li key={row.id} className={styles.row} data-status={row.status} data-step={row.id}>
            <StatusIcon status={row.status} />
            <p className={styles.stage}>
              {nameOf(row.id)}
              <span className="for-readers">. {t(`common.status.${row.status}`)}</span>
            </p>
            <p className={styles.said}>{own?.said(row) ?? saidOf(t, language, row, signIn)}</p>
            <span className={styles.took}>
              {row.status === 'not-tried' ||
              row.status === 'skipped' ||
              row.status === 'running' ||
              Math.round(row.durationMs) === 0
                ? ''
                : formatDuration(language, row.durationMs)}
            </span>
            {cards.length > 0 ? <div className={styles.findings}>{cards}</div> : null}
            {row.id === 'permission' && row.status !== 'not-tried' && row.status !== 'skipped'
              ? renderPermissions(row)
              : null}
            {row.id === 'sign-in' && browser !== null ? (
              <div className={styles.findings}>{browser}</div>
            ) : null}
          </li>
        );
      })}
      {gathered.length === 0 ? null : (
        <li className={styles.row} data-status="not-tried" data-wide>
          <StatusIcon status="not-tried" />
          <div>
            <p className={styles.stage}>
              {formatList(
                language,
                gathered.map((row) => nameOf(row.id)),
              )}
            </p>
            <p className={styles.said}>{t('report.notTriedGroup')}</p>
          </div>
        </li>
      )}
    </ol>
  );
}

/** Announces each stage's outcome once, as it arrives. */
function useSpokenProgress(rows: readonly Row[], live: boolean, nameOf: (id: StepId) => string): void {
  const { t } = useTranslation();
  const names = useRef(nameOf);
  names.current = nameOf;
  const announce = useAnnounce();
  const said = useRef(new Set<StepId>());
  useEffect(() => {
    if (!live) {
      said.current.clear();
      return;
    }
    for (const row of rows) {
      if (row.status === 'running' || row.status === 'not-tried' || said.current.has(row.id)) continue;
      said.current.add(row.id);
      announce(
        t('report.progress', { step: names.current(row.id), status: t(`common.status.${row.status}`) }),
      );
    }
  }, [rows, live, announce, t]);
}
