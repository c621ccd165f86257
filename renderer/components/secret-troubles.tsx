import type { SecretTrouble } from '@contract/connection';
import { keyringName } from '@contract/keyring';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { Button } from './button';
import { Notice } from './notice';

interface Props {
  /** Secret field id → why it cannot be decrypted. */
  readonly troubles: Readonly<Record<string, SecretTrouble>>;
  /** The field's label, as in "Client Secret". */
  readonly labelOf: (field: string) => string;
  /** Absent if the field for re-entering it is on the same screen. */
  readonly onReplace?: () => void;
}

/** Why stored secrets cannot be decrypted, naming both keyrings if that is the cause, and what to do. */
export function SecretTroubles({ troubles, labelOf, onReplace }: Props) {
  const { t } = useTranslation();
  return Object.entries(troubles).map(([field, trouble]) => {
    const { happened, todo } = worded(t, trouble);
    return (
      <Notice key={field} tone="warning" title={t('secrets.trouble.title', { what: labelOf(field) })}>
        <p>{happened}</p>
        <p>{todo}</p>
        {onReplace === undefined ? null : (
          <div className="row">
            <Button size="small" onPress={onReplace}>
              {t('secrets.trouble.replace', { what: labelOf(field) })}
            </Button>
          </div>
        )}
      </Notice>
    );
  });
}

function worded(t: TFunction, trouble: SecretTrouble): { readonly happened: string; readonly todo: string } {
  if (trouble.code === 'backend-changed') {
    const names = { wroteBy: keyringName(trouble.wroteBy), now: keyringName(trouble.now) };
    const isNone = trouble.now === 'basic_text' || trouble.now === 'unknown';
    return {
      happened: t(`secrets.trouble.backend-changed.${isNone ? 'noneNow' : 'happened'}`, names),
      todo: t('secrets.trouble.backend-changed.todo', names),
    };
  }
  return {
    happened: t(`secrets.trouble.${trouble.code}.happened`),
    todo: t(`secrets.trouble.${trouble.code}.todo`),
  };
}
