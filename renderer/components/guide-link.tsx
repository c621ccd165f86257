import type { Failure } from '@contract/channels';
import type { System } from '@systems/system';
import { ExternalLink } from 'lucide-react';
import { useState } from 'react';
import { useApp } from '../app-context';
import { bridge } from '../bridge';
import { Button } from './button';
import { FailureNotice } from './failure-notice';
import styles from './guide-link.module.css';

/** Opens the vendor's own page about these values, one of the few addresses the app knows, in the user's browser. */
export function GuideLink({ system: { link, texts } }: { readonly system: System }) {
  const { language } = useApp();
  const [problem, setProblem] = useState<Failure | null>(null);
  if (link === undefined) return null;
  const open = async () => {
    const answer = await bridge.call('open-link', { link });
    setProblem(answer.ok ? null : answer.failure);
  };
  return (
    <>
      <div className={`row ${styles.link}`}>
        <Button kind="quiet" size="small" onPress={() => void open()}>
          <ExternalLink size={16} aria-hidden />
          {texts[language].openLink ?? ''}
        </Button>
      </div>
      <FailureNotice failure={problem} />
    </>
  );
}
