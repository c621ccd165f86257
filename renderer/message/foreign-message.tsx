import type { Failure } from '@contract/channels';
import type { RenderedExplanation } from '@contract/explanation';
import type { Language } from '@contract/languages';
import { LIMITS } from '@contract/limits';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type MessageAbout, useApp } from '../app-context';
import { bridge } from '../bridge';
import { useAnnounce } from '../components/announcer';
import { Button } from '../components/button';
import { Dialog } from '../components/dialog';
import { FailureNotice } from '../components/failure-notice';
import { Notice } from '../components/notice';
import { PasteBox } from '../components/paste-box';
import { Explanation } from './explanation';

interface Props {
  readonly about: MessageAbout;
  readonly onClose: () => void;
}

/**
 * Reads a message of another program. A pasted one is read at once and never shown, because it may hold a secret; a
 * typed one is forgotten as soon as it was read.
 */
export function ForeignMessage({ about, onClose }: Props) {
  const { t } = useTranslation();
  const { language } = useApp();
  const announce = useAnnounce();
  const { id } = about;
  const [text, setText] = useState('');
  const [isTooLong, setTooLong] = useState(false);
  const [inEach, setInEach] = useState<Readonly<Record<Language, RenderedExplanation>> | null>(null);
  const [problem, setProblem] = useState<Failure | null>(null);

  const read = async (message: string) => {
    setTooLong(message.length > LIMITS.copiedText);
    if (message.length > LIMITS.copiedText) {
      announce(t('message.tooLong'));
      return;
    }
    const answer = await bridge.call('explain-message', { id, text: message });
    setProblem(answer.ok ? null : answer.failure);
    if (!answer.ok) return;
    setText('');
    setInEach(answer.value);
    announce(spoken(answer.value[language]));
  };
  const first = useRef(about.text);
  // biome-ignore lint/correctness/useExhaustiveDependencies: only what was entered before this opened.
  useEffect(() => {
    const entered = first.current;
    first.current = '';
    if (entered.trim() !== '') void read(entered);
  }, []);

  if (inEach !== null) {
    const explained = inEach[language];
    const { onTest } = about;
    const test = () => {
      onClose();
      onTest?.();
    };
    return (
      <Dialog
        title={explained.finding === null ? t('message.notRead') : t('message.means')}
        focusTitle
        onClose={onClose}
        foot={
          <>
            <Button onPress={() => setInEach(null)}>{t('message.another')}</Button>
            {onTest === undefined ? null : <Button onPress={test}>{t('message.test')}</Button>}
            <Button kind="primary" onPress={onClose}>
              {t('help.close')}
            </Button>
          </>
        }
      >
        <Explanation explained={explained} />
      </Dialog>
    );
  }

  return (
    <Dialog
      title={t('message.title')}
      onClose={onClose}
      foot={
        <>
          <Button onPress={onClose}>{t('common.action.cancel')}</Button>
          <Button
            kind="primary"
            reason={text.trim() === '' ? t('message.boxEmpty') : null}
            onPress={() => void read(text)}
          >
            {t('message.read')}
          </Button>
        </>
      }
    >
      <p className="soft">{t('message.lead')}</p>
      <PasteBox
        label={t('message.box')}
        value={text}
        limit={LIMITS.copiedText}
        onChange={setText}
        onPasted={(pasted) => void read(pasted)}
      />
      {isTooLong ? <Notice tone="warning">{t('message.tooLong')}</Notice> : null}
      <FailureNotice failure={problem} />
    </Dialog>
  );
}

/** What is heard: the title and the first thing to do, or that nothing was recognized. */
const spoken = ({ finding, unknown, holdsSecret }: RenderedExplanation): string =>
  [finding === null ? unknown : `${finding.title}. ${finding.todo}`, holdsSecret].filter(Boolean).join(' ');
