import type { StartView } from '@contract/channels';
import { type SystemId, systemIds, wizardSteps } from '@contract/connection';
import { environments } from '@contract/connection-kinds';
import {
  type DrawnScreen,
  drawnPage,
  drawnScreens,
  gap,
  type ListPieces,
  type PageGap,
  piecesFile,
  positionInList,
  type RowGap,
  SEARCHED_FROM,
  TESTED_TOGETHER_FROM,
} from '@contract/drawn-page';
import { type FindingCode, findingCodes } from '@contract/findings';
import { type Language, languages, localeOf } from '@contract/languages';
import { rowKeys, rowStatuses } from '@contract/list-row';
import { noneInForce, policiesView } from '@contract/policies';
import { systemById } from '@systems/catalogue';
import { findingWords } from '@systems/finding-words';
import i18next from 'i18next';
import { renderToString } from 'react-dom/server';
import { EnvironmentTag } from '../components/environment-tag';
import { StatusIcon } from '../components/status-icon';
import { PlaceOfOthers } from '../connections/growing-rows';
import rowStyles from '../connections/growing-rows.module.css';
import { PracticeTag } from '../connections/practice-tag';
import { Due, RowCard } from '../connections/row-card';
import { fetchFoundList } from '../connections/searched';
import { showLanguage } from '../i18n/i18n';
import { fetchFindingTexts } from '../report/finding-texts';
import { Screens } from '../screens';
import { stepLabel } from '../wizard/step-label';

/* Run only by the build: renders the first screen as the window will show it, with gaps for what only main knows. */

export interface Drawn {
  /** File names, as main looks them up. */
  readonly pages: readonly { readonly file: string; readonly html: string; readonly title: string }[];
  readonly pieces: { readonly file: string; readonly value: ListPieces };
  /** The pages' locale. */
  readonly locale: string;
}

export async function draw(language: Language): Promise<Drawn> {
  await showLanguage(language);
  await fetchFoundList();
  await fetchFindingTexts();
  return {
    pages: drawnScreens.map((screen) => ({
      file: drawnPage(screen, language),
      html: withRowsGap(renderToString(<Screens start={startWith(countOf[screen], language)} />)),
      // As `Home` titles the window.
      title: `${i18next.t(countOf[screen] === 0 ? 'connections.first.title' : 'connections.title')} · ${i18next.t('common.appName')}`,
    })),
    pieces: { file: piecesFile(language), value: piecesIn(language) },
    locale: localeOf(language),
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
    policies: policiesView(noneInForce),
    language,
    region: null,
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

/** Replaces the rows with a gap. */
const withRowsGap = (html: string): string =>
  html.replace(
    new RegExp(`(<ul class="${rowStyles.rows}">).*(</ul>)`, 's'),
    (_, begin: string, end: string) => `${begin}${pageGap('rows')}${end}`,
  );

/** The pieces that main assembles rows from, each as its component renders it. */
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
      position={1}
      size={2}
      onAction={() => undefined}
    />,
  );
  const titleOf = (code: FindingCode, system: SystemId): string =>
    findingWords({ code, subject: null, facts: {} }, systemById(system), language).title;
  const titles = by(findingCodes, (code) => titleOf(code, 'oneroster'));
  const isOwnTitle = (system: SystemId) => (code: FindingCode) => titleOf(code, system) !== titles[code];
  return {
    row: withGaps(withoutIds(row), { position: positionInList(1, 2), icon, environment, practice, due }),
    icons: by(rowStatuses, (status) => renderToString(<StatusIcon status={status} />)),
    environments: by(environments, (each) => renderToString(<EnvironmentTag environment={each} />)),
    practice,
    due,
    others: renderToString(<PlaceOfOthers height={gap('height')} />),
    words: by(rowKeys, (key) => i18next.getResource(language, 'translation', key)),
    titles,
    ownTitles: by(systemIds, (system) =>
      by(findingCodes.filter(isOwnTitle(system)), (code) => titleOf(code, system)),
    ),
    steps: by(systemIds, (system) => by(wizardSteps, (step) => stepLabel(t, step, systemById(system)))),
    unproved: by(
      systemIds.filter((system) => unprovedRow(system, language) !== undefined),
      (system) => unprovedRow(system, language) ?? '',
    ),
  };
}

const unprovedRow = (system: SystemId, language: Language): string | undefined =>
  systemById(system)?.texts[language].unproved?.row;

const by = <Id extends string, Value>(
  ids: readonly Id[],
  value: (id: Id) => Value,
): Readonly<Record<Id, Value>> => Object.fromEntries(ids.map((id) => [id, value(id)])) as Record<Id, Value>;

/** React derives ids from the position in the tree, so they differ from row to row. Nothing refers to a row's ids. */
const withoutIds = (html: string): string => html.replaceAll(/ id="[^"]*"/g, '');

function withGaps(html: string, pieces: Readonly<Partial<Record<RowGap, string>>>): string {
  return Object.entries(pieces).reduce((rest, [name, piece]) => {
    if (rest.split(piece).length !== 2) throw new Error(`A row has no one place for its ${name}`);
    return rest.replace(piece, () => gap(name));
  }, html);
}

/** Pages are rendered for each of these. */
export { languages };

/** The whole first screen, as the script renders it into an empty page. */
export const drawWhole = (start: StartView): string => renderToString(<Screens start={start} />);
