import type { SecretState, Values } from '@contract/connection';
import { LIMITS } from '@contract/limits';
import { leftOutOf } from '@systems/addresses/tidy-address';
import type { Note } from '@systems/notes';
import { providerOf } from '@systems/providers/catalogue';
import type { Given, ProviderField } from '@systems/providers/provider';
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
  readonly practice: boolean;
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
  const { field, system, value, notes } = props;
  const vendor = providerOf(props.values)?.vendor ?? '';
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
    const chosen = sourceOf(props.values, field.id, props.practice);
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
        value={value === '' ? (chosen?.value ?? field.fallback ?? null) : value}
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
            {chosen === null ? null : (
              <p className="hint">{t(`wizard.enter.given.${chosen.sure}`, { vendor })}</p>
            )}
            <div className="under-field">{under}</div>
          </>
        }
      />
    );
  }
  const source = sourceOf(props.values, field.id, props.practice);
  // What is given stands for an empty field, or completes the part that was entered.
  const used =
    source !== null && source.value !== '' ? source.value : usedFor(system, field, props.values, value);
  // If there is a question about it, the question says so.
  const isAsked = notes.some(({ code }) => code === 'address-cut');
  const leftOut =
    used === null || isAsked || source !== null || field.kind !== 'address' ? '' : leftOutOf(value, used);
  const offered = (field.suggestions?.(props.values) ?? []).filter(
    (one) => one !== value.trim() && one !== source?.value,
  );
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
        // No example if the same value is offered right below, or a value is known.
        example={
          source !== null || offered.some((one) => one === words?.example) ? undefined : words?.example
        }
        made={
          used === null ? (
            source === null ? undefined : (
              <span className={styles.made}>
                {t('wizard.enter.none')}{' '}
                <span className={styles.source}>{t(`wizard.enter.given.${source.sure}`, { vendor })}</span>
              </span>
            )
          ) : (
            <span className={styles.made}>
              {t(field.kind === 'scopes' ? 'wizard.enter.scopesNow' : 'common.field.willBeUsed')}{' '}
              <span className="value">{used}</span>
              {source === null ? null : (
                <span className={styles.source}> {t(`wizard.enter.given.${source.sure}`, { vendor })}</span>
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
const shownOf = ({ system, field, values, value, practice }: Props) => [
  usedFor(system, field, values, value),
  sourceOf(values, field.id, practice),
  field.suggestions?.(values),
];

/** What stands for this field, and how that is known; null if it is the person's alone. */
const sourceOf = (values: Values, field: string, practice: boolean): Given | null =>
  valuesGiven(values, practice)[field as ProviderField] ?? null;

/** The value that will be used, if it differs from the field's text; otherwise null. */
function usedFor(system: System, field: Field, values: Values, value: string): string | null {
  const used = field.kind === 'scopes' ? normalizeScopes(value) : (system.tidied?.(values)[field.id] ?? '');
  return used === '' || used === value ? null : used;
}
