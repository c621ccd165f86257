import type { CheckPlan, System } from '@systems/system';
import { useTranslation } from 'react-i18next';
import { useApp } from '../app-context';
import { type Status, StatusIcon } from '../components/status-icon';
import { KeyRights, tellsRights } from './key-rights';
import styles from './permission-table.module.css';
import type { Row } from './rows';

/** The table, and what the service itself says of the credentials' rights. */
export function Permissions(props: Props) {
  const telling = props.row.steps.find(({ facts }) => tellsRights(facts));
  return (
    <>
      <PermissionTable {...props} />
      {telling === undefined ? null : <KeyRights facts={telling.facts} />}
    </>
  );
}

interface Props {
  readonly row: Row;
  readonly plan: CheckPlan;
  readonly system: System;
}

/**
 * What the connection may read, per endpoint, with each permission as the vendor's page names it, and what was not
 * requested because it holds personal data.
 */
function PermissionTable({ row, plan, system }: Props) {
  const { t } = useTranslation();
  const { language } = useApp();
  const named = system.texts[language].permissions;
  const asked = plan.permission.flatMap(({ subject }) => (subject === null ? [] : [subject]));
  const waiting = asked.find((subject) => row.steps.every((step) => step.subject !== subject));
  const columns = named === undefined ? 2 : 3;
  return (
    <table className={styles.table} aria-label={t('report.permissions.title')}>
      <thead>
        <tr>
          <th scope="col">{t('report.permissions.endpoint')}</th>
          {named === undefined ? null : <th scope="col">{t('report.permissions.permission')}</th>}
          <th scope="col">{t('report.permissions.result')}</th>
        </tr>
      </thead>
      <tbody>
        {asked.map((subject) => {
          const step = row.steps.find((one) => one.subject === subject);
          const running = row.status === 'running' && subject === waiting;
          const status: Status = step?.outcome ?? (running ? 'running' : 'not-tried');
          const word = step?.code === 'permission-missing' ? 'refused' : status;
          return (
            <tr key={subject} data-status={status}>
              <th scope="row" className="value">
                {subject}
              </th>
              {named === undefined ? null : <td>{named[subject] ?? ''}</td>}
              <td>
                <span className={styles.outcome}>
                  <StatusIcon status={status} />
                  {t(`report.permissions.${word}`)}
                </span>
              </td>
            </tr>
          );
        })}
      </tbody>
      {plan.notTested.length === 0 ? null : (
        <tbody>
          <tr>
            <th scope="rowgroup" colSpan={columns} className={styles.notTested}>
              {t(named === undefined ? 'report.permissions.notTestedPlain' : 'report.permissions.notTested')}
            </th>
          </tr>
          {named === undefined ? (
            <tr>
              <td colSpan={columns} className="value">
                {plan.notTested.join(', ')}
              </td>
            </tr>
          ) : (
            plan.notTested.map((subject) => (
              <tr key={subject}>
                <th scope="row" className="value">
                  {subject}
                </th>
                <td colSpan={2}>{named[subject] ?? ''}</td>
              </tr>
            ))
          )}
        </tbody>
      )}
    </table>
  );
}

/** Whether there is more to say about permissions than that the one request was answered. */
export const hasPermissions = (plan: CheckPlan): boolean =>
  plan.permission.length + plan.notTested.length > 1;
