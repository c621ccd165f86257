import type { Standing } from '@contract/shared-store';
import { useTranslation } from 'react-i18next';
import styles from './shared-mark.module.css';
import { StandingIcon } from './standing-icon';

/** In the list of connections: how one stands to the store. */
export function SharedMark({ standing }: { readonly standing: Standing }) {
  const { t } = useTranslation();
  return (
    <span className={styles.mark}>
      <StandingIcon standing={standing} size={13} />
      {t(`sharing.standing.${standing}`)}
    </span>
  );
}
