import type { CarriedLine } from '@contract/carried';
import type { SystemId } from '@contract/connection';
import { verdictName } from '@contract/names';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useApp } from '../app-context';
import { Button } from '../components/button';
import { Fold } from '../components/fold';
import { StatusIcon } from '../components/status-icon';
import { useWhen } from '../connections/use-when';
import { useFindingTitles } from '../report/finding-texts';
import { ReportSheet } from '../report/report-sheet';
import { Difference } from './difference';
import styles from './other-computer.module.css';
import { usePlace } from './use-place';

interface Props {
  readonly id: string;
  readonly system: SystemId;
  readonly line: CarriedLine;
  readonly newest: string | null;
  /** It was just kept: it is open from the start. */
  readonly isFirstShown: boolean;
  readonly onRemove: () => void;
}

/** A report of another computer, with how it differs from a check here. */
export function CarriedRow({ id, system, line, newest, isFirstShown, onRemove }: Props) {
  const { t } = useTranslation();
  const { language } = useApp();
  const when = useWhen({ exactly: true });
  const placeOf = usePlace();
  const titleOf = useFindingTitles();
  const [open, setOpen] = useState(isFirstShown);
  const { startedAt, outcome, proved, withoutSecrets, code, place } = line;
  const status = outcome === 'passed' && !proved && !withoutSecrets ? 'warning' : outcome;
  return (
    <li>
      <div className={styles.report}>
        <StatusIcon status={status} />
        <div>
          <p>
            <strong>
              <bdi>{place}</bdi>
            </strong>
            <span className="soft">
              {' · '}
              {placeOf(line)}
              {' · '}
              {when(startedAt)}
            </span>
          </p>
          <p className="small soft">{code === null ? verdictName(language, line) : titleOf(system, code)}</p>
        </div>
        <Button
          size="small"
          aria-expanded={open}
          aria-label={t(open ? 'otherComputer.carried.hideNamed' : 'otherComputer.carried.showNamed', {
            place,
          })}
          onPress={() => setOpen(!open)}
        >
          {t(open ? 'reports.closeShort' : 'reports.openShort')}
        </Button>
      </div>
      {open ? (
        <div className={`${styles.opened} stack-close`}>
          <Difference id={id} startedAt={startedAt} newest={newest} takesFocus={isFirstShown} />
          <Fold label={t('otherComputer.carried.whole')}>
            <ReportSheet id={id} startedAt={startedAt} />
          </Fold>
          <div className="row">
            <Button size="small" onPress={onRemove}>
              {t('otherComputer.carried.remove')}
            </Button>
          </div>
        </div>
      ) : null}
    </li>
  );
}
