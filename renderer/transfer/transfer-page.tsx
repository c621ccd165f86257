import type { Failure } from '@contract/channels';
import { assertNever } from '@contract/result';
import type { Exportable, ImportPreview, TransferProblem } from '@contract/transfer';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useApp } from '../app-context';
import { bridge } from '../bridge';
import { BackScreen } from '../components/back-screen';
import { useKeptWhere } from '../components/use-kept-where';
import { ExportPage, type Written } from './export-page';
import { Exported } from './exported';
import { FilePassword } from './file-password';
import { type Brought, Imported } from './imported';
import { PreviewPage } from './preview-page';
import { Ways } from './ways';

type Stage =
  | {
      readonly at: 'ways';
      readonly refused: { readonly fileName: string; readonly problem: TransferProblem } | null;
    }
  | { readonly at: 'export'; readonly kind: 'database' | 'settings' }
  | {
      readonly at: 'exported';
      readonly kind: 'database' | 'settings';
      readonly written: Written;
      readonly exportables: readonly Exportable[];
    }
  | { readonly at: 'password'; readonly fileName: string }
  | { readonly at: 'preview'; readonly preview: ImportPreview }
  | { readonly at: 'imported'; readonly imported: Brought };

/** Export to another computer and import from one, one question at a time. */
export function TransferPage({ only }: { readonly only: string | null }) {
  const { t } = useTranslation();
  const { go } = useApp();
  const kept = useKeptWhere();
  const [stage, setStage] = useState<Stage>({ at: 'ways', refused: null });
  const [choosing, setChoosing] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);

  // Main keeps the chosen file and its contents only while this page is open.
  useEffect(() => () => void bridge.call('forget-import', null), []);

  const choose = async () => {
    setChoosing(true);
    setFailure(null);
    const answer = await bridge.call('choose-import', null);
    setChoosing(false);
    if (!answer.ok) {
      setFailure(answer.failure);
      return;
    }
    const chosen = answer.value;
    switch (chosen.kind) {
      case 'cancelled':
        setStage({ at: 'ways', refused: null });
        break;
      case 'refused':
        setStage({ at: 'ways', refused: chosen });
        break;
      case 'database':
        setStage({ at: 'password', fileName: chosen.fileName });
        break;
      case 'preview':
        setStage({ at: 'preview', preview: chosen.preview });
        break;
      default:
        assertNever(chosen);
    }
  };

  const body = () => {
    switch (stage.at) {
      case 'ways':
        return (
          <Ways
            only={only}
            choosing={choosing}
            refused={stage.refused}
            failure={failure}
            onExport={(kind) => setStage({ at: 'export', kind })}
            onChoose={() => void choose()}
          />
        );
      case 'export':
        return (
          <ExportPage
            kind={stage.kind}
            only={only}
            onWritten={(written, exportables) => setStage({ ...stage, at: 'exported', written, exportables })}
          />
        );
      case 'exported':
        return <Exported {...stage} />;
      case 'password':
        return (
          <FilePassword
            key={stage.fileName}
            fileName={stage.fileName}
            onOpened={(preview) => setStage({ at: 'preview', preview })}
            onOther={() => void choose()}
            onCancel={() => setStage({ at: 'ways', refused: null })}
          />
        );
      case 'preview':
        return (
          <PreviewPage
            key={stage.preview.attempt}
            preview={stage.preview}
            onImported={(imported) => setStage({ at: 'imported', imported })}
            onOther={() => void choose()}
          />
        );
      case 'imported':
        return <Imported imported={stage.imported} />;
      default:
        return assertNever(stage);
    }
  };

  const back = () => {
    if (stage.at === 'export') setStage({ at: 'ways', refused: null });
    else if (only !== null) go({ at: 'connection', id: only, testNow: false });
    else go({ at: 'home' });
  };

  return (
    <BackScreen
      back={stage.at === 'export' || only !== null ? t('common.action.back') : t('transfer.back')}
      onBack={back}
      kept={kept}
    >
      {body()}
    </BackScreen>
  );
}
