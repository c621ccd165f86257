import type { Licence } from '@contract/channels';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { bridge } from '../bridge';
import { Fold } from '../components/fold';
import styles from './licences.module.css';

/** Everything that others wrote of this program, with the licences' full texts, as these ask for. */
export function Licences() {
  const { t } = useTranslation();
  const [licences, setLicences] = useState<readonly Licence[]>([]);
  useEffect(() => {
    void bridge.call('read-licences', null).then((answer) => {
      if (answer.ok) setLicences(answer.value);
    });
  }, []);
  return (
    <div className="stack-close">
      <p>{t('help.licencesElectron')}</p>
      <ul className={styles.list}>
        {licences.map(({ name, version, licence, text }) => (
          <li key={`${name} ${version}`} translate="no">
            <Fold label={`${name} ${version} · ${licence}`}>
              <pre className={styles.text}>{text}</pre>
            </Fold>
          </li>
        ))}
      </ul>
    </div>
  );
}
