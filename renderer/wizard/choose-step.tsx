import type { SystemId } from '@contract/connection';
import { LIMITS } from '@contract/limits';
import { boardNumberNotes } from '@systems/board-number';
import { systems } from '@systems/catalogue';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useApp } from '../app-context';
import { Button } from '../components/button';
import { ChoiceList } from '../components/choice-list';
import { FailureNotice } from '../components/failure-notice';
import { TextField } from '../components/text-field';
import { Frame } from './frame';
import { SaveLater } from './save-later';
import type { StepProps } from './step-props';
import type { Question } from './wizard-state';

/** Step 1, one question after the other: which system, which instance, where the redirect URL belongs. */
export function ChooseStep({ wizard, state, system }: StepProps<'choose'>) {
  const { t } = useTranslation();
  const { language, go } = useApp();
  const { dispatch } = wizard;
  const { draft, question, kept, busy } = state;
  const [asked, setAsked] = useState(false);
  const redirects = !draft.practice && system.fields.some(({ id }) => id === 'redirectUrl');
  const questions: readonly Question[] = [
    ...(kept === null ? (['system'] as const) : []),
    'instance',
    ...(redirects ? (['redirect'] as const) : []),
  ];
  const at = questions.indexOf(question);
  const byMail = system.registrationMail !== undefined;
  const complete = draft.name.trim() !== '' && draft.environment !== null;

  const onward = () => {
    if (question === 'instance' && !complete) {
      setAsked(true);
      return;
    }
    const next = questions[at + 1];
    if (next !== undefined) dispatch({ type: 'asked', question: next });
    else if (kept === null) void wizard.create();
    else dispatch({ type: 'moved', to: 'register' });
  };
  const back = () => {
    const before = questions[at - 1];
    if (before === undefined) go({ at: 'home' });
    else dispatch({ type: 'asked', question: before });
  };

  const head = {
    system: {
      heading: t('wizard.system.title'),
      lead: t('wizard.system.lead'),
    },
    instance: {
      heading: t('wizard.instance.title'),
      lead: t(
        draft.practice
          ? 'wizard.instance.leadPractice'
          : byMail
            ? 'wizard.instance.lead'
            : 'wizard.instance.leadVendor',
      ),
    },
    redirect: { heading: t('wizard.redirect.title'), lead: t('wizard.redirect.lead') },
  }[question];

  return (
    <Frame
      step="choose"
      draft={draft}
      onStep={null}
      heading={head.heading}
      lead={head.lead}
      focusOn={`choose-${question}`}
      footLeft={
        <Button isDisabled={busy !== null} onPress={back}>
          {t('common.action.back')}
        </Button>
      }
      footRight={
        <>
          {kept === null ? null : <SaveLater save={wizard.save} />}
          <Button kind="primary" isDisabled={busy !== null} onPress={onward}>
            {t('common.action.goOn')}
          </Button>
        </>
      }
    >
      {question === 'system' ? (
        <ChoiceList<SystemId>
          label={t('wizard.system.label')}
          hideLabel
          options={Object.values(systems).map(({ id, texts }) => ({
            value: id,
            label: texts[language].name,
            hint: texts[language].summary,
          }))}
          value={draft.system}
          onChange={(chosen) => dispatch({ type: 'answered', answer: { system: chosen } })}
        />
      ) : question === 'instance' ? (
        <>
          <TextField
            label={t('wizard.instance.name')}
            name="name"
            plain
            maxLength={LIMITS.name}
            value={draft.name}
            onChange={(name) => dispatch({ type: 'answered', answer: { name } })}
            help={t(byMail ? 'wizard.instance.nameHint' : 'wizard.instance.nameHintVendor')}
            example={t('wizard.instance.nameExample')}
            problem={asked && draft.name.trim() === '' ? t('wizard.instance.nameNeeded') : null}
          />
          <ChoiceList
            label={t('wizard.instance.environment')}
            sideBySide
            options={(['production', 'test'] as const).map((value) => ({
              value,
              label: t(`common.environment.${value}`),
              hint: t(
                value === 'production' && !byMail
                  ? 'wizard.instance.productionVendor'
                  : `wizard.instance.${value}`,
              ),
            }))}
            value={draft.environment}
            onChange={(environment) => dispatch({ type: 'answered', answer: { environment } })}
            problem={asked && draft.environment === null ? t('wizard.instance.environmentNeeded') : null}
          />
          {system.asksBoardNumber ? (
            <TextField
              label={t('wizard.instance.boardNumber')}
              name="boardNumber"
              optional
              maxLength={LIMITS.boardNumber}
              value={draft.boardNumber}
              onChange={(boardNumber) => dispatch({ type: 'answered', answer: { boardNumber } })}
              help={t('wizard.instance.boardNumberHint')}
              example="B12345"
              notes={boardNumberNotes(draft.boardNumber)}
              notesWhenLeft
            />
          ) : null}
        </>
      ) : (
        <ChoiceList
          label={t('wizard.redirect.label')}
          hideLabel
          options={(['sis-server', 'this-computer'] as const).map((value) => ({
            value,
            label: t(`wizard.redirect.${value}`),
            hint: t(`wizard.redirect.${value}Hint`),
          }))}
          value={draft.redirect}
          onChange={(redirect) => dispatch({ type: 'answered', answer: { redirect } })}
        />
      )}
      <FailureNotice failure={state.problem} />
    </Frame>
  );
}
