import { LIMITS } from '@contract/limits';
import { fieldNotes } from '@systems/field-notes';
import type { Note } from '@systems/notes';
import { normalizeScopes } from '@systems/scopes';
import type { Field } from '@systems/system';
import { ClipboardPaste } from 'lucide-react';
import { lazy, Suspense, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useApp } from '../app-context';
import { useAnnounce } from '../components/announcer';
import { Button } from '../components/button';
import { ChoiceList } from '../components/choice-list';
import { FailureNotice } from '../components/failure-notice';
import { KeyringNotice } from '../components/keyring-notice';
import { Notice } from '../components/notice';
import { SecretField } from '../components/secret-field';
import { TextField } from '../components/text-field';
import { formatDay } from '../i18n/format';
import { Frame } from './frame';
import { SaveLater } from './save-later';
import type { StepProps } from './step-props';
import { useSecrets } from './use-secrets';
import { Where } from './where';

const PasteReply = lazy(() => import('./paste-reply').then((module) => ({ default: module.PasteReply })));

/** Step 3: the values that came back, pasted whole or field by field. */
export function EnterStep({ wizard, state, system }: StepProps<'enter'>) {
  const { t } = useTranslation();
  const { language } = useApp();
  const announce = useAnnounce();
  const { dispatch, save } = wizard;
  const { draft, kept } = state;
  const secrets = useSecrets(wizard);
  const [pasting, setPasting] = useState(false);
  const [visited, setVisited] = useState<ReadonlySet<string>>(
    new Set(Object.entries(draft.values).flatMap(([field, value]) => (value === '' ? [] : [field]))),
  );
  const [agreed, setAgreed] = useState<ReadonlySet<string>>(new Set());
  const [helpFor, setHelpFor] = useState<string | null>(null);
  const [missing, setMissing] = useState(0);
  const form = useRef<HTMLFormElement>(null);

  const texts = system.texts[language];
  const fields = system.fields.filter(
    (field) => field.askedAt === 'enter' && field.applies?.(draft.values) !== false,
  );
  const valueIn = (field: Field) => (field.secret ? secrets.typed[field.id] : draft.values[field.id]) ?? '';
  const isKept = (field: Field) =>
    field.secret && ['saved', 'session-only'].includes(kept.secrets[field.id] ?? 'absent');
  const consent = (note: Note, value: string) => `${note.field} ${note.code} ${value}`;
  const across =
    draft.environment === null ? [] : system.notes(draft.values, kept.siblings, draft.environment);

  const notesOf = (field: Field): readonly Note[] => {
    const value = valueIn(field);
    if (value === '' && isKept(field)) return [];
    return [...fieldNotes(field, value), ...across.filter((note) => note.field === field.id)].filter(
      (note) => !agreed.has(consent(note, value)),
    );
  };
  /** Only what has been left once, or is about characters nobody can see, is remarked upon while typing. */
  const shownNotes = (field: Field) =>
    notesOf(field).filter(
      (note) =>
        visited.has(field.id) ||
        (note.repaired !== undefined && field.kind !== 'scopes' && note.code !== 'not-an-address'),
    );
  const visit = (...ids: readonly string[]) => setVisited((before) => new Set([...before, ...ids]));
  const agree = (field: Field) => (note: Note) =>
    setAgreed((before) => new Set([...before, consent(note, valueIn(field))]));

  const leaveSecret = (field: Field) => {
    visit(field.id);
    // With a remark still open the person decides first; what is typed stays, and is kept on leaving the step.
    if (notesOf(field).length === 0) void secrets.keep(field.id);
  };

  const test = async () => {
    const lacking = fields.filter(
      (field) =>
        notesOf(field).some((note) => note.severity === 'blocks') ||
        (field.secret && notesOf(field).some((note) => note.repaired !== undefined)),
    );
    visit(...fields.map((field) => field.id));
    setMissing(lacking.length);
    const first = lacking[0];
    if (first !== undefined) {
      form.current?.querySelector<HTMLInputElement>(`[name="${first.id}"]`)?.focus();
      return;
    }
    if ((await secrets.keepAll()) && (await save())) dispatch({ type: 'moved', to: 'test' });
  };

  const fill = (found: Readonly<Record<string, string>>) => {
    setPasting(false);
    const open: Record<string, string> = {};
    for (const field of fields) {
      const value = found[field.id];
      if (value === undefined) continue;
      if (field.secret) secrets.type(field.id, value);
      else open[field.id] = value;
    }
    dispatch({ type: 'valued', values: open });
    visit(...Object.keys(found));
    setMissing(0);
    for (const field of fields) {
      const value = found[field.id];
      if (field.secret && value !== undefined && fieldNotes(field, value).length === 0)
        void secrets.keep(field.id);
    }
    announce(t('wizard.paste.filled', { count: Object.keys(found).length }));
  };

  const helpText = helpFor === null ? undefined : texts.fields[helpFor];
  const byMail = system.registrationMail !== undefined;
  const sentOn = byMail ? draft.registrationSentOn : null;
  const help = (
    <>
      <h2>{helpText === undefined ? t('common.field.whereIsThis') : helpText.label}</h2>
      {helpText === undefined ? (
        <p>
          {sentOn === null
            ? t(byMail ? 'wizard.enter.helpDefault' : 'wizard.enter.helpVendor')
            : t('wizard.enter.helpSent', { date: formatDay(language, sentOn) })}
        </p>
      ) : (
        <ol className="numbered">
          {helpText.where.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ol>
      )}
    </>
  );

  const renderField = (field: Field) => {
    const words = texts.fields[field.id];
    const value = valueIn(field);
    const under = <Where steps={words?.where ?? []} />;
    const label = words?.label ?? field.id;
    if (field.secret) {
      return (
        <SecretField
          key={field.id}
          connectionId={kept.id}
          field={field.id}
          label={label}
          help={words?.help ?? ''}
          state={kept.secrets[field.id] ?? 'absent'}
          typed={value}
          onType={(typed) => secrets.type(field.id, typed)}
          onLeave={() => leaveSecret(field)}
          onFocus={() => setHelpFor(field.id)}
          notes={shownNotes(field)}
          onKeep={agree(field)}
          under={under}
        />
      );
    }
    if (field.kind === 'choice' && field.choices !== undefined) {
      return (
        <ChoiceList
          key={field.id}
          label={label}
          sideBySide
          options={field.choices.map((choice) => ({ value: choice, label: choice, hint: '' }))}
          value={value === '' ? (field.fallback ?? null) : value}
          onChange={(next) => dispatch({ type: 'valued', values: { [field.id]: next } })}
          problem={shownNotes(field).length > 0 ? t('common.note.required') : null}
        />
      );
    }
    const scopes = field.kind === 'scopes' ? normalizeScopes(value) : '';
    return (
      <div key={field.id} className="stack-close">
        <TextField
          label={label}
          name={field.id}
          maxLength={LIMITS.value}
          optional={field.optional}
          value={value}
          onChange={(next) => dispatch({ type: 'valued', values: { [field.id]: next } })}
          onFocus={() => setHelpFor(field.id)}
          onLeave={() => visit(field.id)}
          help={words?.help}
          example={words?.example}
          notes={shownNotes(field)}
          nameOf={(other) => texts.fields[other]?.label ?? other}
          onKeep={agree(field)}
          under={under}
        />
        {scopes !== '' && scopes !== value && shownNotes(field).length === 0 ? (
          <p className="hint">
            {t('wizard.enter.scopesNow')} <span className="value">{scopes}</span>
          </p>
        ) : null}
      </div>
    );
  };

  return (
    <Frame
      step="enter"
      draft={draft}
      onStep={(to) => dispatch({ type: 'moved', to })}
      heading={t(byMail ? 'wizard.enter.title' : 'wizard.enter.titleVendor', { system: texts.name })}
      lead={byMail ? t('wizard.enter.lead', { count: fields.length }) : t('wizard.enter.leadVendor')}
      focusOn="enter"
      help={help}
      footLeft={
        <Button onPress={() => dispatch({ type: 'moved', to: 'register' })}>{t('common.action.back')}</Button>
      }
      footRight={
        <>
          <SaveLater save={async () => (await secrets.keepAll()) && (await save())} />
          <Button kind="primary" onPress={() => void test()}>
            {t('wizard.enter.test')}
          </Button>
        </>
      }
    >
      <KeyringNotice />
      <div className="paste-offer">
        <ClipboardPaste className="accent" size={22} strokeWidth={1.75} aria-hidden />
        <p>
          <strong>{t('wizard.enter.offerTitle')}</strong> {t('wizard.enter.offerText')}
        </p>
        <Button size="small" onPress={() => setPasting(true)}>
          {t('wizard.enter.offer')}
        </Button>
      </div>
      {missing > 0 ? <Notice tone="bad" alert title={t('wizard.enter.missing', { count: missing })} /> : null}
      <form ref={form} className="stack" autoComplete="off" onSubmit={(event) => event.preventDefault()}>
        {fields.map(renderField)}
      </form>
      <FailureNotice failure={secrets.problem ?? state.problem} />
      {pasting ? (
        <Suspense fallback={null}>
          <PasteReply
            system={system}
            filled={fields.filter((field) => valueIn(field) !== '' || isKept(field)).map(({ id }) => id)}
            onFill={fill}
            onClose={() => setPasting(false)}
          />
        </Suspense>
      ) : null}
    </Frame>
  );
}
