import { systemName } from '@contract/names';
import { isolated } from '@contract/printable';
import type { ImportItem, ValueChange } from '@contract/transfer';
import { systemById } from '@systems/catalogue';
import type { TFunction } from 'i18next';
import { TriangleAlert } from 'lucide-react';
import { Checkbox } from 'react-aria-components/Checkbox';
import { useTranslation } from 'react-i18next';
import { useApp } from '../app-context';
import { EnvironmentTag } from '../components/environment-tag';
import pickStyles from './picks.module.css';

interface Props {
  readonly item: ImportItem;
  readonly isTaken: boolean;
  readonly onChange: (wanted: boolean) => void;
}

/** One connection from the file: its name, and what would change. */
export function ImportRow({ item, isTaken, onChange }: Props) {
  const { t } = useTranslation();
  const { language } = useApp();
  const system = systemById(item.system);
  const labels = system.texts[language].fields;
  const labelOf = (field: string) => labels[field]?.label ?? field;
  const isNew = item.standing === 'new';
  // For a new connection every value is new; what matters before importing it is where it connects to.
  const addresses = system.fields.filter(({ kind }) => kind === 'address').map(({ id }) => id);
  const lines = [
    ...(item.keptName === null || item.keptName === item.name
      ? []
      : [t('transfer.preview.nameHere', { name: item.keptName })]),
    ...item.values
      .filter(({ field }) => !isNew || addresses.includes(field))
      .map((change) => valueLine(t, change, labelOf(change.field), isNew)),
    ...item.members.filter((member) => member !== 'name').map((member) => memberLine(t, member)),
    ...item.secrets
      .filter(({ field }) => !item.askedAgain.includes(field))
      .map(({ field, standing }) => t(`transfer.preview.secret.${standing}`, { label: labelOf(field) })),
  ];
  const warnings = item.askedAgain.map((field) =>
    t('transfer.preview.askedAgain', { label: labelOf(field) }),
  );
  return (
    <li>
      <Checkbox className="tick" isSelected={isTaken} onChange={onChange}>
        <span className={pickStyles.pick}>
          <strong>{`${systemName(language, item.system)} · ${isolated(item.name)}`}</strong>
          <EnvironmentTag environment={item.environment} />
        </span>
      </Checkbox>
      {lines.length === 0 ? null : (
        <ul className={`bulleted ${pickStyles.about}`}>
          {lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
      {warnings.map((warning) => (
        <p key={warning} className={`note ${pickStyles.about}`}>
          <TriangleAlert size={18} aria-hidden />
          {warning}
        </p>
      ))}
    </li>
  );
}

function valueLine(t: TFunction, { before, after }: ValueChange, label: string, isNew: boolean): string {
  if (isNew) return t('transfer.preview.valueOf', { label, value: after });
  if (after === null) return t('transfer.preview.valueGone', { label, before });
  return before === null
    ? t('transfer.preview.valueNew', { label, after })
    : t('transfer.preview.value', { label, before, after });
}

function memberLine(t: TFunction, member: string): string {
  switch (member) {
    case 'environment':
    case 'boardNumber':
    case 'alternative':
    case 'reminders':
      return t(`transfer.preview.members.${member}`);
    default:
      // Unknown members' names in the file are internal, not the user's.
      return t('transfer.preview.members.unknown');
  }
}
