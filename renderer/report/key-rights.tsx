import { formatList } from '@contract/formats';
import type { Facts } from '@contract/report';
import { useTranslation } from 'react-i18next';
import { useApp } from '../app-context';
import { Fold } from '../components/fold';
import styles from './permission-table.module.css';

const operations = ['Create', 'Read', 'Update', 'Delete', 'ReadChanges'] as const;

const listOf = (fact: Facts[string] | undefined): readonly string[] => (Array.isArray(fact) ? fact : []);

/** Whether a service told what the credentials are for. */
export const tellsRights = ({ claimSet, organizations, resources }: Facts): boolean =>
  typeof claimSet === 'string' || listOf(organizations).length > 0 || listOf(resources).length > 0;

/** What the service says of the credentials: whose they are, and every resource with what may be done with it. */
export function KeyRights({ facts }: { readonly facts: Facts }) {
  const { t } = useTranslation();
  const { language } = useApp();
  const { claimSet } = facts;
  const [organizations, resources] = [listOf(facts.organizations), listOf(facts.resources)];
  return (
    <div className={styles.rights}>
      <p>
        {organizations.length === 0
          ? t('report.rights.forNobody')
          : t('report.rights.forWhom', { names: formatList(language, organizations) })}
        {typeof claimSet === 'string' ? ` ${t('report.rights.claimSet', { name: claimSet })}` : ''}
      </p>
      {resources.length === 0 ? null : (
        <Fold label={t('report.rights.fold', { count: resources.length })}>
          <table className={styles.table} aria-label={t('report.rights.title')}>
            <thead>
              <tr>
                <th scope="col">{t('report.rights.resource')}</th>
                <th scope="col">{t('report.rights.operations')}</th>
              </tr>
            </thead>
            <tbody>
              {resources.map((resource) => {
                const [name = '', ...allowed] = resource.split(' ');
                const known = operations.filter((each) => allowed.includes(each));
                return (
                  <tr key={name}>
                    <th scope="row" className="value">
                      {name}
                    </th>
                    <td>
                      {known.length === 0
                        ? t('report.rights.nothing')
                        : known.map((each) => t(`report.rights.operation.${each}`)).join(', ')}
                    </td>
                  </tr>
                );
              })}
            </tbody>
          </table>
        </Fold>
      )}
    </div>
  );
}
