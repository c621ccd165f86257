import type { Probe } from '@contract/channels';
import type { Connection } from '@contract/connection';
import type { System } from '@systems/system';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useAnnounce } from '../components/announcer';
import { FailureNotice } from '../components/failure-notice';
import { BrowserPanel } from './browser-panel';
import { type CheckRun, reportOf } from './check-run';
import { FindingCard } from './finding-card';
import { ProbePanel } from './probe-panel';
import { rowsOf } from './rows';
import { situationOf } from './situation';
import { Timeline } from './timeline';

interface Props {
  readonly run: CheckRun;
  readonly system: System;
  readonly connection: Pick<Connection, 'name' | 'environment' | 'practice'>;
  readonly onStart: (probe: Probe) => void;
  readonly onChangeValues: () => void;
}

/** A check, running or ended: its rows, the findings in their place, and what else may be asked. */
export function CheckView({ run, system, connection, onStart, onChangeValues }: Props) {
  const { t } = useTranslation();
  useSpokenResult(run);
  const running = run.kind === 'running';
  const report = reportOf(run);
  const rows = running ? rowsOf(run.steps, run.begun, true) : rowsOf(report?.steps ?? [], [], false);
  const offersProbes =
    !running &&
    report !== null &&
    report.outcome !== 'failed' &&
    rows.some((row) =>
      row.steps.some(
        ({ code }) => code === 'not-proved' || code === 'not-refused' || code === 'probably-accepted',
      ),
    );

  return (
    <div className="stack">
      <FailureNotice failure={run.kind === 'refused' ? run.failure : null} />
      <div>
        <h2 className="for-readers">{t('report.stages')}</h2>
        <Timeline
          rows={rows}
          live={running}
          browser={
            running && run.browser !== null ? (
              <BrowserPanel wait={run.browser} practice={connection.practice} />
            ) : null
          }
          renderFinding={(finding, first) =>
            finding.step.code === null ? null : (
              <FindingCard
                key={`${finding.step.code}${finding.subjects.join()}`}
                finding={finding}
                code={finding.step.code}
                system={system}
                connection={connection}
                first={first}
                onChangeValues={onChangeValues}
                onTestAgain={() => onStart('none')}
              />
            )
          }
        />
      </div>
      {offersProbes ? <ProbePanel onAsk={onStart} /> : null}
    </div>
  );
}

/** Says how the check ended, once, to whoever cannot see the heading change. */
function useSpokenResult(run: CheckRun): void {
  const { t } = useTranslation();
  const announce = useAnnounce();
  const before = useRef(run.kind);
  useEffect(() => {
    const ended = before.current === 'running' && run.kind !== 'running';
    before.current = run.kind;
    if (!ended) return;
    const { heading, lead } = situationOf(t, run);
    announce(`${heading}. ${lead}`);
  }, [run, announce, t]);
}
