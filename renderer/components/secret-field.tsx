import type { SecretState } from '@contract/connection';
import { LIMITS } from '@contract/limits';
import type { Note } from '@systems/notes';
import { type ReactNode, useId, useRef, useState } from 'react';
import { Input } from 'react-aria-components/Input';
import { Label } from 'react-aria-components/Label';
import { Text } from 'react-aria-components/Text';
import { TextField as AriaTextField } from 'react-aria-components/TextField';
import { useTranslation } from 'react-i18next';
import { useApp } from '../app-context';
import { Button } from './button';
import { FieldNotes } from './field-notes';
import { keepLineBreaks } from './raw-paste';
import { RevealButton } from './reveal-button';
import { StoredSecret } from './stored-secret';
import { TypedSecret } from './typed-secret';
import { useShownSecret } from './use-shown-secret';

/** As long as main reveals a stored secret. */
const TYPED_SHOWN_SECONDS = 30;

interface Props {
  readonly connectionId: string;
  readonly field: string;
  readonly label: string;
  readonly help: string;
  readonly state: SecretState;
  /** Typed text not yet stored. */
  readonly typed: string;
  readonly onType: (typed: string) => void;
  /** The focus left the field and its buttons: time to store what was typed. */
  readonly onLeave: () => void;
  readonly onFocus: () => void;
  readonly notes: readonly Note[];
  /** The system's own words for notes. */
  readonly noteWords: Readonly<Record<string, string>> | undefined;
  readonly onKeep: (note: Note) => void;
  readonly under: ReactNode;
}

/**
 * A masked field for a secret, with a reveal button. Once stored, it shows only that there is one, and can be replaced.
 */
export function SecretField(props: Props) {
  const { t } = useTranslation();
  const { forbidReveal } = useApp().start.policies;
  const notesId = useId();
  const { typed, notes, label, state } = props;
  const [replacing, setReplacing] = useState(false);
  const group = useRef<HTMLDivElement>(null);
  const input = useRef<HTMLInputElement>(null);
  const secret = useShownSecret(label);
  const kept = (state === 'saved' || state === 'session-only') && typed === '' && !replacing;
  const worst = notes.some((note) => note.severity === 'blocks') ? 'blocks' : 'warns';

  const leave = (next: EventTarget | null) => {
    if (next instanceof Node && group.current?.contains(next) === true) return;
    setReplacing(false);
    secret.hide();
    props.onLeave();
  };

  if (kept) {
    return (
      <div className="field">
        <span className="label">{label}</span>
        <StoredSecret connectionId={props.connectionId} field={props.field} label={label} state={state} />
        <div className="row">
          <span className="hint">
            {t(state === 'saved' ? 'common.field.secretSaved' : 'common.field.secretSession')}
          </span>
          <Button
            kind="quiet"
            size="small"
            aria-label={t('common.action.replaceNamed', { what: label })}
            onPress={() => setReplacing(true)}
          >
            {t('common.action.replace')}
          </Button>
        </div>
      </div>
    );
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only watches for the focus leaving the group.
    <div ref={group} onBlur={(event) => leave(event.relatedTarget)}>
      <AriaTextField
        className="field"
        value={typed}
        onChange={(value) => {
          props.onType(value);
          if (secret.shown !== null) secret.show(value, TYPED_SHOWN_SECONDS);
        }}
        isInvalid={notes.length > 0 && worst === 'blocks'}
        validationBehavior="aria"
        isRequired
        autoFocus={replacing}
        onFocus={props.onFocus}
        {...(notes.length > 0 ? { 'aria-describedby': notesId } : {})}
      >
        <Label>{label}</Label>
        <div className="box" data-noted={notes.length > 0 ? worst : undefined}>
          <Input
            ref={input}
            className="value"
            name={props.field}
            type="password"
            maxLength={LIMITS.secret}
            autoComplete="off"
            autoCapitalize="off"
            spellCheck={false}
            onPaste={(event) => keepLineBreaks(event, props.onType)}
          />
          <RevealButton
            what={label}
            isShown={secret.shown !== null}
            secondsLeft={secret.secondsLeft}
            reason={
              forbidReveal
                ? t('common.managed.set')
                : typed === ''
                  ? t('common.field.emptyNamed', { what: label })
                  : null
            }
            onPress={() => (secret.shown === null ? secret.show(typed, TYPED_SHOWN_SECONDS) : secret.hide())}
          />
        </div>
        {secret.shown === null ? null : <TypedSecret text={secret.shown} />}
        <Text slot="description" className="hint">
          {state === 'other-address'
            ? t('common.field.secretOther')
            : state === 'unreadable'
              ? t('common.field.secretUnreadable')
              : props.help}
        </Text>
        {notes.length === 0 ? null : (
          <FieldNotes
            id={notesId}
            label={label}
            notes={notes}
            nameOf={(other) => other}
            onRepair={(repaired) => {
              props.onType(repaired);
              // The button disappears with its note; keep the focus in the field.
              input.current?.focus();
            }}
            onKeep={(note) => {
              props.onKeep(note);
              input.current?.focus();
            }}
            showRepaired={false}
            words={props.noteWords}
            decide
          />
        )}
        <div className="under-field">{props.under}</div>
      </AriaTextField>
    </div>
  );
}
