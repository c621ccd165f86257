import { fill } from '@contract/fill';
import { stepName } from '@contract/names';
import { decidingStep, isProved } from '@contract/verdict';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useApp } from '../app-context';
import { Button } from '../components/button';
import { FailureNotice } from '../components/failure-notice';
import { GuideLink } from '../components/guide-link';
import { keyWhere } from '../components/kept-where';
import { HandOverSheet, handOverFields, ValueList } from '../connections/hand-over';
import { reportOf } from '../report/check-run';
import { YearlyReminder } from '../rotation/yearly-reminder';
import { Frame } from './frame';
import type { StepProps } from './step-props';

/** Step 5: what was saved where and how, proved or not proved yet, the handover, and what to do next. */
export function FinishStep({ wizard, state, system }: StepProps<'finish'>) {
  const { t } = useTranslation();
  const { start, protection, go, language } = useApp();
  const { dispatch, save } = wizard;
  const { draft, kept, run } = state;
  const [saved, setSaved] = useState<boolean | null>(null);

  // Call nothing saved until main has confirmed it.
  useEffect(() => {
    let here = true;
    void save().then((done) => {
      if (here) setSaved(done);
    });
    return () => {
      here = false;
    };
  }, [save]);

  const report = reportOf(run);
  const proved = report !== null && isProved(report.steps);
  const secret = system.fields.find((field) => field.secret);
  const secretState = secret === undefined ? 'absent' : (kept.secrets[secret.id] ?? 'absent');
  const name = draft.name;
  // A failed check, or none, leaves nothing open to prove later.
  const open = report !== null && report.outcome !== 'failed' && !proved;
  const stoppedAt = report?.outcome === 'failed' ? (decidingStep(report.steps)?.id ?? null) : null;
  const { handOver: sheet, fields: labels, unproved: words, registration, receiver } = system.texts[language];
  const unproved = open ? words : undefined;
  const heading =
    saved === null
      ? t('wizard.finish.saving')
      : !saved
        ? t('wizard.finish.notSaved')
        : proved
          ? t('wizard.finish.proved')
          : (unproved?.saved ?? t('wizard.finish.notProved'));
  const lead = draft.practice
    ? t('wizard.finish.leadPractice', { name })
    : stoppedAt !== null
      ? t('wizard.finish.leadStopped', { name, step: stepName(language, stoppedAt) })
      : !proved && unproved !== undefined
        ? fill(unproved.lead, { name })
        : t(proved ? 'wizard.finish.leadProved' : 'wizard.finish.leadNotProved', { name });
  const secretText = labels[secret?.id ?? ''];
  const secretName = capitalized(secretText?.named ?? secretText?.label ?? '');
  const atServer = draft.redirect === 'sis-server';

  return (
    <Frame
      step="finish"
      draft={draft}
      onStep={(to) => dispatch({ type: 'moved', to })}
      heading={heading}
      lead={saved === true ? lead : ''}
      focusOn={`finish-${String(saved)}`}
      headingKey={String(saved)}
      footLeft={
        <Button onPress={() => dispatch({ type: 'moved', to: 'test' })}>{t('common.action.back')}</Button>
      }
      footRight={
        saved === false ? (
          <Button kind="primary" onPress={() => void save().then(setSaved)}>
            {t('common.action.saveAgain')}
          </Button>
        ) : (
          <Button kind="primary" isDisabled={saved === null} onPress={() => go({ at: 'home' })}>
            {t('wizard.finish.toList')}
          </Button>
        )
      }
    >
      <FailureNotice failure={state.problem} />
      {unproved === undefined || saved !== true ? null : (
        <ol className="numbered">
          {unproved.todo.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ol>
      )}
      {saved === true ? (
        <section className="stack-close">
          <h2>{t('wizard.finish.savedTitle')}</h2>
          <ul className="bulleted">
            <li>
              {t('wizard.finish.savedValues')} <span className="value">{start.dataFolder}</span>
            </li>
            <li>
              {secretState === 'saved'
                ? t('wizard.finish.savedSecret', { secret: secretName, where: keyWhere(t, protection) })
                : secretState === 'session-only'
                  ? t('wizard.finish.savedSecretNot', { secret: secretName })
                  : t('wizard.finish.savedSecretAbsent', { secret: secretName })}
            </li>
            {secretState === 'saved' ? <li>{t('wizard.finish.savedOwner')}</li> : null}
          </ul>
        </section>
      ) : null}
      {sheet !== undefined ? (
        <section className="stack-close">
          <h2>{sheet.title}</h2>
          <HandOverSheet
            system={system}
            connectionId={kept.id}
            values={draft.values}
            secrets={kept.secrets}
            report={report}
          />
        </section>
      ) : receiver !== undefined ? (
        <section className="stack-close">
          <h2>{receiver.title}</h2>
          <p className="small">{receiver.path}</p>
          <p className="soft">{receiver.lead}</p>
          {draft.practice ? <p className="hint">{t('wizard.finish.practiceValues')}</p> : null}
          <ValueList
            system={system}
            connectionId={kept.id}
            values={draft.values}
            secrets={kept.secrets}
            fields={handOverFields(system)}
            numbered
          />
          <GuideLink system={system} />
        </section>
      ) : null}
      <section className="stack-close">
        <h2>{t('wizard.finish.nextTitle')}</h2>
        {draft.practice ? null : (
          <YearlyReminder system={system} connectionId={kept.id} reminders={undefined} />
        )}
        <ul className="bulleted">
          {draft.practice ? (
            <li>{registration?.practice.next ?? t('wizard.finish.nextRealVendor')}</li>
          ) : (
            <>
              {receiver !== undefined && unproved === undefined ? (
                <li>{proved || !atServer ? receiver.nextProved : receiver.next}</li>
              ) : null}
              <li>{t('wizard.finish.nextOther')}</li>
              <li>{t('wizard.finish.nextRetest')}</li>
            </>
          )}
        </ul>
      </section>
    </Frame>
  );
}

/** Capitalizes a phrase for the start of a sentence. */
const capitalized = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);
