import type { RenderedReport, RenderedStep } from '@contract/rendered-report';
import { useTranslation } from 'react-i18next';
import { StatusIcon } from '../components/status-icon';
import styles from './report-details.module.css';

/** Each step with its time as a bar, followed by the request, the response, and how certain the reading is. */
export function ReportDetails({ rendered }: { readonly rendered: RenderedReport }) {
  const { t } = useTranslation();
  const ran = rendered.steps.filter(({ asked }) => asked !== null);
  const legend = new Map(
    rendered.steps.flatMap(({ phases }) => phases.map(({ id, name }) => [id, name] as const)),
  );
  return (
    <div className="stack-close">
      <table className={styles.times}>
        <caption>{rendered.timeline.title}</caption>
        <thead>
          <tr>
            <th scope="col">{rendered.timeline.step}</th>
            <th scope="col">{rendered.timeline.result}</th>
            <th scope="col" className={styles.took}>
              {rendered.timeline.duration}
            </th>
            <td className={styles.bar} />
          </tr>
        </thead>
        <tbody>
          {rendered.steps.map((step) => (
            <tr key={step.name} data-status={step.outcome}>
              <th scope="row">{step.name}</th>
              <td>
                <span className={styles.outcome}>
                  <StatusIcon status={step.outcome} />
                  {step.outcomeWord}
                </span>
              </td>
              <td className={styles.took}>{step.took}</td>
              <td className={styles.bar} aria-hidden>
                <Bar step={step} totalMs={rendered.totalMs} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className={`${styles.legend} small soft`} aria-hidden>
        {rendered.timeline.legend}
        {[...legend].map(([id, name]) => (
          <span key={id}>
            <svg aria-hidden viewBox="0 0 12 12" width="12" height="12">
              <rect className={styles.phase} data-phase={id} width="12" height="12" rx="2" />
            </svg>
            {name}
          </span>
        ))}
      </p>
      <h3>{t('reports.details')}</h3>
      {ran.map((step) => (
        <Exchange key={step.name} step={step} />
      ))}
      {rendered.notTested.length === 0 ? null : (
        <div className="stack-close">
          <h3>{t('reports.notTested')}</h3>
          <ul className="bulleted soft">
            {rendered.notTested.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </div>
      )}
    </div>
  );
}

/** The bars' full width, in SVG units. */
const WIDTH = 1000;
/** Keeps a step that took no time visible. */
const NARROWEST = 4;

function Bar({ step: { bar }, totalMs }: { readonly step: RenderedStep; readonly totalMs: number }) {
  if (bar.length === 0) return null;
  const scale = WIDTH / totalMs;
  return (
    <svg aria-hidden viewBox={`0 0 ${WIDTH} 10`} preserveAspectRatio="none" width="100%" height="10">
      <rect className={styles.track} y="4" width={WIDTH} height="2" />
      {bar.map(({ id, startMs, ms }) => (
        <rect
          key={id}
          className={styles.phase}
          data-phase={id}
          x={Math.min(startMs * scale, WIDTH - NARROWEST)}
          width={Math.max(ms * scale, NARROWEST)}
          height="10"
        />
      ))}
    </svg>
  );
}

function Exchange({ step }: { readonly step: RenderedStep }) {
  const { t } = useTranslation();
  const rows: readonly (readonly [string, string | null])[] = [
    [t('reports.asked'), step.asked],
    [t('reports.answered'), step.answered],
    [t('reports.took'), step.tookByPhase],
    [
      t('reports.reading'),
      step.code === 'ok' || step.code === null ? step.reading : `${step.reading} (${step.code})`,
    ],
    [t('reports.sure'), step.sure],
  ];
  return (
    <section className={styles.exchange} data-outcome={step.outcome} aria-label={step.name}>
      <h4>{step.name}</h4>
      <dl>
        {rows.map(([name, value]) =>
          value === null ? null : (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ),
        )}
      </dl>
    </section>
  );
}
