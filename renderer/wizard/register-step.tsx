import type { Failure } from '@contract/channels';
import { LIMITS } from '@contract/limits';
import { fieldNotes } from '@systems/field-notes';
import type { Note } from '@systems/notes';
import { redirectField, registeredFields } from '@systems/redirect-field';
import type { Field, System } from '@systems/system';
import { Fragment, type ReactNode, useState } from 'react';
import { Checkbox } from 'react-aria-components/Checkbox';
import { useTranslation } from 'react-i18next';
import { useApp } from '../app-context';
import { Button } from '../components/button';
import { CopyButton } from '../components/copy-button';
import { FailureNotice } from '../components/failure-notice';
import { Fold } from '../components/fold';
import { GuideLink } from '../components/guide-link';
import { TextField } from '../components/text-field';
import { asksOnce, consentTo } from './consents';
import { Frame } from './frame';
import { MailPart, PracticeReplyPart } from './register-parts';
import styles from './register-step.module.css';
import { SaveLater } from './save-later';
import type { StepProps } from './step-props';
import { SystemSources } from './system-sources';
import { useFixed } from './use-fixed';
import { Where } from './where';

/** Step 2: the redirect URL and the request to register it. A practice setup gets its reply immediately. */
export function RegisterStep({ wizard, state, system }: StepProps<'register'>) {
  const { t } = useTranslation();
  const { language } = useApp();
  const { dispatch, save } = wizard;
  const { draft } = state;
  const [problem, setProblem] = useState<Failure | null>(null);
  const [replyCopied, setReplyCopied] = useState(false);
  const texts = system.texts[language];
  const { registration } = texts;
  const redirect = redirectField(system);
  const optional = registeredFields(system).filter((field) => field !== redirect);
  const [wanted, setWanted] = useState<readonly string[]>(() =>
    optional.filter(({ id }) => (draft.values[id] ?? '') !== '').map(({ id }) => id),
  );
  // Only a system with a registered redirect URL has something to send; the others only say where to look.
  const byMail = registration !== undefined;
  const here = draft.redirect === 'this-computer';
  const redirectUrl = draft.values[redirect?.id ?? ''] ?? '';
  // Until the e-mail is marked as sent, sending it is the thing to do.
  const mailFirst = byMail && draft.registrationSentOn === null && redirectUrl.trim() !== '';
  const sent = byMail && draft.registrationSentOn !== null;
  const notes = [
    ...registeredFields(system).flatMap((field) => fieldNotes(field, draft.values[field.id] ?? '')),
    ...(draft.environment === null ? [] : system.notes(draft.values, state.kept.siblings, draft.environment)),
  ];

  const fixed = useFixed(state);
  const input = (field: Field) => {
    const { id } = field;
    const value = fixed?.values[id];
    if (value !== undefined)
      return (
        <>
          <div className="copy-line">
            <span className="value">{value}</span>
            <CopyButton text={value} what={texts.fields[id]?.label ?? id} onFailure={setProblem} />
          </div>
          <p className="hint">{t('common.managed.set')}</p>
        </>
      );
    return (
      <RegisterField
        field={field}
        label={texts.fields[id]?.label ?? id}
        help={texts.fields[id]?.help}
        example={texts.fields[id]?.example}
        value={draft.values[id] ?? ''}
        notes={notes.filter(
          (note) =>
            note.field === id &&
            note.code !== 'required' &&
            !wizard.consents.has(consentTo(note, draft.values[id] ?? '')),
        )}
        onDecide={(note) => wizard.consent(consentTo(note, draft.values[id] ?? ''))}
        nameOf={(other) => texts.fields[other]?.label ?? other}
        onChange={(value) => dispatch({ type: 'valued', values: { [id]: value } })}
        under={<Where steps={texts.fields[id]?.where ?? []} />}
      />
    );
  };

  const url = (
    <Part number={1} title={here ? t('wizard.register.copyHere') : (registration?.copyUrl ?? '')}>
      {here ? (
        <>
          <p className="soft">
            {draft.practice ? registration?.practice.registered : t('wizard.register.copyHereText')}
          </p>
          <div className="copy-line">
            <span className="value">{redirectUrl}</span>
            <CopyButton text={redirectUrl} what={t('wizard.register.redirectUrl')} onFailure={setProblem} />
          </div>
        </>
      ) : (
        <>
          {redirect === undefined ? null : input(redirect)}
          {optional.map((field) => (
            <Fragment key={field.id}>
              <Checkbox
                className="tick"
                isDisabled={fixed?.values[field.id] !== undefined}
                isSelected={wanted.includes(field.id)}
                onChange={(isWanted) => {
                  setWanted((before) =>
                    isWanted ? [...before, field.id] : before.filter((id) => id !== field.id),
                  );
                  if (!isWanted) dispatch({ type: 'valued', values: { [field.id]: '' } });
                }}
              >
                {registration?.optional[field.id]}
              </Checkbox>
              {wanted.includes(field.id) ? input(field) : null}
            </Fragment>
          ))}
        </>
      )}
    </Part>
  );

  const help = (
    <>
      <h2>{t('common.field.whereIsThis')}</h2>
      <ol className="numbered">
        {(texts.fields[redirect?.id ?? '']?.where ?? []).map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ol>
      {wanted.map((id) => (
        <Fragment key={id}>
          <h2>{texts.fields[id]?.label}</h2>
          <ol className="numbered">
            {(texts.fields[id]?.where ?? []).map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ol>
        </Fragment>
      ))}
    </>
  );

  return (
    <Frame
      step="register"
      draft={draft}
      onStep={(to) => dispatch({ type: 'moved', to })}
      heading={
        registration !== undefined
          ? draft.practice
            ? registration.practice.title
            : registration.title
          : (texts.guideTitle ?? t('wizard.register.guideTitle', { system: texts.name }))
      }
      lead={
        registration !== undefined && !draft.practice
          ? registration.lead
          : t(
              registration !== undefined
                ? 'wizard.register.practiceLead'
                : draft.practice
                  ? 'wizard.register.guideLeadPractice'
                  : 'wizard.register.guideLead',
            )
      }
      focusOn="register"
      help={here || !byMail ? undefined : help}
      footLeft={
        <Button onPress={() => dispatch({ type: 'moved', to: 'choose' })}>{t('common.action.back')}</Button>
      }
      footRight={
        <>
          <SaveLater save={save} />
          <Button
            kind={(draft.practice ? !replyCopied : mailFirst) ? 'plain' : 'primary'}
            onPress={() => dispatch({ type: 'moved', to: 'enter' })}
          >
            {t(sent ? 'wizard.register.haveReply' : 'common.action.goOn')}
          </Button>
        </>
      }
    >
      {byMail ? url : draft.practice ? null : <Guide system={system} />}
      <SystemSources system={system} practice={draft.practice} />
      {draft.practice ? (
        <PracticeReplyPart
          id={state.kept.id}
          copied={replyCopied}
          onCopied={setReplyCopied}
          system={system}
          onFailure={setProblem}
          part={Part}
        />
      ) : !byMail ? null : (
        <MailPart wizard={wizard} state={state} system={system} onFailure={setProblem} part={Part} />
      )}
      {draft.practice && !byMail ? (
        <Fold label={t('wizard.register.guidePart')}>
          <div className="stack-close">
            <Guide system={system} />
          </div>
        </Fold>
      ) : null}
      <FailureNotice failure={problem ?? state.problem} />
    </Frame>
  );
}

/** Where to find the values, for a system without registration. */
function Guide({ system }: { readonly system: System }) {
  const { language } = useApp();
  return (
    <>
      <ol className="numbered">
        {system.texts[language].guide.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ol>
      <GuideLink system={system} />
    </>
  );
}

/** A numbered section; the sections are done in order. */
function Part({
  number,
  title,
  children,
}: {
  readonly number: number;
  readonly title: string;
  readonly children: ReactNode;
}) {
  return (
    <section className={styles.part} aria-label={title}>
      <span className={styles.number} aria-hidden>
        {number}
      </span>
      <div className={styles.content}>
        <h2>{title}</h2>
        {children}
      </div>
    </section>
  );
}

interface FieldProps {
  readonly field: Field;
  readonly label: string;
  readonly help: string | undefined;
  readonly example: string | undefined;
  readonly value: string;
  readonly notes: readonly Note[];
  readonly nameOf: (other: string) => string;
  readonly onChange: (value: string) => void;
  /** Records the answers to questions that are asked once per setup. */
  readonly onDecide: (note: Note) => void;
  readonly under: ReactNode;
}

function RegisterField({ field, help, example, onDecide, ...props }: FieldProps) {
  const [kept, setKept] = useState<readonly string[]>([]);
  const key = (note: Note) => `${note.code} ${props.value}`;
  return (
    <TextField
      {...props}
      name={field.id}
      maxLength={LIMITS.value}
      notes={props.notes.filter((note) => !kept.includes(key(note)))}
      notesWhenLeft
      onKeep={(note) => (asksOnce(note) ? onDecide(note) : setKept([...kept, key(note)]))}
      {...(help === undefined ? {} : { help })}
      {...(example === undefined ? {} : { example })}
    />
  );
}
