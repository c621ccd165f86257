import { LIMITS } from '@contract/limits';
import { Input } from 'react-aria-components/Input';
import { Label } from 'react-aria-components/Label';
import { Text } from 'react-aria-components/Text';
import { TextField } from 'react-aria-components/TextField';

interface Props {
  readonly label: string;
  readonly name: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly help?: string | undefined;
  /** It has the focus from the start. */
  readonly takesFocus?: boolean;
}

/** The user name beside a `PasswordField`. */
export const UserField = ({ label, name, value, onChange, help, takesFocus = false }: Props) => (
  <TextField className="field" value={value} onChange={onChange} isRequired autoFocus={takesFocus}>
    <Label>{label}</Label>
    <div className="box">
      <Input
        className="value"
        name={name}
        maxLength={LIMITS.proxyUser}
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
      />
    </div>
    {help === undefined ? null : (
      <Text slot="description" className="hint">
        {help}
      </Text>
    )}
  </TextField>
);
