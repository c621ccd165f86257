import type { CarriedLine, CarriedProblem, OpenedCarried } from '@contract/carried';
import type { AnswerOf, Failure } from '@contract/channels';
import type { SystemId } from '@contract/connection';
import { decodeText } from '@contract/decode-text';
import { LIMITS } from '@contract/limits';
import { type DragEvent, useCallback, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { bridge } from '../bridge';
import { useAnnounce } from '../components/announcer';
import { Button } from '../components/button';
import { FailureNotice } from '../components/failure-notice';
import { Notice } from '../components/notice';
import { ReportRows } from '../report/report-row';
import { CarriedRow } from './carried-row';
import { KeepReport } from './keep-report';
import styles from './other-computer.module.css';
import { PasteReport } from './paste-report';
import { ServerRooms } from './server-rooms';

interface Props {
  readonly id: string;
  /** A practice connection: there is a server room to practise with. */
  readonly practice: boolean;
  readonly system: SystemId;
  /** When the newest check here began; a new one changes every comparison. */
  readonly newest: string | null;
}

type Asked = { readonly kind: 'none' | 'paste' } | Extract<OpenedCarried, { readonly kind: 'read' }>;

/** Reports of other computers: opened from a file, by dropping one or from text; kept, and compared with a check here. */
export function CarriedReports({ id, practice, system, newest }: Props) {
  const { t } = useTranslation();
  const announce = useAnnounce();
  const [lines, setLines] = useState<readonly CarriedLine[]>([]);
  const [shown, setShown] = useState<string | null>(null);
  const [asked, setAsked] = useState<Asked>({ kind: 'none' });
  const [refused, setRefused] = useState<CarriedProblem | null>(null);
  const [problem, setProblem] = useState<Failure | null>(null);

  const load = useCallback(async () => {
    const answer = await bridge.call('list-carried', { id });
    if (answer.ok) setLines(answer.value);
    else setProblem(answer.failure);
  }, [id]);
  useEffect(() => void load(), [load]);

  const opened = (answer: AnswerOf<'open-carried'>) => {
    setProblem(answer.ok ? null : answer.failure);
    setRefused(answer.ok && answer.value.kind === 'refused' ? answer.value.problem : null);
    setAsked(answer.ok && answer.value.kind === 'read' ? answer.value : { kind: 'none' });
  };
  const read = async (text: string) => {
    if (text.trim() === '' || text.length > LIMITS.reportText) {
      opened({
        ok: true,
        value: { kind: 'refused', problem: text.trim() === '' ? 'not-a-report' : 'too-large' },
      });
      return;
    }
    opened(await bridge.call('open-carried', { id, text }));
  };
  const drop = async (event: DragEvent) => {
    event.preventDefault();
    const [file] = event.dataTransfer.files;
    if (file === undefined) return read(event.dataTransfer.getData('text/plain'));
    if (file.size > 2 * LIMITS.reportText) return read('x'.repeat(LIMITS.reportText + 1));
    return read(decodeText(new Uint8Array(await file.arrayBuffer())) ?? '');
  };
  const kept = (startedAt: string) => {
    setAsked({ kind: 'none' });
    setShown(startedAt);
    announce(t('otherComputer.carried.kept'));
    void load();
  };
  const remove = async (startedAt: string) => {
    const answer = await bridge.call('remove-carried', { id, startedAt });
    setProblem(answer.ok ? null : answer.failure);
    if (!answer.ok) return;
    announce(t('otherComputer.carried.removed'));
    await load();
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is a shortcut for the buttons in it.
    <div
      className={`${styles.drop} stack-close`}
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => void drop(event)}
    >
      <p>{t('otherComputer.carried.lead')}</p>
      <div className="row">
        <Button onPress={() => void bridge.call('choose-carried', { id }).then(opened)}>
          {t('otherComputer.carried.open')}
        </Button>
        <Button onPress={() => setAsked({ kind: 'paste' })}>{t('otherComputer.carried.paste')}</Button>
      </div>
      {practice ? <ServerRooms id={id} isTested={newest !== null} onBrought={kept} /> : null}
      {refused === null ? null : (
        <Notice tone="warning" alert title={t('otherComputer.refused.title')}>
          <p>{t(`otherComputer.refused.${refused}`)}</p>
        </Notice>
      )}
      <FailureNotice failure={problem} />
      {lines.length === 0 ? null : (
        <ReportRows>
          {lines.map((line) => (
            <CarriedRow
              key={line.startedAt}
              id={id}
              system={system}
              line={line}
              newest={newest}
              isFirstShown={line.startedAt === shown}
              onRemove={() => void remove(line.startedAt)}
            />
          ))}
        </ReportRows>
      )}
      {asked.kind === 'paste' ? (
        <PasteReport onRead={(text) => void read(text)} onClose={() => setAsked({ kind: 'none' })} />
      ) : null}
      {asked.kind === 'read' ? (
        <KeepReport id={id} offer={asked.offer} onKept={kept} onClose={() => setAsked({ kind: 'none' })} />
      ) : null}
    </div>
  );
}
