import type { MovingProblem } from '@contract/moving';
import { useTranslation } from 'react-i18next';
import { Notice } from '../components/notice';

/** Why a file was not taken in, where in it that is, and what to do. */
export function ProblemNotice({ problem }: { readonly problem: MovingProblem }) {
  const { t } = useTranslation();
  return (
    <Notice tone="warning" title={t(`moving.problem.${problem.reason}.title`)} alert>
      {problem.field === null ? null : (
        <p>
          {t('moving.refused.where')} <span className="value">{problem.field}</span>
        </p>
      )}
      <p>{t(`moving.problem.${problem.reason}.todo`)}</p>
    </Notice>
  );
}
