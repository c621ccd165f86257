import type { Note } from '@systems/notes';
import { type ReactNode, useId, useRef, useState } from 'react';
import { Input } from 'react-aria-components/Input';
import { Label } from 'react-aria-components/Label';
import { Text } from 'react-aria-components/Text';
import { TextField as AriaTextField } from 'react-aria-components/TextField';
import { useTranslation } from 'react-i18next';
import { FieldNotes } from './field-notes';
import { FieldProblem } from './field-problem';
import { keepLineBreaks } from './raw-paste';
import styles from './text-field.module.css';

interface Props {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly name: string;
  readonly help?: ReactNode;
  readonly example?: string | undefined;
  readonly optional?: boolean;
  /** The expected format, read out with the label. */
  readonly form?: string;
  /** Uses the proportional font, for names and dates; values are monospaced. */
  readonly plain?: boolean;
  readonly maxLength: number;
  readonly notes?: readonly Note[];
  /** Delays notes until the field has been left once: nobody wants to be corrected halfway through a word. */
  readonly notesWhenLeft?: boolean;
  /** The error, in the screen's own words. */
  readonly problem?: string | null;
  readonly nameOf?: (other: string) => string;
  /** The system's own words for notes. */
  readonly noteWords?: Readonly<Record<string, string>> | undefined;
  /** What becomes of the value, shown with the help: an address without its page, say. */
  readonly made?: ReactNode;
  readonly onKeep?: (note: Note) => void;
  readonly onFocus?: () => void;
  readonly onLeave?: () => void;
  /** Shown below the field in narrow windows, which have no help column. */
  readonly under?: ReactNode;
}

const NONE: readonly Note[] = [];

/** A field with its help and the remarks about its value, all read out together. */
export function TextField(props: Props) {
  const { t } = useTranslation();
  const notesId = useId();
  const input = useRef<HTMLInputElement>(null);
  const { onChange, value } = props;
  const [left, setLeft] = useState(value !== '');
  const notes = props.notesWhenLeft === true && !left ? NONE : (props.notes ?? NONE);
  const problem = props.problem ?? null;
  const worst = notes.some((note) => note.severity === 'blocks') ? 'blocks' : 'warns';
  return (
    <AriaTextField
      className="field"
      value={value}
      onChange={onChange}
      isInvalid={(notes.length > 0 && worst === 'blocks') || problem !== null}
      validationBehavior="aria"
      isRequired={props.optional !== true}
      {...(notes.length > 0 || problem !== null ? { 'aria-describedby': notesId } : {})}
      {...(props.onFocus === undefined ? {} : { onFocus: props.onFocus })}
      onBlur={() => {
        setLeft(true);
        props.onLeave?.();
      }}
    >
      <Label>
        {props.label}
        {props.form === undefined ? null : <span className={styles.optional}> · {props.form}</span>}
        {props.optional === true ? (
          <span className={styles.optional}> · {t('common.field.optional')}</span>
        ) : null}
      </Label>
      <div className="box" data-noted={problem !== null ? 'blocks' : notes.length > 0 ? worst : undefined}>
        <Input
          ref={input}
          className={props.plain === true ? '' : 'value'}
          name={props.name}
          type="text"
          maxLength={props.maxLength}
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
          onPaste={(event) => keepLineBreaks(event, onChange)}
        />
      </div>
      {props.help === undefined && props.example === undefined && props.made === undefined ? null : (
        <Text slot="description" className="hint">
          {props.help}
          {props.example === undefined ? null : (
            <>
              {props.help === undefined ? '' : ' '}
              {t('common.field.example')}{' '}
              <span className={props.plain === true ? undefined : styles.example} translate="no">
                {props.example}
              </span>
            </>
          )}
          {props.made}
        </Text>
      )}
      {problem === null ? null : <FieldProblem id={notesId} label={props.label} problem={problem} />}
      {notes.length === 0 || problem !== null ? null : (
        <FieldNotes
          id={notesId}
          label={props.label}
          notes={notes}
          nameOf={props.nameOf ?? ((other) => other)}
          onRepair={(repaired) => {
            onChange(repaired);
            // The button disappears with its note; keep the focus in the field.
            input.current?.focus();
          }}
          onKeep={(note) => {
            props.onKeep?.(note);
            input.current?.focus();
          }}
          showRepaired
          words={props.noteWords}
        />
      )}
      {props.under === undefined ? null : <div className="under-field">{props.under}</div>}
    </AriaTextField>
  );
}
