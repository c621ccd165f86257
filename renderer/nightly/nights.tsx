import type { SystemId } from '@contract/connection';
import { formatDay } from '@contract/formats';
import { stepName } from '@contract/names';
import type { Nights as Known, NightResult, Watched } from '@contract/nightly';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useApp } from '../app-context';
import { bridge } from '../bridge';
import { Fold } from '../components/fold';
import { type Status, StatusIcon } from '../components/status-icon';
import { useWhen } from '../connections/use-when';
import { useFindingTitles } from '../report/finding-texts';
import { NightPicture } from './night-picture';
import styles from './nightly.module.css';

/** A connection's last nights; nothing, where no night has tested it. */
export function Nights({ id, system }: { readonly id: string; readonly system: SystemId }) {
  const { t } = useTranslation();
  const [known, setKnown] = useState<Known | null>(null);
  useEffect(() => {
    let isHere = true;
    void bridge.call('nights', { id }).then((answer) => {
      if (isHere && answer.ok) setKnown(answer.value);
    });
    return () => {
      isHere = false;
    };
  }, [id]);
  if (known === null) return null;
  return (
    <section>
      <h2>{t('nightly.title')}</h2>
      <div className="stack-close">
        <Newest newest={known.newest} system={system} />
        <NightPicture nights={known.nights} />
        <Fold label={t('nightly.fold')}>
          <NightList nights={known.nights} />
        </Fold>
      </div>
    </section>
  );
}

const statusOf: Readonly<Record<Watched['kind'], Status>> = {
  well: 'passed',
  ill: 'failed',
  unknown: 'not-tried',
  stale: 'not-tried',
};

function Newest({ newest, system }: { readonly newest: Watched; readonly system: SystemId }) {
  const { t } = useTranslation();
  const { language } = useApp();
  const when = useWhen({ exactly: true });
  const titles = useFindingTitles();
  const { kind, at, since, step, code, notChecked } = newest;
  const date = formatDay(language, kind === 'stale' ? at : since);
  const details =
    kind === 'ill'
      ? t('nightly.newest.ill', {
          when: when(at),
          step: step === null ? '' : stepName(language, step),
          finding: code === null ? '' : titles(system, code),
        })
      : kind === 'unknown'
        ? t(`nightly.newest.unknown.${notChecked ?? 'secret'}`, { when: when(at) })
        : kind === 'stale'
          ? t('nightly.newest.stale', { testAll: t('connections.testAll') })
          : t('nightly.newest.well', { when: when(at) });
  return (
    <div>
      <p className={styles.newest}>
        <StatusIcon status={statusOf[kind]} />
        {t(`nightly.row.${kind}`, { date })}
      </p>
      <p className="soft">{details}</p>
      {kind === 'ill' ? <p className="soft">{t('nightly.newest.illTodo')}</p> : null}
    </div>
  );
}

/** What the picture shows, as text: nights in a row with the same result in one line, the newest first. */
function NightList({ nights }: Pick<Known, 'nights'>) {
  const { t } = useTranslation();
  const { language } = useApp();
  const say = (result: NightResult | null) => t(`nightly.result.${result ?? 'none'}`);
  return (
    <ul className={styles.list}>
      {inRuns(nights).map(({ first, last, result }) => (
        <li key={first}>
          {first === last
            ? t('nightly.one', { date: formatDay(language, first), result: say(result) })
            : t('nightly.several', {
                first: formatDay(language, first),
                last: formatDay(language, last),
                result: say(result),
              })}
        </li>
      ))}
    </ul>
  );
}

interface NightRun {
  readonly first: string;
  readonly last: string;
  readonly result: NightResult | null;
}

/** Newest first. */
function inRuns(nights: Known['nights']): readonly NightRun[] {
  const runs: NightRun[] = [];
  for (const { date, result } of nights) {
    const [newest] = runs;
    if (newest?.result === result) runs[0] = { ...newest, last: date };
    else runs.unshift({ first: date, last: date, result });
  }
  return runs;
}
