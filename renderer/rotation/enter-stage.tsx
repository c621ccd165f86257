import type { Failure } from '@contract/channels';
import { fixedBy } from '@contract/policies';
import { systemFor } from '@systems/catalogue';
import type { Field } from '@systems/system';
import { lazy, Suspense, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useApp } from '../app-context';
import { bridge } from '../bridge';
import { useAnnounce } from '../components/announcer';
import { Button } from '../components/button';
import { FailureNotice } from '../components/failure-notice';
import { Heading } from '../components/heading';
import { Notice } from '../components/notice';
import { DOTS } from '../components/plain-secret';
import { EntryField } from '../wizard/entry-field';
import { FixedValues } from '../wizard/fixed-values';
import { PasteOffer } from '../wizard/paste-offer';
import { DropNew } from './drop-new';
import { newFields, notesOn } from './new-values';
import { type OtherValue, otherValues } from './other-values';
import { OtherValuesNotice } from './other-values-notice';
import type { StageProps } from './stage-props';

// Lazy-loaded, as in the wizard.
const PasteReply = lazy(() =>
  import('../wizard/paste-reply').then((module) => ({ default: module.PasteReply })),
);

/** Entering the new values beside the current ones. Rejected input stays in the fields. */
export function EnterStage({
  view,
  about,
  onView,
  act,
  onEntered,
}: StageProps & { readonly onEntered: () => void }) {
  const { t } = useTranslation();
  const { language, start } = useApp();
  const { connection, other } = view;
  const { id } = connection;
  const system = systemFor(connection);
  const texts = system.texts[language];
  const fixed = fixedBy(start.policies, connection)?.values ?? {};
  const isFixed = ({ id: field }: Field): boolean => Object.hasOwn(fixed, field);
  const fields = newFields(system);
  const byMail = system.registrationMail !== undefined;
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>(() => ({
    // An address changes in one place, such as its year: the present one is there to be changed.
    ...Object.fromEntries(
      fields.flatMap(({ id: field, kind }) =>
        kind === 'address' ? [[field, connection.values[field] ?? '']] : [],
      ),
    ),
    ...connection.rotation?.values,
    // What the organization has set stays.
    ...Object.fromEntries(
      fields.flatMap(({ id: field }) => (field in fixed ? [[field, fixed[field] ?? '']] : [])),
    ),
  }));
  const [replacing, setReplacing] = useState<ReadonlySet<string>>(new Set());
  const [visited, setVisited] = useState<ReadonlySet<string>>(new Set());
  const [agreed, setAgreed] = useState<ReadonlySet<string>>(new Set());
  const [missing, setMissing] = useState(0);
  const [pasting, setPasting] = useState(false);
  const [others, setOthers] = useState<readonly OtherValue[]>([]);
  const [made, setMade] = useState(false);
  const [problem, setProblem] = useState<Failure | null>(null);
  const announce = useAnnounce();
  const form = useRef<HTMLFormElement>(null);

  const type = (field: string, value: string) => setTyped((before) => ({ ...before, [field]: value }));
  const isBeside = (field: Field) =>
    field.secret && (other[field.id] ?? 'absent') !== 'absent' && !replacing.has(field.id);
  const valueIn = (field: Field) => typed[field.id] ?? '';
  const notesOf = (field: Field) =>
    isBeside(field)
      ? []
      : notesOn(system, field, valueIn(field), view).filter(
          (note) => !agreed.has(`${field.id} ${note.code} ${note.words ?? ''} ${valueIn(field)}`),
        );

  const keep = async () => {
    const lacking = fields.filter((field) =>
      notesOf(field).some(
        (note) => note.severity === 'blocks' || (field.secret && note.repaired !== undefined),
      ),
    );
    setVisited(new Set(fields.map((field) => field.id)));
    setMissing(lacking.length);
    const [first] = lacking;
    if (first !== undefined) {
      form.current?.querySelector<HTMLInputElement>(`[name="${first.id}"]`)?.focus();
      return;
    }
    // Values first: a secret is sealed for the addresses entered here.
    const values = Object.fromEntries(
      fields.flatMap((field) => (field.secret ? [] : [[field.id, valueIn(field).trim()]])),
    );
    let answer = await bridge.call('enter-new-values', { id, values });
    for (const field of fields.filter((one) => one.secret && !isBeside(one) && valueIn(one) !== '')) {
      if (!answer.ok) break;
      answer = await bridge.call('enter-new-secret', { id, field: field.id, secret: valueIn(field) });
      if (answer.ok) type(field.id, '');
    }
    setProblem(answer.ok ? null : answer.failure);
    if (!answer.ok) return;
    onView(answer.value);
    onEntered();
  };

  const fill = (found: Readonly<Record<string, string>>) => {
    setPasting(false);
    setTyped((before) => ({ ...before, ...found }));
    // Show these fields as being replaced, even if a new value is already stored.
    setReplacing((before) => new Set([...before, ...Object.keys(found)]));
    setVisited((before) => new Set([...before, ...Object.keys(found)]));
    setMissing(0);
    const filled = t('wizard.paste.filled', { count: Object.keys(found).length });
    announce(others.length === 0 ? filled : `${filled}. ${t('rotation.enter.others')}.`);
  };

  /** In practice, the practice system generates new values, which are pasted as if from its page. */
  const makeNew = async () => {
    const reply = await bridge.call('practice-reply', { id, language, renewed: true });
    const answer = reply.ok ? await bridge.call('copy-text', { text: reply.value.text }) : reply;
    setProblem(answer.ok ? null : answer.failure);
    setMade(answer.ok);
    if (answer.ok) announce(t('rotation.enter.practiceMade'));
  };

  const entered = fields.filter((field) => !isFixed(field));
  const kept = fields.filter(isFixed).map((field) => [field.id, valueIn(field)] as const);
  const othersNotice = (
    <OtherValuesNotice others={others} labelOf={(field) => texts.fields[field]?.label ?? field} />
  );
  return (
    <div className="stack">
      <div>
        <Heading focusOn="enter" about={about}>
          {t('rotation.enter.title')}
        </Heading>
        <p className="lead">{t('rotation.enter.lead')}</p>
      </div>
      {connection.practice ? (
        <Notice title={t('rotation.enter.practice')}>
          <p>{t('rotation.enter.practiceText')}</p>
          <div className="row">
            <Button size="small" onPress={() => void makeNew()}>
              {t('rotation.enter.practiceMake')}
            </Button>
          </div>
        </Notice>
      ) : null}
      {made ? <Notice tone="ok" title={t('rotation.enter.practiceMade')} /> : null}
      <PasteOffer byMail={byMail} onPress={() => setPasting(true)} />
      {pasting ? null : othersNotice}
      {missing > 0 ? <Notice tone="bad" alert title={t('wizard.enter.missing', { count: missing })} /> : null}
      {kept.length === 0 ? null : <FixedValues system={system} values={kept} />}
      <form ref={form} className="stack" autoComplete="off" onSubmit={(event) => event.preventDefault()}>
        {entered.map((field) =>
          isBeside(field) ? (
            <div className="field" key={field.id}>
              <span className="label">{texts.fields[field.id]?.label ?? field.id}</span>
              <div className="box" data-fixed>
                <span className="masked" aria-hidden>
                  {DOTS}
                </span>
              </div>
              <div className="row">
                <span className="hint">
                  {t(
                    other[field.id] === 'session-only'
                      ? 'rotation.enter.besideSession'
                      : other[field.id] === 'saved'
                        ? 'rotation.enter.beside'
                        : 'rotation.enter.besideUnusable',
                  )}
                </span>
                <Button
                  kind="quiet"
                  size="small"
                  onPress={() => setReplacing((before) => new Set([...before, field.id]))}
                >
                  {t('common.action.replace')}
                </Button>
              </div>
            </div>
          ) : (
            <EntryField
              key={field.id}
              field={field}
              system={system}
              connectionId={id}
              state="absent"
              practice={connection.practice}
              value={valueIn(field)}
              values={{ ...connection.values, ...typed }}
              optional={field.optional}
              notes={visited.has(field.id) ? notesOf(field) : []}
              onChange={(value) => type(field.id, value)}
              onFocus={() => undefined}
              onLeave={() => {
                if (valueIn(field) !== '') setVisited((before) => new Set([...before, field.id]));
              }}
              onKeep={(note) =>
                setAgreed(
                  (before) =>
                    new Set([...before, `${field.id} ${note.code} ${note.words ?? ''} ${valueIn(field)}`]),
                )
              }
            />
          ),
        )}
      </form>
      <FailureNotice failure={problem} />
      {pasting ? (
        <Suspense fallback={null}>
          <PasteReply
            // Only the fields being re-entered are read from a pasted reply.
            system={{ ...system, fields: entered }}
            environment={connection.environment}
            values={connection.values}
            filled={fields.filter((field) => isBeside(field) || valueIn(field) !== '').map(({ id }) => id)}
            onRead={(text) => setOthers(otherValues(system, connection, text))}
            under={othersNotice}
            onFill={fill}
            onClose={() => setPasting(false)}
          />
        </Suspense>
      ) : null}
      <div className="row">
        <Button kind="primary" onPress={() => void keep()}>
          {t('rotation.enter.keep')}
        </Button>
        <DropNew act={act} />
      </div>
    </div>
  );
}
