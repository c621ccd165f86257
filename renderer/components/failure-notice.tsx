import type { Failure, FailureCode } from '@contract/channels';
import type { TFunction } from 'i18next';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { CopyDetails } from './copy-details';
import { Notice } from './notice';

/**
 * The texts for a failed call. Covers every failure code, because the tables are typed as records over the closed list.
 */
function failureWords(t: TFunction, code: FailureCode): { readonly title: string; readonly todo: string } {
  return { title: t(`common.failure.${code}.title`), todo: t(`common.failure.${code}.todo`) };
}

/** Shows what went wrong beside the control that ran into it. Renders nothing without a failure. */
export function FailureNotice({
  failure,
  children,
}: {
  readonly failure: Failure | null;
  /** The one action that helps, if a button can do it. */
  readonly children?: ReactNode;
}) {
  const { t } = useTranslation();
  if (failure === null) return null;
  const words = failureWords(t, failure.code);
  return (
    <Notice tone="bad" title={words.title} alert>
      <p>{words.todo}</p>
      {children === undefined && failure.details === undefined ? null : (
        <div className="row">
          {children}
          {failure.details === undefined ? null : <CopyDetails details={failure.details} />}
        </div>
      )}
    </Notice>
  );
}
