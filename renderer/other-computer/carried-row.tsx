import type { CarriedLine } from '@contract/carried';
import type { SystemId } from '@contract/connection';
import { verdictName } from '@contract/names';
import { useTranslation } from 'react-i18next';
import { useApp } from '../app-context';
import { Button } from '../components/button';
import { Fold } from '../components/fold';
import { useWhen } from '../connections/use-when';
import { useFindingTitles } from '../report/finding-texts';
import { ReportRow } from '../report/report-row';
import { ReportSheet } from '../report/report-sheet';
import { Difference } from './difference';
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
  const { startedAt, code, place } = line;
  return (
    <ReportRow
      line={line}
      isFirstOpen={isFirstShown}
      label={(open) =>
        t(open ? 'otherComputer.carried.hideNamed' : 'otherComputer.carried.showNamed', { place })
      }
      head={
        <>
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
        </>
      }
    >
      <Difference id={id} startedAt={startedAt} newest={newest} takesFocus={isFirstShown} />
      <Fold label={t('otherComputer.carried.whole')}>
        <ReportSheet id={id} startedAt={startedAt} />
      </Fold>
      <div className="row">
        <Button size="small" onPress={onRemove}>
          {t('otherComputer.carried.remove')}
        </Button>
      </div>
    </ReportRow>
  );
}
