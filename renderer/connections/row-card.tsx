import type { Environment } from '@contract/connection';
import type { Row, RowAction } from '@contract/list-row';
import type { ReactNode } from 'react';
import { Button } from '../components/button';
import { EnvironmentTag } from '../components/environment-tag';
import { type Status, StatusIcon } from '../components/status-icon';
import { PracticeTag } from './practice-tag';
import styles from './row-card.module.css';

interface Props extends Omit<Row, 'status'> {
  readonly status: Status;
  readonly environment: Environment;
  readonly practice: boolean;
  /** How it stands to a store of shared connections, if there is one. */
  readonly mark?: ReactNode;
  /** A second sentence. */
  readonly note?: string | undefined;
  /** Its position in the whole list, from 1, and the list's length, since not all rows are on the page. */
  readonly position: number;
  readonly size: number;
  readonly onAction: (does: RowAction) => void;
}

/**
 * The appearance of a row. The build renders one as the template for the rows that main draws
 * (renderer/first-paint/draw.tsx).
 */
export function RowCard({
  status,
  name,
  environment,
  practice,
  mark = null,
  situation,
  note,
  due,
  buttons,
  position,
  size,
  onAction,
}: Props) {
  return (
    <Card
      icon={<StatusIcon status={status} />}
      title={
        <>
          <bdi>{name}</bdi> <EnvironmentTag environment={environment} />
          {practice ? <PracticeTag /> : null}
          {mark}
        </>
      }
      buttons={buttons.map(({ does, label, fullName }, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: identified by position, whatever they say.
        <Button key={at} size="small" aria-label={fullName} onPress={() => onAction(does)}>
          {label}
        </Button>
      ))}
      position={position}
      size={size}
    >
      <p>{situation}</p>
      {note === undefined ? null : <p>{note}</p>}
      {due === null ? null : <Due line={due} />}
    </Card>
  );
}

interface CardProps {
  readonly icon: ReactNode;
  readonly title: ReactNode;
  /** What is said of it: paragraphs. */
  readonly children: ReactNode;
  readonly buttons: ReactNode;
  readonly position: number;
  readonly size: number;
  /** Most rows of its list have several lines. */
  readonly isTall?: boolean;
}

/** A row of a list of connections, whatever is said of them there. */
export const Card = ({ icon, title, children, buttons, position, size, isTall = false }: CardProps) => (
  <li
    className={styles.card}
    data-tall={isTall ? true : undefined}
    aria-posinset={position}
    aria-setsize={size}
  >
    {icon}
    <div>
      <h2>{title}</h2>
      {children}
    </div>
    <div className="row">{buttons}</div>
  </li>
);

/** What matters most in a row. */
export const Foremost = ({ children }: { readonly children: ReactNode }) => (
  <span className={styles.clear}>{children}</span>
);

export const Due = ({ line }: { readonly line: string }) => <p className={styles.clear}>{line}</p>;
