import type { SecretState, Values } from '@contract/connection';
import { LIMITS } from '@contract/limits';
import { leftOutOf } from '@systems/addresses/tidy-address';
import type { Note } from '@systems/notes';
import { providerOf } from '@systems/providers/catalogue';
import type { HowSure, ProviderField } from '@systems/providers/provider';
import { valuesGiven } from '@systems/providers/values-given';
import { normalizeScopes } from '@systems/scopes';
import type { Field, System } from '@systems/system';
import { memo, useId } from 'react';
import { useTranslation } from 'react-i18next';
import { useApp } from '../app-context';
import { Button } from '../components/button';
import { ChoiceList } from '../components/choice-list';
import { FieldNotes } from '../components/field-notes';
import { SecretField } from '../components/secret-field';
import { TextField } from '../components/text-field';
import styles from './entry-field.module.css';
import { Where } from './where';

interface Props {
  readonly field: Field;
  readonly system: System;
  readonly connectionId: string;
  /** For a secret: its state in main. */
  readonly state: SecretState;
  readonly value: string;
  readonly values: Values;
  /** False if other values make an optional field required. */
  readonly optional: boolean;
  /** What stands in while it is empty; '' where nothing does. */
  readonly given: string;
  readonly notes: readonly Note[];
  readonly onChange: (value: string) => void;
  readonly onFocus: () => void;
  readonly onLeave: () => void;
  readonly onKeep: (note: Note) => void;
}

/**
 * One value to enter, in the control for its kind. Memoized: as long as it gets the same functions it re-renders only
 * if it shows something else, so that a letter in one field does not wait for the others (docs/performance.md).
 */
export const EntryField = memo(function EntryField(props: Props) {
  const { t } = useTranslation();
  const { language } = useApp();
  const notesId = useId();
  const { field, system, value, given, notes } = props;
  const texts = system.texts[language];
  const words = texts.fields[field.id];
  const label = words?.label ?? field.id;
  const under = <Where steps={words?.where ?? []} />;
  const nameOf = (other: string) => texts.fields[other]?.label ?? other;

  if (field.secret) {
    return (
      <SecretField
        connectionId={props.connectionId}
        field={field.id}
        label={label}
        help={words?.help ?? ''}
        state={props.state}
        typed={value}
        onType={props.onChange}
        onLeave={props.onLeave}
        onFocus={props.onFocus}
        notes={notes}
        noteWords={texts.notes}
        onKeep={props.onKeep}
        under={under}
      />
    );
  }
  if (field.choices !== undefined) {
    const missing = notes.some((note) => note.code === 'required');
    const said = notes.filter((note) => note.code !== 'required');
    return (
      <ChoiceList
        label={label}
        help={words?.help}
        sideBySide
        options={field.choices.map((choice) => ({
          value: choice,
          label: words?.choices?.[choice]?.name ?? choice,
          hint: words?.choices?.[choice]?.hint ?? '',
        }))}
        value={value === '' ? (given === '' ? (field.fallback ?? null) : given) : value}
        onChange={props.onChange}
        onFocus={props.onFocus}
        problem={missing ? t('common.note.required') : null}
        under={
          <>
            {said.length === 0 ? null : (
              <FieldNotes
                id={notesId}
                label={label}
                notes={said}
                nameOf={nameOf}
                onRepair={props.onChange}
                onKeep={props.onKeep}
                showRepaired
                words={texts.notes}
              />
            )}
            <div className="under-field">{under}</div>
          </>
        }
      />
    );
  }
  const used = value === '' && given !== '' ? given : usedFor(system, field, props.values, value);
  const source = value === '' && given !== '' ? sourceOf(props.values, field.id) : null;
  // If there is a question about it, the question says so.
  const isAsked = notes.some(({ code }) => code === 'address-cut');
  const leftOut = used === null || isAsked || field.kind !== 'address' ? '' : leftOutOf(value, used);
  const offered = (field.suggestions?.(props.values) ?? []).filter((one) => one !== value.trim());
  return (
    <div className="stack-close">
      <TextField
        label={label}
        name={field.id}
        maxLength={LIMITS.value}
        optional={props.optional}
        value={value}
        onChange={props.onChange}
        onFocus={props.onFocus}
        onLeave={props.onLeave}
        help={words?.help}
        // No example if the same value is offered right below.
        example={offered.some((one) => one === words?.example) ? undefined : words?.example}
        made={
          used === null ? undefined : (
            <span className={styles.made}>
              {t(field.kind === 'scopes' ? 'wizard.enter.scopesNow' : 'common.field.willBeUsed')}{' '}
              <span className="value">{used}</span>
              {source === null ? null : (
                <span className={styles.source}> {t(`wizard.enter.given.${source.sure}`, source)}</span>
              )}
              {leftOut === '' ? null : (
                <span className={styles.leftOut}>
                  {' '}
                  {t('common.field.leftOut')} <span className="value">{leftOut}</span>
                </span>
              )}
            </span>
          )
        }
        notes={notes}
        noteWords={texts.notes}
        nameOf={nameOf}
        onKeep={props.onKeep}
        under={under}
      />
      {offered.map((one) => (
        <div key={one} className={styles.offered}>
          <p className="hint">
            {t('common.field.offered')} <span className="value">{one}</span>
          </p>
          <Button size="small" onPress={() => props.onChange(one)}>
            {t('common.action.take')}
          </Button>
        </div>
      ))}
    </div>
  );
}, showsTheSame);

function showsTheSame(before: Props, after: Props): boolean {
  const { values, notes, ...others } = after;
  return (
    (Object.keys(others) as (keyof typeof others)[]).every((key) => before[key] === after[key]) &&
    JSON.stringify(before.notes) === JSON.stringify(notes) &&
    (before.values === values || JSON.stringify(shownOf(before)) === JSON.stringify(shownOf(after)))
  );
}

/** What this field shows of the other values. */
const shownOf = ({ system, field, values, value }: Props) => [
  usedFor(system, field, values, value),
  field.suggestions?.(values),
];

/** Who has it so that the value follows from the others, and how that is known. */
function sourceOf(values: Values, field: string): { readonly sure: HowSure; readonly vendor: string } | null {
  const provider = providerOf(values);
  const one = valuesGiven(values)[field as ProviderField];
  return provider === null || one === undefined ? null : { sure: one.sure, vendor: provider.vendor };
}

/** The value that will be used, if it differs from the field's text; otherwise null. */
function usedFor(system: System, field: Field, values: Values, value: string): string | null {
  const used = field.kind === 'scopes' ? normalizeScopes(value) : (system.tidied?.(values)[field.id] ?? '');
  return used === '' || used === value ? null : used;
}
