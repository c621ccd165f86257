import { CircleAlert, CircleCheck, Info, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import styles from './notice.module.css';

const icons = { accent: Info, ok: CircleCheck, warning: TriangleAlert, bad: CircleAlert } as const;

interface Props {
  readonly tone?: keyof typeof icons;
  readonly title?: string;
  readonly children?: ReactNode;
  /** Announced immediately: for what prevented the action just taken. */
  readonly alert?: boolean;
}

/** A short message in the page, where it matters; never a pop-up. */
export function Notice({ tone = 'accent', title, children, alert = false }: Props) {
  const Icon = icons[tone];
  return (
    <div className={styles.notice} data-tone={tone} {...(alert ? { role: 'alert' } : {})}>
      <Icon size={20} aria-hidden />
      <div>
        {title === undefined ? null : (
          <p>
            <strong>{title}</strong>
          </p>
        )}
        {children}
      </div>
    </div>
  );
}
