import { Label } from 'react-aria-components/Label';
import { ProgressBar } from 'react-aria-components/ProgressBar';
import styles from './progress.module.css';

interface Props {
  readonly label: string;
  readonly done: number;
  readonly all: number;
  /** How far it is: "3 of 4". */
  readonly words: string;
}

/** How many of several are done. */
export const Progress = ({ label, done, all, words }: Props) => (
  <ProgressBar
    className={styles.progress ?? ''}
    value={done}
    minValue={0}
    maxValue={Math.max(all, 1)}
    valueLabel={words}
  >
    {({ percentage, valueText }) => (
      <>
        <Label>{label}</Label>
        <span>{valueText}</span>
        <div className={styles.track}>
          <div className={styles.fill} style={{ inlineSize: `${percentage ?? 0}%` }} />
        </div>
      </>
    )}
  </ProgressBar>
);
