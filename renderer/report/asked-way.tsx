import type { Failure } from '@contract/channels';
import type { Report } from '@contract/report';
import { isSignedIn } from '@contract/verdict';
import type { System } from '@systems/system';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useApp } from '../app-context';
import { bridge } from '../bridge';
import { Button } from '../components/button';
import { FailureNotice } from '../components/failure-notice';
import { Notice } from '../components/notice';
import type { CheckRun } from './check-run';

interface Props {
  readonly connectionId: string;
  readonly system: System;
  readonly run: CheckRun;
  /** The alternative stored for this connection; null: the usual way. */
  readonly kept: string | null;
  readonly onKept: (alternative: string | null) => void;
  /** Tests the usual way after the alternative was dropped. */
  readonly onTest: () => void;
}

/** Says that a check used an alternative request, and lets the user keep or drop it. */
export function AskedWay({ connectionId, system, run, kept, onKept, onTest }: Props) {
  const { t } = useTranslation();
  const { language } = useApp();
  const [problem, setProblem] = useState<Failure | null>(null);
  const used = (run.kind === 'ended' ? run.alternative : null) ?? kept;
  if (used === null) return null;
  const action = system.texts[language].alternatives?.[used]?.action ?? used;

  const keep = async (alternative: string | null): Promise<boolean> => {
    const answer = await bridge.call('keep-alternative', { id: connectionId, alternative });
    setProblem(answer.ok ? null : answer.failure);
    if (answer.ok) onKept(answer.value.alternative);
    return answer.ok;
  };
  const letGo = async () => {
    if (await keep(null)) onTest();
  };

  const isKept = used === kept;
  return (
    <>
      <FailureNotice failure={problem} />
      <Notice title={t(isKept ? 'report.otherWay.kept' : 'report.otherWay.used', { action })}>
        <p>{t(isKept ? 'report.otherWay.keptText' : 'report.otherWay.usedText')}</p>
        {isKept && run.kind !== 'running' ? (
          <div className="row">
            <Button size="small" onPress={() => void letGo()}>
              {t('report.otherWay.letGo')}
            </Button>
          </div>
        ) : null}
        {!isKept && run.kind === 'ended' && gotThrough(run.report) ? (
          <div className="row">
            <Button size="small" onPress={() => void keep(used)}>
              {t('report.otherWay.keep')}
            </Button>
          </div>
        ) : null}
      </Notice>
    </>
  );
}

/** Only an alternative that the server accepted is worth keeping. */
const gotThrough = (report: Report): boolean =>
  report.steps.some((step) => step.id === 'sign-in' && isSignedIn(step));
