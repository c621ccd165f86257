import type { Probe } from '@contract/channels';
import type { SystemText } from '@systems/system';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../components/button';
import panelStyles from './panel.module.css';

interface Props {
  readonly words: NonNullable<SystemText['browserSignIn']>['probes'];
  readonly onAsk: (probe: Probe) => void;
}

/**
 * The two requests that can still be sent to a service whose sign-in only its own server can complete
 * (docs/vendors/onsis.md#probes). Each has its own button, which says what it sends.
 */
export function ProbePanel({ words, onAsk }: Props) {
  const { t } = useTranslation();
  const [asked, setAsked] = useState(false);
  const ask = (probe: Probe) => {
    setAsked(true);
    onAsk(probe);
  };
  return (
    <section className="stack-close" aria-label={t('report.probe.title')}>
      <h2>{t('report.probe.title')}</h2>
      <p className="soft">{words.lead}</p>
      {(['authorize', 'token'] as const).map((probe) => (
        <div key={probe} className={panelStyles.panel}>
          <h3>{t(`report.probe.${probe}`)}</h3>
          <p className="small soft">{probe === 'token' ? words.token : t('report.probe.authorizeText')}</p>
          <div className="row">
            <Button size="small" isDisabled={asked} onPress={() => ask(probe)}>
              {t(`report.probe.${probe}Go`)}
            </Button>
          </div>
        </div>
      ))}
      <p className="hint">{words.afterwards}</p>
    </section>
  );
}
