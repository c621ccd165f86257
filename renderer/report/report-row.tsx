import type { ReportLine } from '@contract/rendered-report';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../components/button';
import { StatusIcon } from '../components/status-icon';
import styles from './report-row.module.css';

/** Reports that were kept, one below the other. */
export const ReportRows = ({ children }: { readonly children: ReactNode }) => (
  <ul className={styles.list}>{children}</ul>
);

interface Props {
  readonly line: Pick<ReportLine, 'outcome' | 'proved' | 'withoutSecrets'>;
  /** What it says of itself. */
  readonly head: ReactNode;
  /** What the button is called, by whether it is open. */
  readonly label: (open: boolean) => string;
  readonly isFirstOpen?: boolean;
  /** What it shows once it is opened. */
  readonly children: ReactNode;
}

/** A kept report, with a button that opens it. "Passed" only if proved, or if no secret was to be sent. */
export function ReportRow({ line, head, label, isFirstOpen = false, children }: Props) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(isFirstOpen);
  const { outcome, proved, withoutSecrets } = line;
  return (
    <li>
      <div className={styles.report}>
        <StatusIcon status={outcome === 'passed' && !proved && !withoutSecrets ? 'warning' : outcome} />
        <div>{head}</div>
        <Button size="small" aria-expanded={open} aria-label={label(open)} onPress={() => setOpen(!open)}>
          {t(open ? 'reports.closeShort' : 'reports.openShort')}
        </Button>
      </div>
      {open ? <div className={`${styles.opened} stack-close`}>{children}</div> : null}
    </li>
  );
}
