import type { Environment, Values } from '@contract/connection';
import { formatList } from '@contract/formats';
import { LIMITS } from '@contract/limits';
import { type ReplyReading, readReply } from '@systems/read-reply';
import type { Field, System } from '@systems/system';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useApp } from '../app-context';
import { useAnnounce } from '../components/announcer';
import { Button } from '../components/button';
import { Dialog } from '../components/dialog';
import { Notice } from '../components/notice';
import { PasteBox } from '../components/paste-box';
import { DOTS, PlainSecret } from '../components/plain-secret';
import { RevealButton } from '../components/reveal-button';
import { useShownSecret } from '../components/use-shown-secret';
import styles from './paste-reply.module.css';
import { ReplyChoice, sharedHeadings } from './reply-choice';

interface Props {
  readonly system: System;
  /** The setup's environment: the reply's values for it are suggested. */
  readonly environment: Environment | null;
  /** The values entered so far. */
  readonly values: Values;
  /** Fields that already have a value. */
  readonly filled: readonly string[];
  /** Receives the whole reply, which is discarded right after reading. */
  readonly onRead?: (text: string) => void;
  /** Shown below the values found. */
  readonly under?: ReactNode;
  readonly onFill: (found: Readonly<Record<string, string>>) => void;
  readonly onClose: () => void;
}

/**
 * Extracts labelled values from a pasted e-mail and shows each for confirmation. The pasted text is discarded as soon
 * as values are found, because it shows the secret in plain text.
 */
export function PasteReply({ system, environment, values, filled, onRead, under, onFill, onClose }: Props) {
  const { t } = useTranslation();
  const { language } = useApp();
  const announce = useAnnounce();
  const [text, setText] = useState('');
  /** Field → the chosen value; null leaves it out. */
  const [chosen, setChosen] = useState<Readonly<Record<string, string | null>>>({});
  /** The user accepts all values although the reply names the other environment. */
  const [isTaken, setTaken] = useState(false);
  const [reply, setReply] = useState<ReplyReading | null>(null);
  /** The pasted text is longer than any reply and was rejected. */
  const [isTooLong, setTooLong] = useState(false);
  const texts = system.texts[language].fields;
  const words = system.registrationMail === undefined ? 'copied' : 'paste';
  const labelOf = (id: string) => texts[id]?.label ?? id;
  const choiceName = ({ id }: Field, value: string) => texts[id]?.choices?.[value]?.name ?? null;

  const read = (pasted: string) => {
    setTooLong(pasted.length > LIMITS.copiedText);
    if (pasted.length > LIMITS.copiedText) {
      setReply(null);
      announce(t('wizard.paste.tooLong'));
      return;
    }
    const next = readReply(system, pasted, { environment });
    setReply(next);
    onRead?.(pasted);
    setText(next.found.length + next.doubts.length > 0 ? '' : pasted);
    announce(
      next.elsewhere !== null
        ? t(`wizard.paste.elsewhere.${next.elsewhere}.title`)
        : next.found.length > 0
          ? t('wizard.paste.foundTitle', { count: next.found.length })
          : next.doubts.length > 0
            ? t('wizard.paste.chooseTitle')
            : t(`wizard.${words}.none`),
    );
  };

  if (reply === null || reply.found.length + reply.doubts.length === 0) {
    return (
      <Dialog
        title={t(`wizard.${words}.title`)}
        onClose={onClose}
        foot={
          <>
            <Button onPress={onClose}>{t('common.action.cancel')}</Button>
            <Button
              kind="primary"
              reason={text.trim() === '' ? t('wizard.paste.boxEmpty') : null}
              onPress={() => read(text)}
            >
              {t('wizard.paste.find')}
            </Button>
          </>
        }
      >
        <p className="soft">{t(`wizard.${words}.lead`)}</p>
        <PasteBox
          label={t(`wizard.${words}.box`)}
          value={text}
          limit={LIMITS.copiedText}
          onChange={setText}
          onPasted={read}
        />
        {isTooLong ? <Notice tone="warning">{t('wizard.paste.tooLong')}</Notice> : null}
        {reply === null ? null : <Notice tone="warning">{t(`wizard.${words}.none`)}</Notice>}
        {reply === null ? null : under}
      </Dialog>
    );
  }

  if (reply.elsewhere !== null && !isTaken) {
    const single = reply.doubts.flatMap(({ candidates: [only, ...others] }) =>
      only === undefined || others.length > 0 ? [] : [[only.field, only.value] as const],
    );
    return (
      <Elsewhere
        reply={reply}
        environment={reply.elsewhere}
        onTake={() => {
          setTaken(true);
          setChosen(Object.fromEntries(single));
        }}
        onClose={onClose}
      />
    );
  }

  const found = new Map([
    ...reply.found.map((each) => [each.field, each.value] as const),
    ...Object.entries(chosen).flatMap(([field, value]) => (value === null ? [] : [[field, value] as const])),
  ]);
  // The values found decide which fields exist: a signed sign-in, for example, has no token address.
  const filledIn = { ...values, ...Object.fromEntries(found) };
  const asked = system.fields.filter(
    (field) => field.askedAt === 'enter' && field.applies?.(filledIn) !== false,
  );
  const absent = asked.filter(
    ({ id, fallback }) =>
      fallback === undefined && !found.has(id) && !reply.doubts.some(({ field }) => field === id),
  );
  const choices = reply.doubts.flatMap(({ field: id, candidates }) => {
    const field = asked.find((one) => one.id === id);
    return field === undefined || (isTaken && candidates.length === 1) ? [] : [{ field, candidates }];
  });
  const together = sharedHeadings(choices.map(({ field, candidates }) => ({ field: field.id, candidates })));
  return (
    <Dialog
      title={
        found.size === 0 ? t('wizard.paste.chooseTitle') : t('wizard.paste.foundTitle', { count: found.size })
      }
      onClose={onClose}
      foot={
        <>
          <Button
            onPress={() => {
              setReply(null);
              setChosen({});
              setTaken(false);
              setText('');
            }}
          >
            {t('wizard.paste.again')}
          </Button>
          <Button
            key="fill"
            kind="primary"
            autoFocus={found.size > 0}
            reason={found.size === 0 ? t('wizard.paste.noneChosen') : null}
            onPress={() => onFill(Object.fromEntries(found))}
          >
            {t('wizard.paste.fill', { count: found.size })}
          </Button>
        </>
      }
    >
      <p className="soft">{t(`wizard.${words}.foundLead`)}</p>
      {found.size === 0 ? null : (
        <dl className={styles.recognised}>
          {asked.flatMap((field) => {
            const value = found.get(field.id);
            return value === undefined
              ? []
              : [
                  <div key={field.id}>
                    <dt>
                      {labelOf(field.id)}
                      {filled.includes(field.id) ? ` · ${t('wizard.paste.replaces')}` : ''}
                    </dt>
                    <dd>
                      {field.secret ? (
                        <MaskedValue value={value} label={labelOf(field.id)} />
                      ) : (
                        <span className={choiceName(field, value) === null ? 'value' : ''}>
                          {choiceName(field, value) ?? value}
                        </span>
                      )}
                    </dd>
                  </div>,
                ];
          })}
        </dl>
      )}
      {together.length > 0 ? (
        <div className="row">
          {together.map(({ heading, values: all }) => (
            <Button key={heading} size="small" onPress={() => setChosen({ ...chosen, ...all })}>
              {t('wizard.paste.chooseAll', { heading })}
            </Button>
          ))}
        </div>
      ) : null}
      {choices.map(({ field, candidates }, index) => (
        <ReplyChoice
          key={field.id}
          label={labelOf(field.id)}
          secret={field.secret}
          candidates={candidates}
          environment={environment}
          nameOf={(value) => choiceName(field, value) ?? value}
          chosen={chosen[field.id]}
          autoFocus={index === 0 && reply.found.length === 0}
          onChoose={(value) => setChosen({ ...chosen, [field.id]: value })}
        />
      ))}
      {reply.more ? <Notice tone="warning">{t('wizard.paste.more')}</Notice> : null}
      {absent.length > 0 ? (
        <p className="hint">
          {t(`wizard.${words}.notFound`, {
            fields: formatList(
              language,
              absent.map(({ id }) => labelOf(id)),
            ),
          })}
        </p>
      ) : null}
      {under}
    </Dialog>
  );
}

