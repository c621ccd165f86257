import { type ReactNode, useId, useState } from 'react';
import { Input } from 'react-aria-components/Input';
import { Label } from 'react-aria-components/Label';
import { Text } from 'react-aria-components/Text';
import { TextField } from 'react-aria-components/TextField';
import { useTranslation } from 'react-i18next';
import { FieldProblem } from './field-problem';
import { RevealButton } from './reveal-button';
import { TypedSecret } from './typed-secret';

interface Props {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly name?: string;
  readonly maxLength: number;
  readonly help?: string;
  /** The error shown beside the field. */
  readonly problem?: string | null;
  readonly under?: ReactNode;
}

/** A masked field, with a reveal button, for the password of a file or proxy. Connection secrets use `SecretField`. */
export function PasswordField(props: Props) {
  const { t } = useTranslation();
  const [shown, setShown] = useState(false);
  const problemId = useId();
  const problem = props.problem ?? null;
  return (
    <TextField
      className="field"
      value={props.value}
      onChange={props.onChange}
      isInvalid={problem !== null}
      validationBehavior="aria"
      isRequired
      {...(problem === null ? {} : { 'aria-describedby': problemId })}
    >
      <Label>{props.label}</Label>
      <div className="box" data-noted={problem === null ? undefined : 'blocks'}>
        <Input
          className="value"
          name={props.name}
          type="password"
          maxLength={props.maxLength}
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
        />
        <RevealButton
          what={props.label}
          isShown={shown}
          reason={props.value === '' ? t('common.field.emptyNamed', { what: props.label }) : null}
          onPress={() => setShown(!shown)}
        />
      </div>
      {shown ? <TypedSecret text={props.value} /> : null}
      {props.help === undefined ? null : (
        <Text slot="description" className="hint">
          {props.help}
        </Text>
      )}
      {problem === null ? null : <FieldProblem id={problemId} label={props.label} problem={problem} />}
      {props.under}
    </TextField>
  );
}
