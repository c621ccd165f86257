import type { Failure } from '@contract/channels';
import { formatDay, todayHere } from '@contract/formats';
import { isGuardLink } from '@systems/addresses/held-address';
import { redirectField, registeredFields } from '@systems/redirect-field';
import type { System } from '@systems/system';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useApp } from '../app-context';
import { bridge } from '../bridge';
import { useAnnounce } from '../components/announcer';
import { Button } from '../components/button';
import { CopyButton } from '../components/copy-button';
import { DayField } from '../components/day-field';
import { Fold } from '../components/fold';
import { Notice } from '../components/notice';
import styles from './register-parts.module.css';
import type { StepProps } from './step-props';

type PartComponent = (props: {
  readonly number: number;
  readonly title: string;
  readonly children: ReactNode;
}) => ReactNode;

interface Shared {
  readonly onFailure: (failure: Failure | null) => void;
  readonly part: PartComponent;
}

/** The ready-made e-mail, and the day it was sent. */
export function MailPart({ wizard, state, system, onFailure, part: Part }: StepProps<'register'> & Shared) {
  const { t } = useTranslation();
  const { language } = useApp();
  const [opened, setOpened] = useState(false);
  const { draft, kept } = state;
  // The owner would register the link instead of the address.
  const hasGuardLink = registeredFields(system).some(({ id }) => isGuardLink(draft.values[id] ?? ''));
  const redirectUrl = draft.values[redirectField(system)?.id ?? ''] ?? '';
  const mail =
    draft.environment !== null && redirectUrl.trim() !== '' && !hasGuardLink
      ? (system.registrationMail?.(
          {
            values: draft.values,
            name: draft.name,
            environment: draft.environment,
            boardNumber: draft.boardNumber,
          },
          language,
        ) ?? null)
      : null;

  const open = async () => {
    // Save first: main writes the e-mail from the saved values.
    if (!(await wizard.save())) return;
    const answer = await bridge.call('open-registration-mail', { id: kept.id, language });
    setOpened(answer.ok);
    onFailure(answer.ok ? null : answer.failure);
  };

  return (
    <>
      <Part number={2} title={t('wizard.register.mailTitle')}>
        {mail === null ? (
          <p className="soft">{t('wizard.register.mailNeedsUrl')}</p>
        ) : (
          <>
            <p className="soft">{t('wizard.register.mailText')}</p>
            <div className="row">
              <Button
                kind={draft.registrationSentOn === null ? 'primary' : 'plain'}
                onPress={() => void open()}
              >
                {t('wizard.register.openMail')}
              </Button>
              <CopyButton
                text={`${mail.to}\n${mail.subject}\n\n${mail.body}`}
                what={t('wizard.register.mail')}
                size="normal"
                onFailure={onFailure}
              >
                {t('wizard.register.copyMail')}
              </CopyButton>
            </div>
            {opened ? <Notice>{t('wizard.register.mailOpened')}</Notice> : null}
            <Fold label={t('wizard.register.show')}>
              <Mail {...mail} />
            </Fold>
          </>
        )}
      </Part>
      <Part number={3} title={t('wizard.register.sentTitle')}>
        <SentOn on={draft.registrationSentOn} mark={(on) => wizard.dispatch({ type: 'marked-sent', on })} />
      </Part>
    </>
  );
}

function Mail({
  to,
  subject,
  body,
}: {
  readonly to: string;
  readonly subject: string;
  readonly body: string;
}) {
  const { t } = useTranslation();
  return (
    <div className={styles.mail}>
      <dl>
        <dt>{t('wizard.register.to')}</dt>
        <dd className="value">{to}</dd>
        <dt>{t('wizard.register.subject')}</dt>
        <dd>{subject}</dd>
      </dl>
      <div className={styles.mailBody}>{body}</div>
    </div>
  );
}

/** Marks the e-mail as sent, so that the user can leave and come back when the reply arrives. */
function SentOn({ on, mark }: { readonly on: string | null; readonly mark: (on: string | null) => void }) {
  const { t } = useTranslation();
  const { language } = useApp();
  const announce = useAnnounce();
  const today = todayHere();
  const [day, setDay] = useState(on ?? today);
  if (on !== null) {
    return (
      <Notice tone="ok" title={t('wizard.register.marked', { date: formatDay(language, on) })}>
        <p>{t('wizard.register.markedText')}</p>
        <div className="row">
          <Button size="small" onPress={() => mark(null)}>
            {t('wizard.register.unmark')}
          </Button>
        </div>
      </Notice>
    );
  }
  return (
    <>
      <p className="soft">{t('wizard.register.sentText')}</p>
      <div className={styles.sent}>
        <DayField
          label={t('wizard.register.sentOn')}
          name="sentOn"
          max={today}
          value={day}
          onChange={(next) => setDay(next ?? '')}
        />
        <Button
          reason={day === '' ? t('wizard.register.dayMissing') : null}
          onPress={() => {
            mark(day);
            announce(t('wizard.register.marked', { date: formatDay(language, day) }));
          }}
        >
          {t('wizard.register.markSent')}
        </Button>
      </div>
    </>
  );
}

interface PracticeProps extends Shared {
  readonly id: string;
  readonly copied: boolean;
  readonly system: System;
  readonly onCopied: (copied: boolean) => void;
}

/** In a practice setup nothing is mailed or looked up: the reply or the values are ready to copy. */
export function PracticeReplyPart({ id, copied, system, onCopied, onFailure, part: Part }: PracticeProps) {
  const { t } = useTranslation();
  const { language } = useApp();
  const announce = useAnnounce();
  const { registration, practiceName } = system.texts[language];
  const done = t(
    registration !== undefined ? 'wizard.register.practiceCopied' : 'wizard.register.practiceTaken',
  );
  const copy = async () => {
    const reply = await bridge.call('practice-reply', { id, language });
    const answer = reply.ok ? await bridge.call('copy-text', { text: reply.value.text }) : reply;
    onFailure(answer.ok ? null : answer.failure);
    onCopied(answer.ok);
    if (answer.ok) announce(done);
  };
  const content = (
    <>
      <p className="soft">
        {registration?.practice.reply ?? t('wizard.register.practiceReplyVendor', { practice: practiceName })}
      </p>
      <div className="row">
        <Button kind={copied ? 'plain' : 'primary'} onPress={() => void copy()}>
          {t(registration !== undefined ? 'wizard.register.practiceCopy' : 'wizard.register.practiceTake')}
        </Button>
      </div>
      {copied ? <Notice tone="ok">{done}</Notice> : null}
    </>
  );
  return registration !== undefined ? (
    <Part number={2} title={t('wizard.register.practiceCopyTitle')}>
      {content}
    </Part>
  ) : (
    <section className="stack-close">{content}</section>
  );
}
