import type { Failure } from '@contract/channels';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Place, useApp } from '../app-context';
import { bridge } from '../bridge';
import { Button } from '../components/button';
import { FailureNotice } from '../components/failure-notice';
import { Wizard } from './wizard';
import { beginNew, newDraft, resume, type WizardState } from './wizard-state';

type Entry = Extract<Place, { readonly at: 'new' | 'wizard' }>;

/** Starts a new setup, or resumes a saved one. */
export function OpenWizard({ place }: { readonly place: Entry }) {
  const { t } = useTranslation();
  const { go, askProtection } = useApp();
  const [problem, setProblem] = useState<Failure | null>(null);
  const [initial, setInitial] = useState<WizardState | null>(() =>
    place.at === 'new'
      ? beginNew(newDraft(place.practice, place.practice ? t('wizard.instance.namePractice') : ''))
      : null,
  );
  const id = place.at === 'wizard' ? place.id : null;
  const edit = place.at === 'wizard' && place.edit;

  useEffect(() => askProtection(), [askProtection]);
  useEffect(() => {
    if (id === null) return;
    void bridge.call('open-connection', { id }).then((answer) => {
      if (answer.ok) setInitial(resume(answer.value, edit));
      else setProblem(answer.failure);
    });
  }, [id, edit]);

  const values = place.at === 'wizard' ? place.values : undefined;
  if (initial !== null) return <Wizard initial={initial} values={values} />;
  return (
    <main className="screen-column">
      {problem === null ? <p className="soft">{t('wizard.loading')}</p> : null}
      <FailureNotice failure={problem}>
        <Button size="small" onPress={() => go({ at: 'home' })}>
          {t('connections.page.back')}
        </Button>
      </FailureNotice>
    </main>
  );
}
