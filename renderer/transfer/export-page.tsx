import type { Failure } from '@contract/channels';
import { formatList } from '@contract/formats';
import { systemName } from '@contract/names';
import { isolated } from '@contract/printable';
import type { ExportAnswer, Exportable, Exportables, SecretName } from '@contract/transfer';
import { systemById } from '@systems/catalogue';
import { type ReactNode, useEffect, useMemo, useState } from 'react';
import { Checkbox } from 'react-aria-components/Checkbox';
import { useTranslation } from 'react-i18next';
import { useApp } from '../app-context';
import { bridge } from '../bridge';
import { Button } from '../components/button';
import { EnvironmentTag } from '../components/environment-tag';
import { FailureNotice } from '../components/failure-notice';
import { Heading } from '../components/heading';
import { KeyringNotice } from '../components/keyring-notice';
import { Notice } from '../components/notice';
import { ticked } from '../components/ticked';
import { NewPassword, problemOf, useStrength } from './new-password';
import { PasswordForm } from './password-form';
import pickStyles from './picks.module.css';

export type ExportKind = 'database' | 'settings';
export type Written = Extract<ExportAnswer, { kind: 'written' }>;

interface Props {
  readonly kind: ExportKind;
  /** The connection to export; null offers all. */
  readonly only: string | null;
  readonly onWritten: (written: Written, exportables: readonly Exportable[]) => void;
}

/** A connection's secrets that can be exported. */
const readableSecrets = ({ id, secrets }: Exportable): readonly SecretName[] =>
  Object.entries(secrets)
    .filter(([, state]) => state === 'saved' || state === 'session-only')
    .map(([field]) => ({ id, field }));

/** Lists what goes into the file, asks for its password, and has it written. */
export function ExportPage({ kind, only, onWritten }: Props) {
  const { t } = useTranslation();
  const { protection, language } = useApp();
  const [exportables, setMovables] = useState<Exportables | null>(null);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [[password, repeated], setPasswords] = useState<readonly [string, string]>(['', '']);
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Failure | null>(null);
  const [thereAlready, setThereAlready] = useState<string | null>(null);

  // After an unlock, secrets may have become readable.
  // biome-ignore lint/correctness/useExhaustiveDependencies: `protection` is the signal itself.
  useEffect(() => {
    void bridge.call('list-exportable', null).then((answer) => {
      if (!answer.ok) {
        setProblem(answer.failure);
        return;
      }
      const offered = answer.value.connections.filter(({ id }) => only === null || id === only);
      setMovables({ ...answer.value, connections: offered });
      setChosen((before) => (before.size > 0 ? before : new Set(offered.map(({ id }) => id))));
    });
  }, [only, protection]);

  const all = useMemo(() => exportables?.connections ?? [], [exportables]);
  const ownWords = useMemo(() => all.flatMap(({ name, system }) => [name, system]), [all]);
  const strength = useStrength(password, ownWords);
  const going = all.filter(({ id }) => chosen.has(id));
  const named = going.flatMap(readableSecrets);
  const isOne = only !== null;

  const write = async () => {
    setTried(true);
    if (busy) return;
    if (going.length === 0 || (kind === 'database' && problemOf(password, repeated, strength) !== null))
      return;
    setBusy(true);
    setProblem(null);
    setThereAlready(null);
    const connections = going.map(({ id }) => id);
    const answer = await (kind === 'database'
      ? bridge.call('export-database', { connections, secrets: named, password })
      : bridge.call('export-settings', { connections }));
    setBusy(false);
    if (!answer.ok) setProblem(answer.failure);
    else if (answer.value.kind === 'already-there') setThereAlready(answer.value.path);
    else if (answer.value.kind === 'written') {
      setPasswords(['', '']);
      onWritten(answer.value, all);
    }
  };
  const [first] = named;
  const firstSystem = all.find(({ id }) => id === first?.id)?.system;
  // A single secret is named; with several, each connection's line names its own.
  const firstLabel =
    first === undefined || firstSystem === undefined
      ? undefined
      : systemById(firstSystem).texts[language].fields[first.field]?.named;
  const secrets =
    first === undefined
      ? t('transfer.export.noSecret')
      : named.length === 1 && firstLabel !== undefined
        ? firstLabel
        : t('transfer.export.secrets', { count: named.length });

  return (
    <>
      <div className="screen-head">
        <Heading focusOn={kind}>
          {kind === 'database'
            ? t(isOne ? 'transfer.export.titleOne' : 'transfer.export.title')
            : t(isOne ? 'transfer.export.settingsTitleOne' : 'transfer.export.settingsTitle')}
        </Heading>
      </div>
      <PasswordForm of={t('transfer.export.which')} onSubmit={() => void write()}>
        {kind === 'database' ? (
          <KeyringNotice />
        ) : (
          <p className="soft">{t('transfer.export.settingsNote')}</p>
        )}
        {exportables === null ? null : (
          <div className="stack-close">
            {isOne || all.length < 2 ? null : (
              <Checkbox
                className="tick"
                isSelected={chosen.size === all.length}
                onChange={(every) => setChosen(new Set(every ? all.map(({ id }) => id) : []))}
              >
                {t('transfer.export.all')}
              </Checkbox>
            )}
            <ul className={pickStyles.picks} aria-label={t('transfer.export.which')}>
              {all.map((one) => (
                <Pick
                  key={one.id}
                  movable={one}
                  isOne={isOne}
                  isChosen={chosen.has(one.id)}
                  onChange={(wanted) => setChosen((before) => ticked(before, one.id, wanted))}
                >
                  {kind === 'database' ? <Along movable={one} /> : null}
                </Pick>
              ))}
            </ul>
            {isOne || exportables.practice === 0 ? null : (
              <p className="hint">{t('transfer.export.practice', { count: exportables.practice })}</p>
            )}
          </div>
        )}
        {kind === 'database' ? (
          <NewPassword
            password={password}
            repeated={repeated}
            onChange={(one, other) => setPasswords([one, other])}
            ownWords={ownWords}
            tried={tried}
          />
        ) : null}
        {thereAlready === null ? null : (
          <Notice tone="warning" title={t('transfer.export.alreadyThere')} alert>
            <p className="value">{thereAlready}</p>
            <p>{t('transfer.export.alreadyThereTodo')}</p>
          </Notice>
        )}
        <FailureNotice failure={problem} />
        <div className="row">
          <Button
            kind="primary"
            type="submit"
            isDisabled={busy || exportables === null}
            reason={
              !busy && exportables !== null && going.length === 0 ? t('transfer.export.noneTicked') : null
            }
          >
            {going.length === 0
              ? t('transfer.export.choose')
              : kind === 'database'
                ? t('transfer.export.action', { count: going.length, secrets })
                : t('transfer.export.settingsAction', { count: going.length })}
          </Button>
          {busy ? (
            <span className="soft" role="status">
              {t(kind === 'database' ? 'transfer.export.busy' : 'transfer.choose.choosing')}
            </span>
          ) : null}
        </div>
      </PasswordForm>
    </>
  );
}

