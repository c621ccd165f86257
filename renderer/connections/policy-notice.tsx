import type { PolicyProblem } from '@contract/policies';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { Notice } from '../components/notice';

/** What is wrong with the organization's policies, for whoever set them. */
export function PolicyNotice({ problems }: { readonly problems: readonly PolicyProblem[] }) {
  const { t } = useTranslation();
  return (
    <Notice tone="warning" title={t('policies.notice.title')}>
      <p>{t('policies.notice.lead')}</p>
      <ul>
        {problems.map((problem) => (
          <li key={JSON.stringify(problem)} className="value">
            {lineOf(problem, t)}
          </li>
        ))}
      </ul>
    </Notice>
  );
}

function lineOf({ place, policy, reason, detail }: PolicyProblem, t: TFunction): string {
  const key = reason === 'wrong-value' && detail !== null ? 'wrong-value-of' : reason;
  return t('policies.line', {
    where: policy === null ? place : `${place}, ${policy}`,
    problem: t(`policies.reason.${key}`, { detail: detail ?? '' }),
  });
}
