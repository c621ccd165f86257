import type { Failure } from '@contract/channels';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useApp } from '../app-context';
import { bridge } from '../bridge';
import { useAnnounce } from '../components/announcer';
import { Button } from '../components/button';
import { FailureNotice } from '../components/failure-notice';

/** Writes the kit that carries a check to another computer. */
export function Kit({ id, hasAddress }: { readonly id: string; readonly hasAddress: boolean }) {
  const { t } = useTranslation();
  const { language, start } = useApp();
  const managed = start.policies.forbidExport ? t('common.managed.set') : null;
  const announce = useAnnounce();
  const [savedTo, setSavedTo] = useState<string | null>(null);
  const [problem, setProblem] = useState<Failure | null>(null);

  const save = async () => {
    const answer = await bridge.call('save-kit', { id, language });
    setProblem(answer.ok ? null : answer.failure);
    if (!answer.ok || answer.value.savedTo === null) return;
    setSavedTo(answer.value.savedTo);
    announce(t('otherComputer.kit.savedTo', { file: answer.value.savedTo }));
  };

  return (
    <div className="stack-close">
      <p>{t('otherComputer.kit.lead')}</p>
      <div className="row">
        <Button
          reason={managed ?? (hasAddress ? null : t('otherComputer.kit.none'))}
          onPress={() => void save()}
        >
          {t('otherComputer.kit.open')}
        </Button>
      </div>
      {savedTo === null ? null : <p className="hint">{t('otherComputer.kit.savedTo', { file: savedTo })}</p>}
      <FailureNotice failure={problem} />
    </div>
  );
}
