import { readDay } from '@contract/formats';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { TextField } from './text-field';

interface Props {
  readonly label: string;
  readonly name: string;
  /** YYYY-MM-DD, or ''. */
  readonly value: string;
  /** The latest valid day, YYYY-MM-DD. */
  readonly max?: string;
  readonly optional?: boolean;
  readonly help?: string;
  /** YYYY-MM-DD; '' if the field is empty, null while its content is not a valid day. */
  readonly onChange: (day: string | null) => void;
}

/**
 * A date as Canada writes it in figures, in both languages: year, month, day. The native date field follows the
 * computer's locale instead of the page's language, so the order of day and month would be anyone's guess.
 */
export function DayField({ value, max, onChange, ...field }: Props) {
  const { t } = useTranslation();
  const [text, setText] = useState(value);
  const [left, setLeft] = useState(false);
  const day = readDay(text);
  const isLater = day !== null && max !== undefined && day > max;
  const problem = day === null ? t('common.day.unclear') : isLater ? t('common.day.later') : null;
  return (
    <TextField
      {...field}
      form={t('common.day.form')}
      plain
      maxLength={10}
      value={text}
      problem={left ? problem : null}
      onChange={(next) => {
        setText(next);
        setLeft(false);
        const found = readDay(next);
        onChange(found !== null && max !== undefined && found > max ? null : found);
      }}
      onLeave={() => {
        setLeft(true);
        if (day !== null) setText(day);
      }}
    />
  );
}
