import type { Values } from '@contract/connection';
import { formatDay } from '@contract/formats';
import { askable } from '@contract/keyring';
import { fieldNotes } from '@systems/field-notes';
import type { Note } from '@systems/notes';
import { providerOf } from '@systems/providers/catalogue';
import { isSettled } from '@systems/providers/values-given';
import type { Field, System } from '@systems/system';
import { lazy, Suspense, useId, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useApp } from '../app-context';
import { useAnnounce } from '../components/announcer';
import { Button } from '../components/button';
import { FailureNotice } from '../components/failure-notice';
import { KeyringNotice } from '../components/keyring-notice';
import { Notice } from '../components/notice';
import { SecretTroubles } from '../components/secret-troubles';
import { asksOnce, consentTo } from './consents';
import { EntryField } from './entry-field';
import { FixedValues } from './fixed-values';
import { Frame } from './frame';
import { PasteOffer } from './paste-offer';
import { SaveLater } from './save-later';
import type { StepProps } from './step-props';
import { SystemSources } from './system-sources';
import { useFixed } from './use-fixed';
import { useSecrets } from './use-secrets';

const PasteReply = lazy(() => import('./paste-reply').then((module) => ({ default: module.PasteReply })));

/** User actions on a field. */
interface FieldActions {
  readonly change: (field: Field, next: string) => void;
  readonly leave: (field: Field) => void;
  readonly agree: (field: Field, note: Note) => void;
}

