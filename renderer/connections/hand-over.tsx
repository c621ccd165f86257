import type { Failure } from '@contract/channels';
import type { SecretState, Values } from '@contract/connection';
import type { System } from '@systems/system';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useApp } from '../app-context';
import { CopyButton } from '../components/copy-button';
import { FailureNotice } from '../components/failure-notice';
import { StoredSecret } from '../components/stored-secret';

interface Props {
  readonly system: System;
  readonly connectionId: string;
  readonly values: Values;
  readonly secrets: Readonly<Record<string, SecretState>>;
  /** Which fields, in which order. */
  readonly fields: readonly string[];
  /** Numbers the rows: they are to be copied in this order. */
  readonly numbered?: boolean;
}

/** The values of a connection, one Copy each; a secret only by a click on its own row. */
export function ValueList({ system, connectionId, values, secrets, fields, numbered = false }: Props) {
  const { t } = useTranslation();
  const { language } = useApp();
  const [problem, setProblem] = useState<Failure | null>(null);
  const texts = system.texts[language].fields;
  return (
    <>
      <dl className="values">
        {fields.map((id, index) => {
          const label = texts[id]?.label ?? id;
          const secret = system.fields.find((field) => field.id === id)?.secret === true;
          const value = values[id] ?? '';
          return (
            <div key={id} data-secret={secret || undefined}>
              <dt>
                {numbered ? <span className="number">{index + 1}.</span> : null}
                {label}
              </dt>
              <dd>
                {secret ? (
                  <StoredSecret
                    connectionId={connectionId}
                    field={id}
                    label={label}
                    state={secrets[id] ?? 'absent'}
                  />
                ) : (
                  <>
                    <span className={value === '' ? 'soft' : 'value'}>
                      {value === '' ? t('connections.page.notEntered') : value}
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

/** The fields the receiver's page asks for, in its order. */
export const handOverFields = (system: System): readonly string[] =>
  system.handOver ?? system.fields.filter((field) => field.askedAt === 'enter').map(({ id }) => id);