interface PickProps {
  readonly movable: Exportable;
  readonly isOne: boolean;
  readonly isChosen: boolean;
  readonly onChange: (wanted: boolean) => void;
  readonly children: ReactNode;
}

function Pick({ movable, isOne, isChosen, onChange, children }: PickProps) {
  const { language } = useApp();
  const name = (
    <span className={pickStyles.pick}>
      <strong>{`${systemName(language, movable.system)} · ${isolated(movable.name)}`}</strong>
      <EnvironmentTag environment={movable.environment} />
    </span>
  );
  return (
    <li>
      {isOne ? (
        name
      ) : (
        <Checkbox className="tick" isSelected={isChosen} onChange={onChange}>
          {name}
        </Checkbox>
      )}
      {children}
    </li>
  );
}

/** Names the secrets that will be exported, and why one is not. */
function Along({ movable }: { readonly movable: Exportable }) {
  const { t } = useTranslation();
  const { language } = useApp();
  const labels = systemById(movable.system).texts[language].fields;
  const named = (field: string) => labels[field]?.named ?? labels[field]?.label ?? field;
  const label = (field: string) => labels[field]?.label ?? field;
  const along = readableSecrets(movable).map(({ field }) => named(field));
  const left = Object.entries(movable.secrets).flatMap(([field, state]) =>
    state === 'saved' || state === 'session-only' ? [] : [{ field, state }],
  );
  return (
    <div className={pickStyles.about}>
      {along.length === 0 ? null : (
        <p>{t('transfer.export.with', { secrets: formatList(language, along) })}</p>
      )}
      {left.map(({ field, state }) => (
        <p key={field}>{t(`transfer.export.without.${state}`, { secret: label(field) })}</p>
      ))}
    </div>
  );
}
