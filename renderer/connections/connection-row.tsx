import type { ConnectionSummary } from '@contract/channels';
import { buttonOf, describeRow, type RowAction } from '@contract/list-row';
import { lazy, memo, Suspense } from 'react';
import { useApp } from '../app-context';
import type { Status } from '../components/status-icon';
import { withItsWords } from '../i18n/i18n';
import { RowCard } from './row-card';
import { useRowWords } from './use-row-words';

// Nobody who shares nothing loads it.
const SharedMark = lazy(() =>
  withItsWords(import('../sharing/shared-mark')).then((module) => ({ default: module.SharedMark })),
);

/** What "Test all" adds to a row, during the run and after it, or what the nights do. */
export interface LiveRow {
  readonly status?: Status;
  readonly situation?: string;
  /** Said behind that one. */
  readonly since?: string;
  readonly note?: string;
  /** The label of a button that tests this one explicitly, shown instead of the button that opens it. */
  readonly testAlone?: string;
}

interface Props {
  readonly connection: ConnectionSummary;
  readonly live?: LiveRow | undefined;
  readonly position: number;
  readonly size: number;
}

/** One connection in the list: its status and the next thing to do. */
export const ConnectionRow = memo(function ConnectionRow({ connection, live, position, size }: Props) {
  const words = useRowWords();
  const { go, marks } = useApp();
  const { id, environment, practice } = connection;
  const row = describeRow(words, connection);
  const standing = marks?.[id];
  const [first, second] = row.buttons;
  const act = (does: RowAction) =>
    does === 'go-on'
      ? go({ at: 'wizard', id, edit: false })
      : go({ at: 'connection', id, testNow: does === 'test' });
  return (
    <RowCard
      {...row}
      buttons={[
        first,
        live?.testAlone === undefined ? second : buttonOf(words.say, 'test', live.testAlone, row.name),
      ]}
      environment={environment}
      practice={practice}
      mark={
        standing === undefined ? null : (
          <Suspense fallback={null}>
            <SharedMark standing={standing} />
          </Suspense>
        )
      }
      status={live?.status ?? row.status}
      situation={saidOf(row.situation, live)}
      note={live?.note}
      position={position}
      size={size}
      onAction={act}
    />
  );
});

/** What a row says, with what was added to it. */
export const saidOf = (situation: string, live: LiveRow | undefined): string =>
  [live?.situation ?? situation, live?.since ?? ''].filter(Boolean).join(' · ');