/** Asked once for all values: the reply is for the other environment. */
function Elsewhere({
  reply,
  environment,
  onTake,
  onClose,
}: {
  readonly reply: ReplyReading;
  readonly environment: Environment;
  readonly onTake: () => void;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation();
  const headings = new Set(
    reply.doubts.flatMap(({ candidates }) => candidates.map(({ heading }) => heading)).filter(Boolean),
  );
  return (
    <Dialog
      title={t(`wizard.paste.elsewhere.${environment}.title`)}
      onClose={onClose}
      foot={
        <>
          <Button onPress={onTake}>{t('wizard.paste.takeAll')}</Button>
          <Button kind="primary" autoFocus onPress={onClose}>
            {t('common.action.cancel')}
          </Button>
        </>
      }
    >
      <p>{t(`wizard.paste.elsewhere.${environment}.lead`)}</p>
      <ul className="soft">
        {[...headings].slice(0, 4).map((heading) => (
          <li key={heading}>{t('wizard.paste.under', { heading })}</li>
        ))}
      </ul>
    </Dialog>
  );
}

function MaskedValue({ value, label }: { readonly value: string; readonly label: string }) {
  const secret = useShownSecret(label);
  return (
    <>
      {secret.shown === null ? (
        <span className="value masked">{DOTS}</span>
      ) : (
        <PlainSecret text={secret.shown} />
      )}
      <RevealButton
        what={label}
        isShown={secret.shown !== null}
        secondsLeft={secret.secondsLeft}
        onPress={() => (secret.shown === null ? secret.show(value, 30) : secret.hide())}
      />
    </>
  );
}
