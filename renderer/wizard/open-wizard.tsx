import type { Failure } from '@contract/channels';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type OpenPlace, useApp } from '../app-context';
import { Button } from '../components/button';
import { FailureNotice } from '../components/failure-notice';
import { Wizard } from './wizard';
import { beginNew, newDraft, resume, type WizardState } from './wizard-state';

type Entry = Extract<OpenPlace, { readonly at: 'new' | 'wizard' }>;

/** Starts a new setup, or resumes a saved one. */
export function OpenWizard({ place }: { readonly place: Entry }) {
  const { t } = useTranslation();
  const { start, go, askProtection } = useApp();
  const [initial] = useState<WizardState | Failure>(() => {
    if (place.at === 'new') {
      const [system] = start.policies.allowedSystems ?? [];
      const name = place.practice ? t('wizard.instance.namePractice') : '';
      return beginNew(newDraft(place.practice, name, system));
    }
    return place.opened.ok ? resume(place.opened.value, place.edit) : place.opened.failure;
  });

  useEffect(() => askProtection(), [askProtection]);

  const values = place.at === 'wizard' ? place.values : undefined;
  if ('step' in initial) return <Wizard initial={initial} values={values} />;
  return (
    <main className="screen-column">
      <FailureNotice failure={initial}>
        <Button size="small" onPress={() => go({ at: 'home' })}>
          {t('connections.page.back')}
        </Button>
      </FailureNotice>
    </main>
  );
}
