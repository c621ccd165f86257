import type { SystemId } from '@contract/connection';
import type { KeptInStep, RunningReplacement, SharedConflict, SharedQuestion } from '@contract/shared-store';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAnnounce } from '../components/announcer';
import { Button } from '../components/button';
import { ChoiceList } from '../components/choice-list';
import { Notice } from '../components/notice';
import { useWhen } from '../connections/use-when';
import { askShared, isChangedThere } from './ask-shared';
import { TroubleNotice } from './trouble-notice';
import { useAsking } from './use-asking';
import { useFieldLabels } from './use-field-labels';

type Side = 'mine' | 'theirs';

interface Props {
  readonly conflict: SharedConflict;
  readonly system: SystemId | null;
  readonly onSettled: (kept: KeptInStep) => void;
  readonly onCancel: () => void;
  /** What was shown is no longer the newest. */
  readonly onChanged: () => void;
}

/** What both sides changed, line by line. Nothing is written before every line is decided. */
export function ConflictForm({ conflict, system, onSettled, onCancel, onChanged }: Props) {
  const { t } = useTranslation();
  const when = useWhen();
  const words = useQuestionWords(system);
  const [answers, setAnswers] = useState<Readonly<Record<string, Side>>>({});
  const [isTried, setIsTried] = useState(false);
  const { busy, trouble, ask } = useAsking();
  const form = useRef<HTMLFormElement>(null);
  const { questions, theirs, base, mineAt } = conflict;
  const announce = useAnnounce();
  // It came below what has the focus.
  useEffect(() => announce(t('sharing.conflict.lead')), [announce, t]);
  const open = questions.filter(({ key }) => answers[key] === undefined);

  const settle = async (event: FormEvent) => {
    event.preventDefault();
    setIsTried(true);
    if (busy) return;
    const [first] = open;
    if (first !== undefined) {
      const at = questions.indexOf(first);
      form.current?.querySelectorAll('[role=radiogroup]')[at]?.querySelector('input')?.focus();
      return;
    }
    const { id } = conflict;
    const answer = await ask(() => askShared('resolve-shared', { id, version: theirs.version, answers }));
    if (answer.ok) onSettled(answer.value);
    else if (isChangedThere(answer.failure)) onChanged();
  };

  return (
    <section>
      <h2>{t('sharing.conflict.title')}</h2>
      <form ref={form} className="stack" noValidate onSubmit={(event) => void settle(event)}>
        <div>
          <p>{t('sharing.conflict.lead')}</p>
          <ul className="bulleted soft">
            <li>{t('sharing.conflict.here', { when: when(mineAt) })}</li>
            <li>
              {theirs.by === null
                ? t('sharing.conflict.thereBySomebody', { when: when(theirs.at) })
                : t('sharing.conflict.there', { when: when(theirs.at), by: theirs.by })}
            </li>
            <li>
              {base === null
                ? t('sharing.conflict.baseUnknown')
                : t('sharing.conflict.base', { when: when(base.at) })}
            </li>
          </ul>
        </div>
        {questions.map((question) => {
          const [mine, theirsIs] = words.sides(question);
          return (
            <ChoiceList
              key={question.key}
              label={words.label(question)}
              sideBySide
              options={[
                { value: 'mine', label: t('sharing.conflict.mine'), hint: mine },
                { value: 'theirs', label: t('sharing.conflict.theirs'), hint: theirsIs },
              ]}
              value={answers[question.key] ?? null}
              onChange={(side: Side) => setAnswers((before) => ({ ...before, [question.key]: side }))}
            />
          );
        })}
        {isTried && open.length > 0 ? (
          <Notice tone="bad" alert title={t('sharing.conflict.missing', { count: open.length })} />
        ) : null}
        <TroubleNotice trouble={trouble} />
        <div className="row">
          <Button kind="primary" type="submit" isDisabled={busy}>
            {t('sharing.conflict.action')}
          </Button>
          <Button isDisabled={busy} onPress={onCancel}>
            {t('sharing.conflict.cancel')}
          </Button>
        </div>
      </form>
    </section>
  );
}

function useQuestionWords(system: SystemId | null) {
  const { t } = useTranslation();
  const when = useWhen();
  const labelOf = useFieldLabels(system);
  const replacement = (running: RunningReplacement | null): string => {
    if (running === null) return t('sharing.conflict.noReplacement');
    if (running.isHere) return t('sharing.conflict.replacementHere');
    const { by, since } = running;
    return since === null
      ? t('sharing.conflict.replacementBySomebody', { by })
      : t('sharing.conflict.replacementBy', { by, when: when(since) });
  };
  const secret = (isThere: boolean) => t(isThere ? 'sharing.conflict.secret' : 'sharing.conflict.noSecret');
  const shown = (about: SharedQuestion['about'], value: string | null): string => {
    if (value === null || value === '') return t('sharing.conflict.nothing');
    return about === 'environment' && (value === 'test' || value === 'production')
      ? t(`common.environment.${value}`)
      : value;
  };
  return {
    label: (question: SharedQuestion): string =>
      question.about === 'value' || question.about === 'secret'
        ? labelOf(question.field)
        : t(`sharing.conflict.about.${question.about}`),
    sides: (question: SharedQuestion): readonly [mine: string, theirs: string] => {
      switch (question.about) {
        case 'secret':
          return [secret(question.mine), secret(question.theirs)];
        case 'replacement':
          return [replacement(question.mine), replacement(question.theirs)];
        default:
          return [shown(question.about, question.mine), shown(question.about, question.theirs)];
      }
    },
  };
}
