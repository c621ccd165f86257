import { Check, Copy, FileText } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useApp } from '../app-context';
import { bridge } from '../bridge';
import { useAnnounce } from '../components/announcer';
import { Button } from '../components/button';
import { Notice } from '../components/notice';
import styles from './report-tools.module.css';

type Done =
  | { readonly kind: 'none' | 'copied' | 'gone' | 'not-written' }
  | { readonly kind: 'saved'; readonly file: string };

/** Copies a report for support or saves it as a file. Main generates the text, in the window's language. */
export function ReportTools({ id, startedAt }: { readonly id: string; readonly startedAt: string }) {
  const { t } = useTranslation();
  const { language } = useApp();
  const announce = useAnnounce();
  const [done, setDone] = useState<Done>({ kind: 'none' });

  const copy = async () => {
    const answer = await bridge.call('copy-report', { id, startedAt, language });
    setDone({ kind: answer.ok ? 'copied' : 'gone' });
    if (answer.ok) announce(t('reports.copied'));
  };
  const save = async (kind: 'html' | 'json') => {
    const answer = await bridge.call('save-report', { id, startedAt, language, kind });
    if (!answer.ok) {
      setDone({ kind: answer.failure.code === 'not-saved' ? 'not-written' : 'gone' });
      return;
    }
    const { savedTo } = answer.value;
    // The user cancelled the dialog.
    if (savedTo === null) return;
    setDone({ kind: 'saved', file: savedTo });
    announce(t('reports.savedTo', { file: savedTo }));
  };

  return (
    <div className="stack-close">
      <div className="row">
        <Button size="small" onPress={() => void copy()}>
          {done.kind === 'copied' ? <Check size={18} aria-hidden /> : <Copy size={18} aria-hidden />}
          {t('reports.copy')}
        </Button>
        <Button size="small" onPress={() => void save('html')}>
          <FileText size={18} aria-hidden />
          {t('reports.savePage')}
        </Button>
        <Button size="small" onPress={() => void save('json')}>
          {t('reports.saveJson')}
        </Button>
      </div>
      {done.kind === 'copied' ? <p className="hint">{t('reports.copied')}</p> : null}
      {done.kind === 'saved' ? (
        <p className={`hint ${styles.file}`}>{t('reports.savedTo', { file: done.file })}</p>
      ) : null}
      {done.kind === 'not-written' ? (
        <Notice tone="bad" title={t('reports.notWritten.title')} alert>
          <p>{t('reports.notWritten.todo')}</p>
        </Notice>
      ) : null}
      {done.kind === 'gone' ? (
        <Notice tone="bad" title={t('reports.gone.title')} alert>
          <p>{t('reports.gone.todo')}</p>
        </Notice>
      ) : null}
      <p className="hint">{t('reports.noSecret')}</p>
    </div>
  );
}
