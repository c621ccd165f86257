import type { Failure, PracticeFaults } from '@contract/channels';
import { type KeyboardEvent, useCallback, useEffect, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useApp } from '../app-context';
import { bridge } from '../bridge';
import { useAnnounce } from '../components/announcer';
import { FailureNotice } from '../components/failure-notice';
import styles from './practice-fault.module.css';

const NONE = '';

interface Props {
  readonly connectionId: string;
  /** While a test runs, the list can be reached and read, but says why nothing can be chosen. */
  readonly isDisabled: boolean;
}

/** Makes the practice server fail the way real servers do, so that users can practise reading the findings. */
export function PracticeFault({ connectionId, isDisabled }: Props) {
  const { t } = useTranslation();
  const { language } = useApp();
  const announce = useAnnounce();
  const ids = { select: useId(), help: useId() };
  const [faults, setFaults] = useState<PracticeFaults | null>(null);
  const [problem, setProblem] = useState<Failure | null>(null);

  const ask = useCallback(
    async (choice: { readonly choose?: string | null }): Promise<PracticeFaults | null> => {
      const answer = await bridge.call('practice-fault', { id: connectionId, language, ...choice });
      setProblem(answer.ok ? null : answer.failure);
      if (!answer.ok) return null;
      setFaults(answer.value);
      return answer.value;
    },
    [connectionId, language],
  );
  useEffect(() => void ask({}), [ask]);

  const refuse = () => announce(t('report.notDuringTest'));
  const choose = async (value: string) => {
    if (isDisabled) return refuse();
    const now = await ask({ choose: value === NONE ? null : value });
    if (now !== null) announce(sayChosen(now) ?? t('report.practiceFault.over'));
  };
  /**
   * Says where the chosen fault applies, since the same answer is offered at several places; null if none is chosen.
   */
  const sayChosen = ({ groups, chosen }: PracticeFaults): string | null => {
    const place = groups.find((group) => group.faults.some(({ id }) => id === chosen))?.name;
    return place === undefined ? null : t('report.practiceFault.chosen', { place });
  };
  if (faults === null) return <FailureNotice failure={problem} />;
  return (
    <div className={`field ${styles.fault}`}>
      <FailureNotice failure={problem} />
      <label htmlFor={ids.select}>{t('report.practiceFault.label')}</label>
      <div className="box">
        <select
          id={ids.select}
          aria-describedby={ids.help}
          aria-disabled={isDisabled || undefined}
          value={faults.chosen ?? NONE}
          onMouseDown={(event) => {
            if (!isDisabled) return;
            event.preventDefault();
            refuse();
          }}
          onKeyDown={(event) => {
            if (!isDisabled || !choosesInList(event)) return;
            event.preventDefault();
            refuse();
          }}
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
        {isDisabled ? t('report.notDuringTest') : (sayChosen(faults) ?? t('report.practiceFault.help'))}
      </p>
    </div>
  );
}

/** The arrows, Space, Enter, and letters that jump to a choice, but no key that does something elsewhere. */
const choosesInList = ({ key, ctrlKey, metaKey }: KeyboardEvent): boolean =>
  !ctrlKey && !metaKey && (key.length === 1 || /^(Arrow|Page|Home|End|Enter|F4)/.test(key));
