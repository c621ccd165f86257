import type { TransferProblem } from '@contract/transfer';
import { useTranslation } from 'react-i18next';
import { Notice } from '../components/notice';

/** Why a file was rejected, where in it the problem is, and what to do. */
export function ProblemNotice({ problem }: { readonly problem: TransferProblem }) {
  const { t } = useTranslation();
  return (
    <Notice tone="warning" title={t(`transfer.problem.${problem.reason}.title`)} alert>
      {problem.field === null ? null : (
        <p>
          {t('transfer.refused.where')} <span className="value">{problem.field}</span>
        </p>
      )}
      <p>{t(`transfer.problem.${problem.reason}.todo`)}</p>
    </Notice>
  );
}
