import type { Failure, PracticeFaults } from '@contract/channels';
import { useCallback, useEffect, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useApp } from '../app-context';
import { bridge } from '../bridge';
import { useAnnounce } from '../components/announcer';
import { FailureNotice } from '../components/failure-notice';

const NONE = '';

interface Props {
  readonly connectionId: string;
  readonly isDisabled: boolean;
}

/** Has the practice server answer as real servers do when something is wrong, so that its telling can be practised. */
export function PracticeFault({ connectionId, isDisabled }: Props) {
  const { t } = useTranslation();
  const { language } = useApp();
  const announce = useAnnounce();
  const ids = { select: useId(), help: useId() };
  const [faults, setFaults] = useState<PracticeFaults | null>(null);
  const [problem, setProblem] = useState<Failure | null>(null);

  const ask = useCallback(
    async (choice: { readonly choose?: string | null }): Promise<boolean> => {
      const answer = await bridge.call('practice-fault', { id: connectionId, language, ...choice });
      setProblem(answer.ok ? null : answer.failure);
      if (answer.ok) setFaults(answer.value);
      return answer.ok;
    },
    [connectionId, language],
  );
  useEffect(() => void ask({}), [ask]);

  const choose = async (value: string) => {
    const isNone = value === NONE;
    if (await ask({ choose: isNone ? null : value }))
      announce(t(isNone ? 'report.practiceFault.over' : 'report.practiceFault.chosen'));
  };
  if (faults === null) return <FailureNotice failure={problem} />;
  const chosen = faults.chosen ?? NONE;
  return (
    <div className="field practice-fault">
      <FailureNotice failure={problem} />
      <label htmlFor={ids.select}>{t('report.practiceFault.label')}</label>
      <div className="box">
        <select
          id={ids.select}
          aria-describedby={ids.help}
          value={chosen}
          disabled={isDisabled}
          onChange={(event) => void choose(event.target.value)}
        >
          <option value={NONE}>{t('report.practiceFault.none')}</option>
          {faults.groups.map((group) => (
            <optgroup key={group.name} label={group.name}>
              {group.faults.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </optgroup>
          ))}
        </select>
      </div>
      <p id={ids.help} className="hint">
        {t(chosen === NONE ? 'report.practiceFault.help' : 'report.practiceFault.chosen')}
      </p>
    </div>
  );
}
