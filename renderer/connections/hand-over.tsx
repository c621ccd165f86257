import type { Failure } from '@contract/channels';
import type { SecretState, Values } from '@contract/connection';
import type { Report } from '@contract/report';
import type { System } from '@systems/system';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useApp } from '../app-context';
import { CopyButton } from '../components/copy-button';
import { FailureNotice } from '../components/failure-notice';
import { StoredSecret } from '../components/stored-secret';
import styles from './hand-over.module.css';

interface Props {
  readonly system: System;
  readonly connectionId: string;
  readonly values: Values;
  readonly secrets: Readonly<Record<string, SecretState>>;
}

interface SheetProps extends Props {
  /** The last check, which may have learned what was left empty. */
  readonly report: Report | null;
}

interface ListProps extends Props {
  /** The fields to show, in order. */
  readonly fields: readonly string[];
  /** Their labels here, if they differ from the form's. */
  readonly names?: Readonly<Record<string, string>>;
  /** Numbers the rows, because they are copied in this order. */
  readonly numbered?: boolean;
}

/** A connection's values, each with a Copy button. A secret is copied only by the button on its own row. */
export function ValueList({
  system,
  connectionId,
  values: entered,
  secrets,
  fields,
  names,
  numbered = false,
}: ListProps) {
  const values = system.given?.(entered) ?? entered;
  const { t } = useTranslation();
  const { language } = useApp();
  const [problem, setProblem] = useState<Failure | null>(null);
  const texts = system.texts[language].fields;
  return (
    <>
      <dl className={styles.values}>
        {fields.map((id, index) => {
          const label = names?.[id] ?? texts[id]?.label ?? id;
          const secret = system.fields.find((field) => field.id === id)?.secret === true;
          const value = values[id] ?? '';
          const said = texts[id]?.choices?.[value]?.name;
          return (
            <div key={id} data-secret={secret || undefined}>
              <dt>
                {numbered ? <span className={styles.number}>{index + 1}.</span> : null}
                {label}
              </dt>
              <dd>
                {secret ? (
                  <StoredSecret
                    connectionId={connectionId}
                    field={id}
                    label={texts[id]?.label ?? id}
                    state={secrets[id] ?? 'absent'}
                    {...(names === undefined ? {} : { copy: 'worded' as const })}
                  />
                ) : (
                  <>
                    <span className={value === '' ? 'soft' : said === undefined ? 'value' : ''}>
                      {value === '' ? t('connections.page.notEntered') : (said ?? value)}
                    </span>
                    <CopyButton text={value} what={label} onFailure={setProblem} />
                  </>
                )}
              </dd>
            </div>
          );
        })}
      </dl>
      <FailureNotice failure={problem} />
    </>
  );
}

/**
 * The handover sheet for whoever needs the values next, in the order and under the names of the receiving page.
 * Addresses appear as they are actually used. Omits values that were not entered or are not used here.
 */
export function HandOverSheet({ system, connectionId, values, secrets, report }: SheetProps) {
  const { language } = useApp();
  const sheet = system.texts[language].handOver;
  if (sheet === undefined) return null;
  const probe = report?.steps.find(({ id, outcome }) => id === 'reach' && outcome !== 'failed');
  const entered = Object.fromEntries(Object.entries(values).filter(([, value]) => value !== ''));
  const used = {
    ...system.learned?.(probe?.facts ?? {}),
    ...(system.given?.(entered) ?? entered),
    ...system.tidied?.(values),
  };
  const fields = handOverFields(system).filter((id) => {
    const field = system.fields.find((one) => one.id === id);
    if (field === undefined || field.applies?.(values) === false) return false;
    return field.secret || (used[id] ?? '') !== '';
  });
  return (
    <div className="stack-close">
      <p className="soft">{sheet.lead}</p>
      <ValueList
        system={system}
        connectionId={connectionId}
        values={used}
        secrets={secrets}
        fields={fields}
        names={sheet.names}
        numbered
      />
      <ul className="bulleted soft">
        {sheet.afterwards.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </div>
  );
}

/** The fields the receiver's page asks for, in its order. */
export const handOverFields = (system: System): readonly string[] =>
  system.handOver ?? enteredFields(system, {});

/** The fields of the "Enter" step, without those that other values make irrelevant. */
export const enteredFields = (system: System, values: Values): readonly string[] =>
  system.fields
    .filter((field) => field.askedAt === 'enter' && field.applies?.(values) !== false)
    .map(({ id }) => id);
