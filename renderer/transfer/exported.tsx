import { systemName } from '@contract/names';
import { isolated } from '@contract/printable';
import type { Exportable } from '@contract/transfer';
import { systemById } from '@systems/catalogue';
import { useTranslation } from 'react-i18next';
import { useApp } from '../app-context';
import { Button } from '../components/button';
import { Heading } from '../components/heading';
import { Notice } from '../components/notice';
import type { ExportKind, Written } from './export-page';

interface Props {
  readonly kind: ExportKind;
  readonly written: Written;
  readonly exportables: readonly Exportable[];
}

/** What was written where, and what to do with it. */
export function Exported({ kind, written, exportables }: Props) {
  const { t } = useTranslation();
  const { go, language } = useApp();
  const { path, connections: count, secrets, leftOut } = written;
  const inside =
    secrets === 0 ? t('transfer.export.noSecret') : t('transfer.export.secrets', { count: secrets });
  const leftNames = leftOut.map(({ id, field }) => {
    const movable = exportables.find((one) => one.id === id);
    if (movable === undefined) return field;
    const label = systemById(movable.system).texts[language].fields[field]?.label ?? field;
    return `${systemName(language, movable.system)} · ${isolated(movable.name)} · ${label}`;
  });
  return (
    <>
      <div className="screen-head">
        <Heading focusOn="exported">{t('transfer.exported.title')}</Heading>
      </div>
      <div className="stack">
        <Notice tone="ok">
          <p>
            {kind === 'database'
              ? t('transfer.exported.inDatabase', { count, secrets: inside })
              : t('transfer.exported.inSettings', { count })}
          </p>
          <p>
            {t('transfer.exported.where')} <span className="value">{path}</span>
          </p>
        </Notice>
        {leftNames.length === 0 ? null : (
          <Notice tone="warning" title={t('transfer.exported.leftOut')}>
            <ul className="bulleted">
              {leftNames.map((name) => (
                <li key={name}>{name}</li>
              ))}
            </ul>
          </Notice>
        )}
        <p>{t('transfer.exported.next')}</p>
        {kind === 'database' ? <p>{t('transfer.exported.after')}</p> : null}
        <div className="row">
          <Button kind="primary" onPress={() => go({ at: 'home' })}>
            {t('transfer.imported.list')}
          </Button>
        </div>
      </div>
    </>
  );
}
