import type { StepId } from '@contract/findings';
import { useTranslation } from 'react-i18next';
import { BrowserPanel } from '../report/browser-panel';
import { type CheckRun, reportOf } from '../report/check-run';
import { FindingCard } from '../report/finding-card';
import { rowsOf } from '../report/rows';
import { wasCancelled } from '../report/situation';
import { type RowWords, Timeline } from '../report/timeline';

/** What a store's test consists of; a connection's has more. */
const storeSteps: readonly StepId[] = [
  'name-lookup',
  'connect',
  'secure-connection',
  'reach',
  'clock',
  'sign-in',
  'permission',
];
const ownNames = ['reach', 'sign-in', 'permission'] as const;
type OwnName = (typeof ownNames)[number];
const isOwn = (id: StepId): id is OwnName => ownNames.some((own) => own === id);

interface Props {
  readonly run: CheckRun;
  readonly onChangePlace: () => void;
  readonly onTestAgain: () => void;
}

/** The steps of a store's test, live or ended, with its findings in place. */
export function StoreSteps({ run, onChangePlace, onTestAgain }: Props) {
  const { t } = useTranslation();
  const running = run.kind === 'running';
  const report = reportOf(run);
  const all = running ? rowsOf(run.steps, run.begun, true) : rowsOf(report?.steps ?? [], [], false);
  const rows = all.filter(({ id, status }) => storeSteps.includes(id) || status === 'failed');
  const own: RowWords = {
    name: (id) => (isOwn(id) ? t(`sharing.step.${id}`) : undefined),
    said: ({ id, status, steps }) => {
      if (!isOwn(id)) return undefined;
      // A sign-in may wait for the browser, which has longer.
      if (status === 'running') return id === 'sign-in' ? undefined : `${t('sharing.said.running')}…`;
      if (id === 'permission' && status !== 'passed') {
        if (status !== 'warning' && status !== 'failed') return undefined;
        const isReadOnly = steps.every(
          ({ subject, outcome }) => outcome === 'passed' || (subject === 'write' && outcome === 'warning'),
        );
        return t(isReadOnly ? 'sharing.said.readOnly' : 'sharing.said.fewer');
      }
      return status === 'passed' ? t(`sharing.said.${id}`) : undefined;
    },
  };
  return (
    <div>
      <h2 className="for-readers">{t('report.stages')}</h2>
      <Timeline
        rows={rows}
        live={running}
        signIn="bearer"
        own={own}
        renderPermissions={() => null}
        browser={
          running && run.browser !== null ? (
            <BrowserPanel wait={run.browser} todo={t('sharing.signIn.browserTodo')} />
          ) : null
        }
        renderFinding={(finding, first) =>
          finding.step.code === null ? null : (
            <FindingCard
              key={`${finding.step.code}${finding.subjects.join()}`}
              // What may be done is told by the row, in words; its subjects are no fields.
              finding={{ ...finding, subjects: [] }}
              code={finding.step.code}
              system={undefined}
              seen={running ? undefined : report?.startedAt}
              remedyFor={null}
              first={first}
              takesFocus={first && run.kind === 'ended' && !wasCancelled(run.report)}
              // What was entered is gone: it is entered again where it was.
              onChangeValues={finding.step.code === 'store-sign-in-rejected' ? onTestAgain : onChangePlace}
              onTestAgain={onTestAgain}
              others={[]}
              onAskOtherwise={() => undefined}
              version={null}
            />
          )
        }
      />
    </div>
  );
}
