import type { UpdateNotice as Told } from '@contract/update-notice';
import { useTranslation } from 'react-i18next';
import { useApp } from '../app-context';
import { Notice } from '../components/notice';

/** That there is a newer version, in the words of whoever publishes it. Text only: somebody else installs it. */
export function UpdateNotice({ notice }: { readonly notice: Told }) {
  const { t } = useTranslation();
  const { language } = useApp();
  const told = Object.entries(notice.text);
  const [spoken, text] = told.find(([of]) => of === language) ?? told[0] ?? [language, ''];
  return (
    <Notice title={t('help.newer.title', { version: notice.version })}>
      <p lang={spoken}>
        <bdi>{text}</bdi>
      </p>
      <p className="hint">{t('help.newer.who')}</p>
    </Notice>
  );
}
