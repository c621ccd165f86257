import type { Failure } from '@contract/channels';
import type { LinkId } from '@contract/links';
import { ExternalLink } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { bridge } from '../bridge';
import { Button } from './button';
import { FailureNotice } from './failure-notice';
import styles from './guide-link.module.css';

/** Opens one of the few pages the app knows, in the person's own browser. */
export function GuideLink({ link }: { readonly link: LinkId }) {
  const { t } = useTranslation();
  const [problem, setProblem] = useState<Failure | null>(null);
  const open = async () => {
    const answer = await bridge.call('open-link', { link });
    setProblem(answer.ok ? null : answer.failure);
  };
  return (
    <>
      <div className={`row ${styles.link}`}>
        <Button kind="quiet" size="small" onPress={() => void open()}>
          <ExternalLink size={16} aria-hidden />
          {t('connections.handOver.openPage')}
        </Button>
      </div>
      <FailureNotice failure={problem} />
    </>
  );
}
