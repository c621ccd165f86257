import type { FormEvent, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../components/button';
import { TextField } from '../components/text-field';

interface FormProps {
  readonly onSubmit: () => void;
  readonly children: ReactNode;
}

/** One question of the store's set-up, with the button that goes on to the next. */
export function SetUpForm({ onSubmit, children }: FormProps) {
  const { t } = useTranslation();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onSubmit();
  };
  return (
    <form className="stack" noValidate onSubmit={submit}>
      {children}
      <div className="row">
        <Button kind="primary" type="submit">
          {t('sharing.setUp.next')}
        </Button>
      </div>
    </form>
  );
}

interface PathProps {
  readonly label: string;
  readonly help?: string;
  readonly name: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** It was tried, and cannot be a path. */
  readonly isWrong: boolean;
  readonly optional?: boolean;
}

/** A path of the store. */
export function PathField({ isWrong, ...field }: PathProps) {
  const { t } = useTranslation();
  return <TextField {...field} maxLength={200} problem={isWrong ? t('sharing.setUp.pathProblem') : null} />;
}
