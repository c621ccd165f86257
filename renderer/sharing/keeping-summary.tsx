import { formatList } from '@contract/formats';
import type { SharedOutcome } from '@contract/shared-requests';
import type { KeptInStep } from '@contract/shared-store';
import type { TFunction } from 'i18next';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useApp } from '../app-context';
import { useAnnounce } from '../components/announcer';
import { Button } from '../components/button';
import { Progress } from '../components/progress';
import { RunSummary } from '../connections/run-summary';
import { useWhen } from '../connections/use-when';
import { troubleWords } from './trouble-notice';
import type { Keeping } from './use-keeping';

interface Props {
  readonly keeping: Keeping;
  readonly onStop: () => void;
  readonly onClose: () => void;
}

const counted = [
  'pulled',
  'pushed',
  'joined',
  'asks',
  'address-to-confirm',
  'gone-there',
  'not-understood',
  'failed',
  'unchanged',
] as const satisfies readonly (KeptInStep | 'failed')[];

const wordOf = ({ result }: SharedOutcome<KeptInStep>): KeptInStep | 'failed' =>
  result.ok ? result.value : 'failed';

/** "Keep in step" under way and after it: how far, and what came of it. The rows say it one by one. */
export function KeepingSummary({ keeping, onStop, onClose }: Props) {
  const { t } = useTranslation();
  const { language } = useApp();
  const announce = useAnnounce();
  const { state, outcomes, all } = keeping;
  const running = state === 'running' || state === 'stopping';
  const title = t(
    state === 'running'
      ? 'sharing.keeping.title'
      : state === 'stopping'
        ? 'sharing.keeping.stopping'
        : state === 'stopped'
          ? 'sharing.keeping.stopped'
          : 'sharing.keeping.ended',
  );
  const sums = formatList(
    language,
    counted.flatMap((word) => {
      const count = outcomes.filter((outcome) => wordOf(outcome) === word).length;
      return count === 0 ? [] : [t(`sharing.keeping.counted.${word}`, { count })];
    }),
  );
  const said = useRef(false);
  useEffect(() => {
    if (running) said.current = false;
    else if (!said.current) {
      said.current = true;
      announce([title, sums].filter(Boolean).join('. '));
    }
  }, [running, title, sums, announce]);
  const done = t('sharing.keeping.of', { done: outcomes.length, all });
  return (
    <RunSummary
      id="keeping-title"
      title={title}
      takesFocus
      failure={keeping.failure}
      button={
        running ? (
          <Button size="small" isDisabled={state === 'stopping'} onPress={onStop}>
            {t('common.action.cancel')}
          </Button>
        ) : (
          <Button size="small" onPress={onClose}>
            {t('sharing.keeping.close')}
          </Button>
        )
      }
    >
      {running ? (
        <Progress label={t('sharing.keeping.progress')} done={outcomes.length} all={all} words={done} />
      ) : null}
      <p className="small soft">{running ? t('sharing.keeping.hint') : sums}</p>
    </RunSummary>
  );
}

/** What became of one connection. */
function keptWords(
  t: TFunction,
  { result }: SharedOutcome<KeptInStep>,
  when: (instant: string) => string,
): string {
  return result.ok
    ? t(`sharing.keeping.result.${result.value}`)
    : t('sharing.keeping.notDone', { why: troubleWords(t, result.failure, when).title });
}

/** Connection id → what became of it. Nothing is said of those that were in step. */
export function useKeptNotes(keeping: Keeping | null): ReadonlyMap<string, string> {
  const { t } = useTranslation();
  const when = useWhen();
  return new Map(
    (keeping?.outcomes ?? []).flatMap((outcome): [string, string][] =>
      wordOf(outcome) === 'unchanged' ? [] : [[outcome.id, keptWords(t, outcome, when)]],
    ),
  );
}
