import type { SharedRow, Standing } from '@contract/shared-store';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../components/button';
import { EnvironmentTag } from '../components/environment-tag';
import { GrowingRows } from '../connections/growing-rows';
import { Card, Foremost } from '../connections/row-card';
import { StandingIcon } from './standing-icon';
import { useSharedWords } from './use-shared-words';

/** What there is to do with a row; all of it is done on its page. */
const actions: Readonly<Partial<Record<Standing, 'compare' | 'look' | 'bring' | 'again'>>> = {
  'changed-both': 'compare',
  'address-to-confirm': 'look',
  'not-here': 'bring',
  apart: 'again',
};

interface Props {
  readonly rows: readonly SharedRow[];
  /** Connection id → what became of it just now. */
  readonly notes: ReadonlyMap<string, string>;
  readonly onOpen: (row: SharedRow) => void;
}

/** The shared connections, and those that are here only. Of any number. */
export const SharedRows = ({ rows, notes, onOpen }: Props) => (
  <GrowingRows
    items={rows}
    render={(row, position) => (
      <Row
        key={`${row.folder}/${row.id}`}
        row={row}
        note={notes.get(row.id)}
        position={position}
        size={rows.length}
        onOpen={onOpen}
      />
    )}
  />
);

interface RowProps {
  readonly row: SharedRow;
  readonly note: string | undefined;
  readonly position: number;
  readonly size: number;
  readonly onOpen: (row: SharedRow) => void;
}

const Row = memo(function Row({ row, note, position, size, onOpen }: RowProps) {
  const { t } = useTranslation();
  const words = useSharedWords();
  const name = words.name(row);
  const action = t(`sharing.row.${actions[row.standing] ?? 'open'}`);
  return (
    <Card
      icon={<StandingIcon standing={row.standing} />}
      title={
        <>
          <bdi>{name}</bdi>
          {row.about === null ? null : <EnvironmentTag environment={row.about.environment} />}
        </>
      }
      buttons={
        <Button
          size="small"
          aria-label={t('sharing.row.named', { action: action.replace(/…$/, ''), name })}
          onPress={() => onOpen(row)}
        >
          {action}
        </Button>
      }
      position={position}
      size={size}
      isTall
    >
      <p>
        <Foremost>{t(`sharing.standing.${row.standing}`)}</Foremost>
        {row.folder === null ? null : <> · {words.folder(row.folder)}</>}
      </p>
      {words.lines(row).map((line) => (
        <p key={line}>{line}</p>
      ))}
      {note === undefined ? null : (
        <p>
          <Foremost>{note}</Foremost>
        </p>
      )}
    </Card>
  );
});
