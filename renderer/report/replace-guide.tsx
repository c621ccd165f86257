import type { System } from '@systems/system';
import { useTranslation } from 'react-i18next';
import { useApp } from '../app-context';
import { Fold } from '../components/fold';
import styles from './replace-guide.module.css';

interface Props {
  readonly system: System;
  /** The product version that the last check found; which procedure applies may depend on it. */
  readonly version: string | null;
}

/** How to replace the secret in the vendor's system: every procedure that may apply, collapsed. */
export function ReplaceGuide({ system, version }: Props) {
  const { t } = useTranslation();
  const { language } = useApp();
  const { instructions = {}, rotation } = system.texts[language];
  const ways = (system.replacing?.(version) ?? []).flatMap((id) => instructions[id] ?? []);
  if (ways.length === 0) return null;
  return (
    <div className={styles.guide}>
      {ways.length > 1 ? (
        <p className="hint">{rotation?.which ?? t('connections.page.replaceEither')}</p>
      ) : null}
      {ways.map(({ title, steps }) => (
        <Fold key={title} label={title}>
          <ol className="numbered small">
            {steps.map((step) => (
              <li key={step}>{step}</li>
            ))}
          </ol>
        </Fold>
      ))}
    </div>
  );
}
