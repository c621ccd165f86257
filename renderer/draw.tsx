import type { Language, StartView } from '@contract/channels';
import { DATA_FOLDER_MARK, drawnPage } from '@contract/drawn-page';
import i18next from 'i18next';
import { renderToString } from 'react-dom/server';
import { localeOf } from './i18n/format';
import { showLanguage } from './i18n/i18n';
import { Screens } from './screens';

/* Run by the build alone: draws the first screen of somebody who has saved nothing, as the window will show it. */

export interface Drawn {
  /** The name that main looks for. */
  readonly file: string;
  readonly html: string;
  /** The locale of the page, and the window's title. */
  readonly locale: string;
  readonly title: string;
}

export async function draw(language: Language): Promise<Drawn> {
  await showLanguage(language);
  const start: StartView = {
    version: '',
    electron: '',
    electronShips: true,
    language,
    connections: [],
    notices: [],
    dataFolder: DATA_FOLDER_MARK,
    testAll: null,
  };
  return {
    file: drawnPage(language),
    html: renderToString(<Screens start={start} />),
    locale: localeOf(language),
    title: `${i18next.t('connections.title')} · ${i18next.t('common.appName')}`,
  };
}
