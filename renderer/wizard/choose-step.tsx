import { LIMITS } from '@contract/limits';
import { withoutUnprintable } from '@contract/printable';
import { redirectField } from '@systems/redirect-field';
import type { System } from '@systems/system';
import { memo, useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useApp } from '../app-context';
import { Button } from '../components/button';
import { ChoiceList } from '../components/choice-list';
import { FailureNotice } from '../components/failure-notice';
import { TextField } from '../components/text-field';
import { Frame } from './frame';
import { SaveLater } from './save-later';
import type { StepProps } from './step-props';
import { type Family, familyOf, ProductChoice, SystemChoice } from './system-choice';
import { useFixed } from './use-fixed';
import type { Answer, Draft, Question } from './wizard-state';

/** Step 1, one question at a time: which system, which product, which instance, where the redirect URL points. */
export function ChooseStep({ wizard, state, system }: StepProps<'choose'>) {
  const { t } = useTranslation();
  const { language, go } = useApp();
  const { dispatch } = wizard;
  const { draft, question, kept, busy } = state;
  const [asked, setAsked] = useState(false);
  const fixed = useFixed(state);
  const { registration, browserSignIn } = system.texts[language];
  const redirect = redirectField(system);
  const redirects = !draft.practice && redirect !== undefined && fixed?.values[redirect.id] === undefined;
  const [family, setFamily] = useState(() => familyOf(draft));
  const asksProduct =
    kept === null
      ? family !== null
      : system.fields.some(({ id, askedAt }) => askedAt === 'choose' && fixed?.values[id] === undefined);
  const questions: readonly Question[] = [
    ...(kept === null ? (['system'] as const) : []),
    ...(asksProduct ? (['provider'] as const) : []),
    'instance',
    ...(redirects ? (['redirect'] as const) : []),
  ];
  const at = questions.indexOf(question);
  const complete = draft.name.trim() !== '' && draft.environment !== null;

  const answer = useCallback((given: Answer) => dispatch({ type: 'answered', answer: given }), [dispatch]);
  const choose = (given: Answer, members: Family | null) => {
    setFamily(members);
    answer(given);
  };
  const next = questions[at + 1];
  const before = questions[at - 1];
  const { create } = wizard;
  const isNew = kept === null;
  const onward = useCallback(() => {
    if (question === 'instance' && !complete) setAsked(true);
    else if (next !== undefined) dispatch({ type: 'asked', question: next });
    else if (isNew) void create();
    else dispatch({ type: 'moved', to: 'register' });
  }, [question, complete, next, isNew, create, dispatch]);
  const back = useCallback(() => {
    if (before === undefined) go({ at: 'home' });
    else dispatch({ type: 'asked', question: before });
  }, [before, go, dispatch]);

  const head = {
    system: {
      heading: t('wizard.system.title'),
      lead: t('wizard.system.lead'),
    },
    provider:
      family === 'classlink'
        ? { heading: t('wizard.system.families.classlink.title'), lead: '' }
        : { heading: t('wizard.provider.title'), lead: t('wizard.provider.lead') },
    instance: {
      heading: t('wizard.instance.title'),
      lead: draft.practice
        ? t('wizard.instance.leadPractice')
        : (registration?.instances ?? t('wizard.instance.leadVendor')),
    },
    redirect: { heading: browserSignIn?.redirect.title ?? '', lead: browserSignIn?.redirect.lead ?? '' },
  }[question];

  return (
    <Frame
      step="choose"
      draft={draft}
      onStep={null}
      heading={head.heading}
      lead={head.lead}
      focusOn={`choose-${question}`}
      onEnter={onward}
      footLeft={<FootButton label={t('common.action.back')} isDisabled={busy !== null} onPress={back} />}
      footRight={
        <>
          {kept === null ? null : <SaveLater save={wizard.save} />}
          <FootButton
            label={t('common.action.goOn')}
            kind="primary"
            isDisabled={busy !== null}
            onPress={onward}
          />
        </>
      }
    >
      {question === 'system' ? (
        <SystemChoice draft={draft} family={family} onChoose={choose} onSubmit={onward} />
      ) : question === 'provider' ? (
        <ProductChoice draft={draft} family={family} isNew={isNew} onChoose={choose} onSubmit={onward} />
      ) : question === 'instance' ? (
        <>
          <TextField
            label={t('wizard.instance.name')}
            name="name"
            plain
            maxLength={LIMITS.name}
            value={draft.name}
            onChange={(name) => answer({ name: withoutUnprintable(name) })}
            help={registration?.nameHint ?? t('wizard.instance.nameHintVendor')}
            example={t('wizard.instance.nameExample')}
            problem={asked && draft.name.trim() === '' ? t('wizard.instance.nameNeeded') : null}
          />
          {fixed === null ? (
            <Environment
              value={draft.environment}
              production={registration?.production ?? t('wizard.instance.productionVendor')}
              isMissing={asked && draft.environment === null}
              onChange={answer}
            />
          ) : (
            <div>
              <p className="label">{t('wizard.instance.environment')}</p>
              <p>{t(`common.environment.${fixed.environment}`)}</p>
              <p className="hint">{t('common.managed.set')}</p>
            </div>
          )}
          {system.boardNumber === undefined ? null : (
            <BoardNumber system={system} value={draft.boardNumber} onChange={answer} />
          )}
        </>
      ) : (
        <ChoiceList
          label={t('wizard.redirect.label')}
          hideLabel
          options={(['sis-server', 'this-computer'] as const).map((value) => ({
            value,
            label: browserSignIn?.redirect[value].name ?? '',
            hint: browserSignIn?.redirect[value].hint ?? '',
          }))}
          value={draft.redirect}
          onChange={(redirect) => answer({ redirect })}
        />
      )}
      <FailureNotice failure={state.problem} />
    </Frame>
  );
}

