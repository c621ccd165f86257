import type { Probe } from '@contract/channels';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../components/button';
import panelStyles from './panel.module.css';

/**
 * The two questions that can still be put to a service whose sign-in only its own server can complete
 * (docs/vendors/onsis.md#probes). Each has its own button, which says what it sends.
 */
export function ProbePanel({ onAsk }: { readonly onAsk: (probe: Probe) => void }) {
  const { t } = useTranslation();
  const [asked, setAsked] = useState(false);
  const ask = (probe: Probe) => {
    setAsked(true);
    onAsk(probe);
  };
  return (
    <section className="stack-close" aria-label={t('report.probe.title')}>
      <h2>{t('report.probe.title')}</h2>
      <p className="soft">{t('report.probe.lead')}</p>
      {(['authorize', 'token'] as const).map((probe) => (
        <div key={probe} className={panelStyles.panel}>
          <h3>{t(`report.probe.${probe}`)}</h3>
          <p className="small soft">{t(`report.probe.${probe}Text`)}</p>
          <div className="row">
            <Button size="small" isDisabled={asked} onPress={() => ask(probe)}>
              {t(`report.probe.${probe}Go`)}
            </Button>
          </div>
        </div>
      ))}
      <p className="hint">{t('report.serverNote')}</p>
    </section>
  );
}
