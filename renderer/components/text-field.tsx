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
  /** How it is to be written, said with the label. */
  readonly form?: string;
  /** Values stand in the mono face; names and dates do not. */
  readonly plain?: boolean;
  readonly maxLength: number;
  readonly notes?: readonly Note[];
  /** Holds the notes back until the field was left once: nobody wants to be told halfway through a word. */
  readonly notesWhenLeft?: boolean;
  /** What is missing here, in the screen's own words. */
  readonly problem?: string | null;
  readonly nameOf?: (other: string) => string;
  /** The system's own words for notes. */
  readonly noteWords?: Readonly<Record<string, string>> | undefined;
  /** What is made of the value, said with the help: an address without its page, say. */
  readonly made?: ReactNode;
  readonly onKeep?: (note: Note) => void;
  readonly onFocus?: () => void;
  readonly onLeave?: () => void;
  /** Stands under the field on narrow windows, where there is no help beside it. */
  readonly under?: ReactNode;
}

const NONE: readonly Note[] = [];

/** A field with its help and with what there is to say about its value, all of it read out together. */
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
            // The button goes away with its note; the focus must not go with it.
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
