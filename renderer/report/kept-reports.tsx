import type { AnswerOf } from '@contract/channels';
import type { SystemId } from '@contract/connection';
import { describeInstant } from '@contract/formats';
import { verdictName } from '@contract/names';
import type { ReportLine } from '@contract/rendered-report';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useApp } from '../app-context';
import { bridge } from '../bridge';
import { FailureNotice } from '../components/failure-notice';
import { Fold } from '../components/fold';
import { useWhen } from '../connections/use-when';
import { Comparison } from './comparison';
import { useFindingTitles } from './finding-texts';
import { NetworkRequest } from './network-request';
import panelStyles from './panel.module.css';
import { ReportRow, ReportRows } from './report-row';
import { ReportSheet } from './report-sheet';

interface Props {
  readonly id: string;
  readonly system: SystemId;
  /** When the newest report was made; the list reloads when this changes. */
  readonly newest: string | null;
}

/** A connection's stored reports, what changed since it last worked, and what its network must let through. */
export function KeptReports({ id, system, newest }: Props) {
  const { t } = useTranslation();
  const [kept, setKept] = useState<AnswerOf<'list-reports'> | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `newest` is the signal itself.
  useEffect(() => {
    let wanted = true;
    void bridge.call('list-reports', { id }).then((answer) => {
      if (wanted) setKept(answer);
    });
    return () => {
      wanted = false;
    };
  }, [id, newest]);

  if (kept === null) return null;
  if (!kept.ok) return <FailureNotice failure={kept.failure} />;
  const { reports, lastWorked } = kept.value;
  const [first] = reports;
  return (
    <section>
      <h2>{t('reports.section')}</h2>
      <div className="stack-close">
        {lastWorked === null || first === undefined ? null : (
          <section className={panelStyles.panel} aria-label={t('reports.sinceTitle')}>
            <h3>{t('reports.sinceTitle')}</h3>
            <Comparison id={id} from={lastWorked} to={first.startedAt} />
          </section>
        )}
        <Fold label={t('reports.network.fold')}>
          <NetworkRequest id={id} newest={newest} />
        </Fold>
        {first === undefined ? (
          <p className="soft">{t('reports.keptNone')}</p>
        ) : (
          <Fold label={t('reports.kept', { count: reports.length })}>
            <ReportRows>
              {reports.map((line) => (
                <KeptReport
                  key={line.startedAt}
                  id={id}
                  system={system}
                  line={line}
                  newest={first.startedAt}
                />
              ))}
            </ReportRows>
          </Fold>
        )}
      </div>
    </section>
  );
}

interface KeptProps {
  readonly id: string;
  readonly system: SystemId;
  readonly line: ReportLine;
  readonly newest: string;
}

function KeptReport({ id, system, line, newest }: KeptProps) {
  const { t } = useTranslation();
  const { language } = useApp();
  const when = useWhen();
  const titleOf = useFindingTitles();
  const { startedAt, code } = line;
  const isNewest = startedAt === newest;
  const { day, time } = describeInstant(language, startedAt);
  // Reports of the same day are distinguished by time.
  const made = day === 'date' ? `${when(startedAt)}, ${time}` : when(startedAt);
  return (
    <ReportRow
      line={line}
      label={(open) => t(open ? 'reports.close' : 'reports.open', { when: made })}
      head={
        <>
          <p>
            {verdictName(language, line)}
            <span className="soft">
              {' · '}
              {made}
              {isNewest ? ` (${t('reports.newest')})` : ''}
            </span>
          </p>
          {code === null ? null : <p className="small soft">{titleOf(system, code)}</p>}
        </>
      }
    >
      {isNewest ? null : (
        <Fold label={t('reports.compare')}>
          <Comparison id={id} from={startedAt} to={newest} />
        </Fold>
      )}
      <ReportSheet id={id} startedAt={startedAt} />
    </ReportRow>
  );
}
