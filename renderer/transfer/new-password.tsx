import { MOVING_LIMITS } from '@contract/transfer';
import { useDeferredValue, useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PasswordField } from '../components/password-field';
import styles from './new-password.module.css';
import { type Estimate, loadEstimate, STRONG_ENOUGH, type Strength } from './strength';

interface Props {
  readonly password: string;
  readonly repeated: string;
  readonly onChange: (password: string, repeated: string) => void;
  /** Words that are easy to guess here, such as connection names. */
  readonly ownWords: readonly string[];
  /** Problems are shown only once the user has tried to continue. */
  readonly tried: boolean;
}

/** Why a new password is rejected; null if it is accepted. */
export type PasswordProblem = 'short' | 'weak' | 'differs' | null;

/** A password's strength; null until the dictionaries have loaded, or if they cannot be. */
export function useStrength(password: string, ownWords: readonly string[]): Strength | null {
  const [estimate, setEstimate] = useState<{ readonly run: Estimate } | null>(null);
  useEffect(() => {
    loadEstimate().then(
      (run) => setEstimate({ run }),
      () => undefined,
    );
  }, []);
  // Deferred, so that it does not slow down typing.
  const settled = useDeferredValue(password);
  return useMemo(
    () => (estimate === null || settled === '' ? null : estimate.run(settled, ownWords)),
    [estimate, settled, ownWords],
  );
}

/** @param strength null: only the length is judged */
export function problemOf(password: string, repeated: string, strength: Strength | null): PasswordProblem {
  if (password.length < MOVING_LIMITS.shortestPassword) return 'short';
  if (strength !== null && strength < STRONG_ENOUGH) return 'weak';
  return password === repeated ? null : 'differs';
}

/** A new password, entered twice, with its strength. */
export function NewPassword({ password, repeated, onChange, ownWords, tried }: Props) {
  const { t } = useTranslation();
  const strength = useStrength(password, ownWords);
  const problem = problemOf(password, repeated, strength);
  return (
    <>
      <PasswordField
        label={t('transfer.export.password')}
        help={t('transfer.export.passwordHelp')}
        value={password}
        maxLength={MOVING_LIMITS.longestPassword}
        onChange={(typed) => onChange(typed, repeated)}
        problem={
          tried && problem === 'short'
            ? t('transfer.export.short', { count: MOVING_LIMITS.shortestPassword })
            : tried && problem === 'weak'
              ? t('transfer.export.weak')
              : null
        }
        under={<StrengthBar password={password} strength={strength} />}
      />
      <PasswordField
        label={t('transfer.export.repeat')}
        value={repeated}
        maxLength={MOVING_LIMITS.longestPassword}
        onChange={(typed) => onChange(password, typed)}
        problem={tried && problem === 'differs' ? t('transfer.export.differs') : null}
      />
    </>
  );
}

function StrengthBar({
  password,
  strength,
}: {
  readonly password: string;
  readonly strength: Strength | null;
}) {
  const { t } = useTranslation();
  const words = t('transfer.export.strengths', { returnObjects: true });
  if (password === '') return null;
  if (strength === null) return <p className="hint">{t('transfer.export.noStrength')}</p>;
  return (
    <div className={styles.strength} data-enough={strength >= STRONG_ENOUGH || undefined}>
      <meter
        className="for-readers"
        aria-label={t('transfer.export.strength')}
        aria-valuetext={words[strength] ?? ''}
        min={0}
        max={4}
        value={strength}
      />
      <div className={styles.steps} aria-hidden>
        {[1, 2, 3, 4].map((step) => (
          <span key={step} data-filled={strength >= step || undefined} />
        ))}
      </div>
      <span>{words[strength]}</span>
    </div>
  );
}
