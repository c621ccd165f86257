import type { SharedRow, Standing } from '@contract/shared-store';
import { useTranslation } from 'react-i18next';
import styles from './shared-page.module.css';
import { StandingIcon } from './standing-icon';
import { useSharedWords } from './use-shared-words';

/** How a connection stands to the store. */
export function StandingLine({ standing }: { readonly standing: Standing }) {
  const { t } = useTranslation();
  return (
    <p className={styles.standing} data-testid="standing">
      <StandingIcon standing={standing} />
      {t(`sharing.standing.${standing}`)}
    </p>
  );
}

/** What else is known of it. A colleague's replacement has a notice of its own. */
export function RowLines({ row }: { readonly row: SharedRow }) {
  const words = useSharedWords();
  const { replacement } = row;
  return words
    .lines({ ...row, replacement: replacement?.isHere === true ? replacement : null })
    .map((line) => <p key={line}>{line}</p>);
}
