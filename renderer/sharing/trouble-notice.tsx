import type { FindingCode } from '@contract/findings';
import type { Facts } from '@contract/report';
import type { SharedFailure } from '@contract/shared-store';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { Button } from '../components/button';
import { CopyButton } from '../components/copy-button';
import { FailureNotice } from '../components/failure-notice';
import { Notice } from '../components/notice';
import { useWhen } from '../connections/use-when';
import { useFindingWords } from '../report/finding-texts';
import type { Trouble } from './ask-shared';

interface Props {
  readonly trouble: Trouble | null;
  /** Leads to the sign-in, where that is what helps. */
  readonly onSignIn?: () => void;
}

/** Shows why the store was not used, beside the control that ran into it. Renders nothing without a trouble. */
export function TroubleNotice({ trouble, onSignIn }: Props) {
  if (trouble === null) return null;
  if (trouble.of === 'program') return <FailureNotice failure={trouble.failure} />;
  return <StoreTrouble failure={trouble.failure} onSignIn={onSignIn} />;
}

interface StoreProps {
  readonly failure: SharedFailure;
  readonly onSignIn: Props['onSignIn'];
}

function StoreTrouble({ failure, onSignIn }: StoreProps) {
  const { t } = useTranslation();
  const when = useWhen();
  if (failure.code === 'finding') return <Finding code={failure.finding} facts={failure.facts} />;
  const { title, todo } = troubleWords(t, failure, when);
  return (
    <Notice tone="bad" title={title} alert>
      <p>{todo}</p>
      {failure.code !== 'not-signed-in' || onSignIn === undefined ? null : (
        <div className="row">
          <Button onPress={onSignIn}>{t('sharing.list.signIn')}</Button>
        </div>
      )}
    </Notice>
  );
}

/** A finding of the store, in the words of the test's cards. */
function Finding({ code, facts }: { readonly code: FindingCode; readonly facts: Facts }) {
  const { t } = useTranslation();
  const say = useFindingWords();
  if (say === null) return null;
  const words = say({ code, subject: null, facts }, undefined);
  return (
    <Notice tone="bad" title={words.title} alert>
      <p>{words.happened}</p>
      <p>{words.todo}</p>
      {words.send === undefined ? null : (
        <div className="row">
          <CopyButton text={words.send} what={t('report.requestTitle')} size="normal">
            {t('report.copyRequest')}
          </CopyButton>
        </div>
      )}
    </Notice>
  );
}

/** A refusal in two sentences: what it is, and what to do. */
export function troubleWords(
  t: TFunction,
  failure: SharedFailure,
  when: (instant: string) => string,
): { readonly title: string; readonly todo: string } {
  if (failure.code !== 'replaced-elsewhere') {
    return {
      title: t(`sharing.failure.${failure.code}.title`),
      todo: t(`sharing.failure.${failure.code}.todo`),
    };
  }
  const { by, since } = failure;
  return {
    title:
      since === null
        ? t('sharing.failure.replaced-elsewhere.title', { by })
        : t('sharing.replacement.titleSince', { by, when: when(since) }),
    todo: t('sharing.failure.replaced-elsewhere.todo', { by }),
  };
}
