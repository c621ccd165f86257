import type { ReactNode } from 'react';

interface Props {
  /** What the password belongs to; browsers expect a user name beside every password. */
  readonly of: string;
  readonly onSubmit: () => void;
  readonly children: ReactNode;
}

/** Password fields and their button. Enter in any field submits. */
export function PasswordForm({ of, onSubmit, children }: Props) {
  return (
    <form
      className="stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit();
      }}
    >
      <input type="text" autoComplete="username" value={of} readOnly hidden />
      {children}
    </form>
  );
}
