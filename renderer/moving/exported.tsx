import type { Movable } from '@contract/moving';
import { systemName } from '@contract/names';
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
  readonly movables: readonly Movable[];
}

/** What was written and where, and what to do with it. */
export function Exported({ kind, written, movables }: Props) {
  const { t } = useTranslation();
  const { go, language } = useApp();
  const { path, connections: count, secrets, leftOut } = written;
  const inside = secrets === 0 ? t('moving.export.noSecret') : t('moving.export.secrets', { count: secrets });
  const leftNames = leftOut.map(({ id, field }) => {
    const movable = movables.find((one) => one.id === id);
    if (movable === undefined) return field;
    const label = systemById(movable.system).texts[language].fields[field]?.label ?? field;
    return `${systemName(language, movable.system)} · ${movable.name} · ${label}`;
  });
  return (
    <>
      <div className="screen-head">
        <Heading focusOn="exported">{t('moving.exported.title')}</Heading>
      </div>
      <div className="stack">
        <Notice tone="ok">
          <p>
            {kind === 'database'
              ? t('moving.exported.inDatabase', { count, secrets: inside })
              : t('moving.exported.inSettings', { count })}
          </p>
          <p>
            {t('moving.exported.where')} <span className="value">{path}</span>
          </p>
        </Notice>
        {leftNames.length === 0 ? null : (
          <Notice tone="warning" title={t('moving.exported.leftOut')}>
            <ul className="bulleted">
              {leftNames.map((name) => (
                <li key={name}>{name}</li>
              ))}
            </ul>
          </Notice>
        )}
        <p>{t('moving.exported.next')}</p>
        {kind === 'database' ? <p>{t('moving.exported.after')}</p> : null}
        <div className="row">
          <Button kind="primary" onPress={() => go({ at: 'home' })}>
            {t('moving.imported.list')}
          </Button>
        </div>
      </div>
    </>
  );
}