/** Step 3: the values received, pasted as a whole or entered one by one. */
export function EnterStep({ wizard, state, system }: StepProps<'enter'>) {
  const { t } = useTranslation();
  const { language, protection } = useApp();
  const announce = useAnnounce();
  const { dispatch, save, consents, consent } = wizard;
  const { draft, kept } = state;
  const secrets = useSecrets(wizard);
  const [pasting, setPasting] = useState(false);
  const [visited, setVisited] = useState<ReadonlySet<string>>(
    new Set(Object.entries(draft.values).flatMap(([field, value]) => (value === '' ? [] : [field]))),
  );
  const [agreed, setAgreed] = useState<ReadonlySet<string>>(new Set());
  const [helpFor, setHelpFor] = useState<string | null>(null);
  const [missing, setMissing] = useState(0);
  const canUnlock = protection !== null && askable.includes(protection.reason);
  const form = useRef<HTMLFormElement>(null);

  const texts = system.texts[language];
  const fieldsFor = (values: Values) =>
    system.fields.filter((field) => field.askedAt === 'enter' && field.applies?.(values) !== false);
  const fixed = useFixed(state);
  const isFixed = ({ id }: Field): boolean => Object.hasOwn(fixed?.values ?? {}, id);
  const applying = fieldsFor(draft.values);
  const fields = applying.filter((field) => !isFixed(field));
  /** Nothing is left to enter but secrets. */
  const isPrepared = fixed !== null && fields.every(({ secret, optional }) => secret || optional);
  /** From the steps before as well: the secret belongs to all of it. */
  const fixedValues = system.fields.flatMap((field): (readonly [string, string])[] =>
    isFixed(field) ? [[field.id, draft.values[field.id] ?? '']] : [],
  );
  const valueIn = (field: Field) => (field.secret ? secrets.typed[field.id] : draft.values[field.id]) ?? '';
  const isKept = (field: Field) =>
    field.secret && ['saved', 'session-only'].includes(kept.secrets[field.id] ?? 'absent');
  /** What follows from the product and the other values, for fields that are left empty. */
  const given = system.given?.(draft.values, draft.practice) ?? draft.values;
  const provider = providerOf(draft.values);
  const settled = new Set(
    fields.filter((field) => isSettled(draft.values, field, draft.practice)).map(({ id }) => id),
  );
  const settledId = useId();
  const across =
    draft.environment === null
      ? []
      : system.notes(draft.values, kept.siblings, draft.environment, draft.practice);

  const notesOf = (field: Field): readonly Note[] => {
    const value = valueIn(field);
    if (value === '' && isKept(field)) return [];
    return [
      ...fieldNotes(field, field.secret ? value : (given[field.id] ?? value)),
      // The normalized address is already shown under its field, without a question.
      ...across.filter((note) => note.field === field.id && note.code !== 'address-tidied'),
      ...remarks(system, field, value, draft.values),
    ].filter((note) => {
      const decided = consentTo(note, value);
      return !agreed.has(decided) && !consents.has(decided);
    });
  };
  /** While typing, remark only on fields left once before, and on invisible characters. */
  const shownNotes = (field: Field) =>
    notesOf(field).filter(
      (note) =>
        visited.has(field.id) ||
        (note.repaired !== undefined && field.kind !== 'scopes' && note.code !== 'not-an-address'),
    );
  const visit = (...ids: readonly string[]) => setVisited((before) => new Set([...before, ...ids]));

  const leaveSecret = (field: Field) => {
    visit(field.id);
    // With an open remark the user decides first; the text stays in the field and is stored on leaving the step.
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
    // Continuing answers the questions that were shown.
    consent(
      ...fields.flatMap((field) =>
        notesOf(field)
          .filter(asksOnce)
          .map((note) => consentTo(note, valueIn(field))),
      ),
    );
    if ((await secrets.keepAll()) && (await save())) dispatch({ type: 'moved', to: 'test' });
  };

  /** Leaves without what is still missing: the way can be checked before anything was received. */
  const checkWay = async () => {
    if ((await secrets.keepAll()) && (await save())) dispatch({ type: 'moved', to: 'test', wayOnly: true });
  };

  const fill = (found: Readonly<Record<string, string>>) => {
    setPasting(false);
    // Other values come first, because they decide which fields exist.
    const open = Object.fromEntries(
      system.fields.flatMap((field) => {
        const value = found[field.id];
        return field.secret || isFixed(field) || value === undefined ? [] : [[field.id, value]];
      }),
    );
    const values = { ...draft.values, ...open };
    dispatch({ type: 'valued', values: open });
    visit(...Object.keys(found));
    setMissing(0);
    for (const field of fieldsFor(values).filter((one) => !isFixed(one))) {
      const value = found[field.id];
      if (!field.secret || value === undefined) continue;
      secrets.type(field.id, value);
      if (fieldNotes(field, value).length + remarks(system, field, value, values).length === 0)
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

  // Stable functions that read the latest handlers through the ref, so that memoized fields do not re-render.
  const now = useRef<FieldActions>(null);
  useLayoutEffect(() => {
    now.current = {
      change: (field, next) =>
        field.secret
          ? secrets.type(field.id, next)
          : dispatch({ type: 'valued', values: { [field.id]: next } }),
      leave: (field) => (field.secret ? leaveSecret(field) : visit(field.id)),
      agree: (field, note) => {
        const decided = consentTo(note, valueIn(field));
        if (asksOnce(note)) consent(decided);
        else setAgreed((before) => new Set([...before, decided]));
      },
    };
  });
  const actions = useMemo(
    () =>
      new Map(
        system.fields.map((field) => [
          field.id,
          {
            onChange: (next: string) => now.current?.change(field, next),
            onFocus: () => setHelpFor(field.id),
            onLeave: () => now.current?.leave(field),
            onKeep: (note: Note) => now.current?.agree(field, note),
          },
        ]),
      ),
    [system],
  );
  const renderField = (field: Field) => {
    const done = actions.get(field.id);
    return done === undefined ? null : (
      <EntryField
        key={field.id}
        field={field}
        system={system}
        connectionId={kept.id}
        state={kept.secrets[field.id] ?? 'absent'}
        value={valueIn(field)}
        values={draft.values}
        practice={draft.practice}
        optional={
          (field.optional || isSettled(draft.values, field, draft.practice)) &&
          !isNeeded(system, field, draft)
        }
        notes={shownNotes(field)}
        {...done}
      />
    );
  };

  return (
    <Frame
      step="enter"
      draft={draft}
      onStep={(to) => dispatch({ type: 'moved', to })}
      heading={texts.registration?.received ?? t('wizard.enter.titleVendor')}
      lead={
        isPrepared
          ? t('connections.prepared.lead')
          : byMail
            ? t('wizard.enter.lead', { count: fields.length })
            : t('wizard.enter.leadVendor')
      }
      focusOn="enter"
      onEnter={() => void test()}
      help={help}
      footLeft={
        <Button onPress={() => dispatch({ type: 'moved', to: 'register' })}>{t('common.action.back')}</Button>
      }
      footRight={
        <>
          <SaveLater save={async () => (await secrets.keepAll()) && (await save())} />
          <Button kind={canUnlock ? 'plain' : 'primary'} onPress={() => void test()}>
            {t('wizard.enter.test')}
          </Button>
        </>
      }
    >
      <KeyringNotice first />
      <SecretTroubles
        troubles={kept.troubles ?? {}}
        labelOf={(field) => texts.fields[field]?.label ?? field}
      />
      {provider?.ownSignIn === true ? (
        <Notice tone="warning">
          <p>{texts.notes?.['own-sign-in']}</p>
        </Notice>
      ) : null}
      {isPrepared ? null : <PasteOffer byMail={byMail} onPress={() => setPasting(true)} />}
      {missing > 0 ? <Notice tone="bad" alert title={t('wizard.enter.missing', { count: missing })} /> : null}
      {fixedValues.length === 0 ? null : <FixedValues system={system} values={fixedValues} />}
      <form ref={form} className="stack" autoComplete="off" onSubmit={(event) => event.preventDefault()}>
        {fields.filter((field) => !settled.has(field.id)).map(renderField)}
        {settled.size === 0 ? null : (
          <section className="stack" aria-labelledby={settledId}>
            <div>
              <h2 id={settledId}>{t('wizard.provider.settled', { product: provider?.name })}</h2>
              <p className="soft">{t('wizard.provider.settledLead')}</p>
            </div>
            {fields.filter((field) => settled.has(field.id)).map(renderField)}
          </section>
        )}
      </form>
      {fields.every((field) => !field.secret || isKept(field) || valueIn(field) !== '') ? null : (
        <p className="hint">
          {t('report.wayOnly.before')}{' '}
          <Button kind="quiet" size="small" onPress={() => void checkWay()}>
            {t('report.wayOnly.action')}
          </Button>
        </p>
      )}
      <SystemSources system={system} practice={draft.practice} />
      <FailureNotice failure={secrets.problem ?? state.problem} />
      {pasting ? (
        <Suspense fallback={null}>
          <PasteReply
            system={system}
            environment={draft.environment}
            values={draft.values}
            filled={fields.filter((field) => valueIn(field) !== '' || isKept(field)).map(({ id }) => id)}
            onFill={fill}
            onClose={() => setPasting(false)}
          />
        </Suspense>
      ) : null}
    </Frame>
  );
}

/** Notes about a typed secret; other values have theirs in the system's notes. */
const remarks = (system: System, field: Field, value: string, values: Values): readonly Note[] =>
  field.secret && value !== '' ? (system.secretNotes?.(field.id, value, values) ?? []) : [];

/** Whether other values make an optional field required: the system's rules would complain if it were empty. */
const isNeeded = (
  system: System,
  { id }: Field,
  { values, practice }: { readonly values: Values; readonly practice: boolean },
): boolean =>
  system
    .notes({ ...values, [id]: '' }, [], 'test', practice)
    .some((note) => note.field === id && note.code === 'required');
