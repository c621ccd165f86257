import type { Failure } from '@contract/channels';
import { systemName } from '@contract/names';
import type { Preset } from '@contract/policies';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useApp } from '../app-context';
import { bridge } from '../bridge';
import { Button } from '../components/button';
import { EnvironmentTag } from '../components/environment-tag';
import { FailureNotice } from '../components/failure-notice';
import styles from './prepared.module.css';

interface Props {
  readonly presets: readonly Preset[];
  /** The first of them is the thing to do now. */
  readonly first: boolean;
}

/** The connections that the organization has prepared and nobody has set up here yet. */
export function Prepared({ presets, first }: Props) {
  const { t } = useTranslation();
  const { language, go } = useApp();
  const titleId = useId();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Failure | null>(null);
  const begin = async (preset: Preset) => {
    setBusy(true);
    const answer = await bridge.call('create-from-preset', { preset: preset.id });
    setBusy(false);
    setProblem(answer.ok ? null : answer.failure);
    if (answer.ok) go({ at: 'wizard', id: answer.value.connection.id, edit: false });
  };
  return (
    <section className={styles.prepared} aria-labelledby={titleId}>
      <h2 id={titleId}>{t('connections.prepared.title')}</h2>
      <p className="soft">{t('connections.prepared.lead')}</p>
      <ul className={styles.list}>
        {presets.map((preset, at) => (
          <li key={preset.id}>
            <div>
              <p className={styles.name}>
                <strong>{preset.name}</strong> <EnvironmentTag environment={preset.environment} />
              </p>
              <p className="hint">{systemName(language, preset.system)}</p>
            </div>
            <Button
              kind={first && at === 0 ? 'primary' : 'plain'}
              size={first ? 'normal' : 'small'}
              isDisabled={busy}
              aria-label={t('connections.prepared.named', { name: preset.name })}
              onPress={() => void begin(preset)}
            >
              {t('connections.prepared.start')}
            </Button>
          </li>
        ))}
      </ul>
      <FailureNotice failure={problem} />
    </section>
  );
}