interface PartProps<Value> {
  readonly value: Value;
  readonly onChange: (answer: Answer) => void;
}

/*
 * Everything but the name is memoized: re-rendering it for each letter would double the time until a key is visible
 * (docs/performance.md).
 */

interface FootButtonProps {
  readonly label: string;
  readonly kind?: 'primary' | 'plain';
  readonly isDisabled: boolean;
  readonly onPress: () => void;
}

const FootButton = memo(function FootButton({ label, kind = 'plain', isDisabled, onPress }: FootButtonProps) {
  return (
    <Button kind={kind} isDisabled={isDisabled} onPress={onPress}>
      {label}
    </Button>
  );
});

const Environment = memo(function Environment({
  value,
  production,
  isMissing,
  onChange,
}: PartProps<Draft['environment']> & { readonly production: string; readonly isMissing: boolean }) {
  const { t } = useTranslation();
  return (
    <ChoiceList
      label={t('wizard.instance.environment')}
      sideBySide
      options={(['production', 'test'] as const).map((each) => ({
        value: each,
        label: t(`common.environment.${each}`),
        hint: each === 'production' ? production : t('wizard.instance.test'),
      }))}
      value={value}
      onChange={(environment) => onChange({ environment })}
      problem={isMissing ? t('wizard.instance.environmentNeeded') : null}
    />
  );
});

const BoardNumber = memo(function BoardNumber({
  system,
  value,
  onChange,
}: PartProps<string> & { readonly system: System }) {
  const { language } = useApp();
  const { boardNumber: words, notes } = system.texts[language];
  return (
    <TextField
      label={words?.label ?? ''}
      name="boardNumber"
      optional
      maxLength={LIMITS.boardNumber}
      value={value}
      onChange={(boardNumber) => onChange({ boardNumber })}
      help={words?.help ?? ''}
      example={system.boardNumber?.example ?? ''}
      notes={system.boardNumber?.notes(value) ?? []}
      noteWords={notes}
      notesWhenLeft
    />
  );
});
