import { Label } from 'react-aria-components/Label';
import { TextArea } from 'react-aria-components/TextArea';
import { TextField } from 'react-aria-components/TextField';

interface Props {
  readonly label: string;
  readonly value: string;
  /** In characters. */
  readonly limit: number;
  readonly onChange: (text: string) => void;
  /** Takes a text pasted into the empty box, which then never shows it; also one that is too long. */
  readonly onPasted?: (text: string) => void;
}

/** A box for a longer text from elsewhere: an email, a report, a message of another program. */
export function PasteBox({ label, value, limit, onChange, onPasted }: Props) {
  return (
    <TextField className="field" value={value} onChange={onChange} autoFocus>
      <Label>{label}</Label>
      <div className="box">
        <TextArea
          className="value"
          maxLength={limit}
          spellCheck={false}
          autoComplete="off"
          onPaste={(event) => {
            if (onPasted === undefined) return;
            const pasted = event.clipboardData.getData('text/plain');
            const isTooMuch = pasted.length > limit;
            if (!isTooMuch && (pasted.trim() === '' || value.trim() !== '')) return;
            event.preventDefault();
            onPasted(pasted);
          }}
        />
      </div>
    </TextField>
  );
}
