import { languages, nameOf } from '@contract/languages';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { useApp } from '../app-context';
import { Button } from './button';
import styles from './language-switch.module.css';

/**
 * The help and the languages, in the same place on every screen. Memoized to re-render only for another language: most
 * screens show it, some above a field being typed in.
 */
export const LanguageSwitch = memo(function LanguageSwitch() {
  const { t } = useTranslation();
  const { language, setLanguage, showHelp, start } = useApp();
  const isSet = start.policies.language !== null;
  return (
    <div className={styles.corner}>
      <Button kind="quiet" size="small" aria-keyshortcuts="F1" onPress={() => showHelp('keys')}>
        {t('common.help')}
      </Button>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset would be a form control; these are two plain buttons. */}
      <div className={styles.languages} role="group" aria-label={t('common.language')}>
        {languages.map((each) => (
          <Button
            key={each}
            kind="quiet"
            size="small"
            aria-current={each === language}
            data-chosen={each === language || undefined}
            reason={isSet && each !== language ? t('common.managed.set') : null}
            onPress={() => setLanguage(each)}
          >
            <span lang={each}>{nameOf(each)}</span>
          </Button>
        ))}
      </div>
    </div>
  );
});
