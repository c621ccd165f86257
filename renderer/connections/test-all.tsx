import type { ConnectionSummary } from '@contract/channels';
import { formatList } from '@contract/formats';
import { countRows, type TestAllRow, type TestAllRun } from '@contract/test-all';
import type { TFunction } from 'i18next';
import { type RefObject, Suspense, useEffect, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useApp } from '../app-context';
import { useAnnounce } from '../components/announcer';
import { Button } from '../components/button';
import { Notice } from '../components/notice';
import { Progress } from '../components/progress';
import { NightlySwitch } from '../nightly/nightly-switch';
import type { LiveRow } from './connection-row';
import { ConnectionRows } from './connection-rows';
import { RunSummary } from './run-summary';
import { FoundListWhenThere } from './searched';
import { useTestAll } from './use-test-all';

interface Props {
  readonly connections: readonly ConnectionSummary[];
  /** The run already in progress; null starts one. */
  readonly first: TestAllRun | null;
  readonly onClose: () => void;
  /** The list's query, kept while the list is shown here. */
  readonly searchedFor: RefObject<string>;
  /** Whether the list has a field to search it by. */
  readonly isSearched: boolean;
}

/** "Test all": its progress and outcome, and the list with results as they arrive. */
export function TestAll({ connections, first, onClose, searchedFor, isSearched }: Props) {
  const { t } = useTranslation();
  const { language } = useApp();
  const announce = useAnnounce();
  const { run, failure, cancelling, cancel, newest } = useTestAll(first);
  const ended = run?.ended ?? null;
  const { title, lead } = situationOf(t, language, run, cancelling);
  const unsavedCount = unsavedIn(run);
  const unsaved = unsavedCount === 0 ? '' : t('testAll.notSaved', { count: unsavedCount });

  const seen = useRef(first?.ended ?? null);
  useEffect(() => {
    if (ended === seen.current) return;
    seen.current = ended;
    announce([title, lead, unsaved].filter(Boolean).join('. '));
  }, [ended, title, lead, unsaved, announce]);

  const tested = useMemo(() => connections.map(newest), [connections, newest]);
  const live = useMemo(
    () =>
      new Map(
        run?.rows.flatMap((row): [string, LiveRow][] => {
          const added = liveRow(t, row);
          return added === undefined ? [] : [[row.id, added]];
        }),
      ),
    [run?.rows, t],
  );
  const plain = <ConnectionRows connections={tested} live={live} />;
  return (
    <>
      <RunSummary
        id="test-all-title"
        title={title}
        // Where a run was in progress already, the focus stays where it is.
        takesFocus={first === null}
        failure={failure}
        button={
          ended === null && failure === null ? (
            <Button size="small" isDisabled={cancelling || run === null} onPress={cancel}>
              {t('testAll.cancel')}
            </Button>
          ) : (
            <Button size="small" onPress={onClose}>
              {t('testAll.close')}
            </Button>
          )
        }
      >
        {ended === null && run !== null ? <RowsDone rows={run.rows} /> : null}
        <p className="small soft">{ended === null ? t('testAll.hint') : lead}</p>
        {unsaved === '' ? null : (
          <Notice tone="warning">
            <p>{unsaved}</p>
          </Notice>
        )}
        <LeftOutWords rows={run?.rows ?? []} />
        {ended !== null && connections.some(({ practice }) => !practice) ? <NightlySwitch /> : null}
      </RunSummary>
      {isSearched ? (
        <Suspense fallback={plain}>
          <FoundListWhenThere connections={tested} live={live} kept={searchedFor} />
        </Suspense>
      ) : (
        plain
      )}
    </>
  );
}

function RowsDone({ rows }: { readonly rows: readonly TestAllRow[] }) {
  const { t } = useTranslation();
  const counts = countRows(rows);
  const all = rows.length - counts['left-out'];
  const done = all - counts.waiting - counts.running;
  return (
    <Progress label={t('testAll.progress')} done={done} all={all} words={t('testAll.of', { done, all })} />
  );
}

const counted = ['proved', 'not-proved', 'stopped', 'left-out', 'not-tested'] as const;

function situationOf(
  t: TFunction,
  language: Parameters<typeof formatList>[0],
  run: TestAllRun | null,
  cancelling: boolean,
): { readonly title: string; readonly lead: string } {
  if (run === null || run.ended === null) {
    return { title: t(cancelling ? 'testAll.cancelling' : 'testAll.testing'), lead: '' };
  }
  const counts = countRows(run.rows);
  const parts = counted.filter((state) => counts[state] > 0);
  const sentence = formatList(
    language,
    parts.map((state) => t(`testAll.counted.${state}`, { count: counts[state] })),
  );
  const words = sentence.charAt(0).toUpperCase() + sentence.slice(1);
  if (run.ended === 'finished') {
    return parts.every((state) => state === 'left-out')
      ? { title: t('testAll.nothing'), lead: words }
      : { title: words, lead: '' };
  }
  return {
    title: t(run.ended === 'sleep' ? 'testAll.slept' : 'testAll.cancelled'),
    lead: unsavedIn(run) === 0 ? t('testAll.kept', { counts: words }) : words,
  };
}

const unsavedIn = (run: TestAllRun | null): number =>
  run?.rows.filter(({ notSaved }) => notSaved === true).length ?? 0;

/** Why some were left out, and how to test each anyway; shown from the start. */
function LeftOutWords({ rows }: { readonly rows: readonly TestAllRow[] }) {
  const { t } = useTranslation();
  return (['rejected', 'browser', 'unfinished'] as const).map((reason) => {
    const count = rows.filter(({ leftOut }) => leftOut === reason).length;
    return count === 0 ? null : (
      <p key={reason} className="small">
        {t(`testAll.leftOut.${reason}`, { count })}
      </p>
    );
  });
}

/** What the run adds to a row in the list. */
function liveRow(t: TFunction, row: TestAllRow): LiveRow | undefined {
  if (row.notSaved === true) return unsavedRow(t, row.state);
  switch (row.state) {
    case 'waiting':
      return { status: 'waiting', situation: t('testAll.row.waiting') };
    case 'running':
      return { status: 'running', situation: t('testAll.row.running') };
    case 'left-out':
      return row.leftOut === null
        ? undefined
        : {
            note: t(`testAll.row.leftOut.${row.leftOut}`),
            ...(row.leftOut === 'rejected' && { testAlone: t('testAll.testAlone') }),
          };
    case 'not-tested':
      return { note: t('testAll.row.notTested') };
    default:
      return undefined;
  }
}

/** The list knows only saved results, so the row itself says how this one ended. */
function unsavedRow(t: TFunction, state: TestAllRow['state']): LiveRow | undefined {
  switch (state) {
    case 'proved':
      return { status: 'passed', situation: t('testAll.row.notSaved.proved') };
    case 'not-proved':
      return { status: 'warning', situation: t('testAll.row.notSaved.not-proved') };
    case 'stopped':
      return { status: 'failed', situation: t('testAll.row.notSaved.stopped') };
    default:
      return undefined;
  }
}
