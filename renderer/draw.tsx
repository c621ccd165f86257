import type { Language, StartView } from '@contract/channels';
import { systemIds, wizardSteps } from '@contract/connection';
import { environments } from '@contract/connection-kinds';
import { localeOf } from '@contract/dates';
import {
  type DrawnScreen,
  drawnPage,
  drawnScreens,
  gap,
  type ListPieces,
  type PageGap,
  piecesFile,
  type RowGap,
  SEARCHED_FROM,
  TESTED_TOGETHER_FROM,
} from '@contract/drawn-page';
import { findingCodes } from '@contract/findings';
import { type RowKey, rowKeys, rowStatuses } from '@contract/list-row';
import { systemById } from '@systems/catalogue';
import { findingWords } from '@systems/finding-words';
import i18next from 'i18next';
import { renderToString } from 'react-dom/server';
import { EnvironmentTag } from './components/environment-tag';
import { StatusIcon } from './components/status-icon';
import { PlaceOfOthers } from './connections/connection-rows';
import { PracticeTag } from './connections/practice-tag';
import { Due, RowCard } from './connections/row-card';
import { fetchFoundList } from './connections/searched';
import { showLanguage } from './i18n/i18n';
import { fetchFindingTexts } from './report/finding-texts';
import { Screens } from './screens';
import { stepLabel } from './wizard/step-label';

/* Run by the build alone: draws the first screen as the window will show it, with gaps for what only main knows. */

export interface Drawn {
  /** The names that main looks for. */
  readonly pages: readonly { readonly file: string; readonly html: string }[];
  readonly pieces: { readonly file: string; readonly value: ListPieces };
  /** The locale of the pages, and the window's title. */
  readonly locale: string;
  readonly title: string;
}

export async function draw(language: Language): Promise<Drawn> {
  await showLanguage(language);
  await fetchFoundList();
  await fetchFindingTexts();
  return {
    pages: drawnScreens.map((screen) => ({
      file: drawnPage(screen, language),
      html: withRowsGap(renderToString(<Screens start={startWith(countOf[screen], language)} />)),
    })),
    pieces: { file: piecesFile(language), value: piecesIn(language) },
    locale: localeOf(language),
    title: `${i18next.t('connections.title')} · ${i18next.t('common.appName')}`,
  };
}

const countOf: Readonly<Record<DrawnScreen, number>> = {
  first: 0,
  one: 1,
  few: TESTED_TOGETHER_FROM,
  many: SEARCHED_FROM,
};

const pageGap = (name: PageGap): string => gap(name);
const rowGap = (name: RowGap): string => gap(name);

function startWith(count: number, language: Language): StartView {
  const setup = { step: 'choose', registrationSentOn: null, finishedAt: null } as const;
  return {
    version: '',
    electron: '',
    electronShips: true,
    language,
    connections: Array.from({ length: count }, (_, at) => ({
      id: String(at),
      system: 'onsis',
      name: '',
      environment: 'production',
      practice: false,
      setup,
      lastCheck: null,
      updatedAt: '',
    })),
    notices: [],
    dataFolder: pageGap('folder'),
    testAll: null,
    isDrawn: true,
  };
}

/** The rows are cut out of the list. */
const withRowsGap = (html: string): string =>
  html.replace(
    /(<ul class="cards">).*(<\/ul>)/s,
    (_, begin: string, end: string) => `${begin}${pageGap('rows')}${end}`,
  );

/** What a row is put together from, each piece as its component draws it. */
function piecesIn(language: Language): ListPieces {
  const t = i18next.t;
  const environment = renderToString(<EnvironmentTag environment="production" />);
  const icon = renderToString(<StatusIcon status="passed" />);
  const practice = renderToString(<PracticeTag />);
  const due = renderToString(<Due line={gap('line')} />);
  const row = renderToString(
    <RowCard
      status="passed"
      name={rowGap('name')}
      environment="production"
      practice
      situation={rowGap('situation')}
      due={gap('line')}
      buttons={[
        { does: 'test', label: rowGap('label0'), fullName: rowGap('fullName0') },
        { does: 'open', label: rowGap('label1'), fullName: rowGap('fullName1') },
      ]}
      onAction={() => undefined}
    />,
  );
  const titleOf = (code: (typeof findingCodes)[number], system: (typeof systemIds)[number]) =>
    findingWords({ code, subject: null, facts: {} }, systemById(system), language).title;
  const titles = Object.fromEntries(findingCodes.map((code) => [code, titleOf(code, 'oneroster')]));
  const ofSystems = <Value,>(value: (system: (typeof systemIds)[number]) => Value) =>
    Object.fromEntries(systemIds.map((system) => [system, value(system)])) as Record<
      (typeof systemIds)[number],
      Value
    >;
  return {
    row: withGap(
      withGap(
        withGap(withGap(withoutIds(row), icon, 'icon'), environment, 'environment'),
        practice,
        'practice',
      ),
      due,
      'due',
    ),
    icons: Object.fromEntries(
      rowStatuses.map((status) => [status, renderToString(<StatusIcon status={status} />)]),
    ) as ListPieces['icons'],
    environments: Object.fromEntries(
      environments.map((each) => [each, renderToString(<EnvironmentTag environment={each} />)]),
    ) as ListPieces['environments'],
    practice,
    due,
    others: renderToString(<PlaceOfOthers height={gap('height')} />),
    words: Object.fromEntries(
      rowKeys.map((key) => [key, i18next.getResource(language, 'translation', key)]),
    ) as Record<RowKey, string>,
    titles,
    ownTitles: ofSystems((system) =>
      Object.fromEntries(
        findingCodes.flatMap((code) => {
          const own = titleOf(code, system);
          return own === titles[code] ? [] : [[code, own]];
        }),
      ),
    ),
    steps: ofSystems((system) =>
      Object.fromEntries(wizardSteps.map((step) => [step, stepLabel(t, step, systemById(system))])),
    ) as ListPieces['steps'],
    unproved: Object.fromEntries(
      systemIds.flatMap((system) => {
        const row = systemById(system)?.texts[language].unproved?.row;
        return row === undefined ? [] : [[system, row]];
      }),
    ),
  };
}

/** React makes ids by the place in the list, which differs from row to row; nothing refers to those of a row. */
const withoutIds = (html: string): string => html.replaceAll(/ id="[^"]*"/g, '');

function withGap(html: string, piece: string, name: RowGap): string {
  if (html.split(piece).length !== 2) throw new Error(`A row has no one place for its ${name}`);
  return html.replace(piece, () => rowGap(name));
}

/** The whole first screen, as the window's script draws it when nothing stands there yet. */
export const drawWhole = (start: StartView): string => renderToString(<Screens start={start} />);
