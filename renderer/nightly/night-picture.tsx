import { formatDay, formatList } from '@contract/formats';
import type { NightResult, Nights } from '@contract/nightly';
import { useTranslation } from 'react-i18next';
import { useApp } from '../app-context';
import styles from './nightly.module.css';

const STEP = 16;
const HEIGHT = 28;

type Kind = NightResult | 'none';
const kinds = ['passed', 'warning', 'failed', 'not-checked', 'none'] as const satisfies readonly Kind[];

/** One mark a night, by its form as well as by its colour; the newest at the end. */
export function NightPicture({ nights }: Pick<Nights, 'nights'>) {
  const { t } = useTranslation();
  const { language } = useApp();
  const count = (kind: Kind) => nights.filter(({ result }) => (result ?? 'none') === kind).length;
  const counted = kinds
    .filter((kind) => count(kind) > 0)
    .map((kind) => ({ kind, words: t(`nightly.counted.${kind}`, { count: count(kind) }) }));
  const counts = formatList(
    language,
    counted.map(({ words }) => words),
  );
  const width = nights.length * STEP;
  return (
    <>
      <div className={styles.picture}>
        <svg
          role="img"
          aria-label={t('nightly.picture', { count: nights.length, counts })}
          viewBox={`0 0 ${width} ${HEIGHT}`}
          width={width}
          height={HEIGHT}
        >
          {nights.map(({ date, result }, at) => (
            <g key={date} transform={`translate(${at * STEP} 0)`}>
              <Mark kind={result ?? 'none'} />
            </g>
          ))}
        </svg>
        <p className={`hint ${styles.ends}`} aria-hidden>
          <span>{formatDay(language, nights[0]?.date ?? '')}</span>
          <span>{formatDay(language, nights.at(-1)?.date ?? '')}</span>
        </p>
      </div>
      {/* The picture's name says the same. */}
      <ul className={styles.legend} aria-hidden>
        {counted.map(({ kind, words }) => (
          <li key={kind}>
            <svg viewBox={`0 0 ${STEP} ${HEIGHT}`} width={STEP} height={HEIGHT} aria-hidden>
              <Mark kind={kind} />
            </svg>
            {words}
          </li>
        ))}
      </ul>
    </>
  );
}

/** In a space of 16 × 28. */
function Mark({ kind }: { readonly kind: Kind }) {
  switch (kind) {
    case 'passed':
      return <rect className={styles.passed} x={3} y={4} width={10} height={20} rx={2} />;
    case 'warning':
      return <path className={styles.warning} d="M3 24V14L8 4l5 10v10z" />;
    case 'failed':
      return <path className={styles.failed} d="M3 9l10 10M13 9L3 19" />;
    case 'not-checked':
      return <circle className={styles.notChecked} cx={8} cy={14} r={4.5} />;
    case 'none':
      return <circle className={styles.none} cx={8} cy={14} r={1.5} />;
  }
}
