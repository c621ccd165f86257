import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ConnectionSummary, StartView } from '@contract/channels';
import { type LastCheck, systemIds, wizardSteps } from '@contract/connection';
import { FIRST_ROWS, screenOf } from '@contract/drawn-page';
import { findingCodes, stepIds } from '@contract/findings';
import { type Language, languages } from '@contract/languages';
import { noneInForce, policiesView } from '@contract/policies';
import type { Reminder } from '@contract/reminder';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { summaryOf } from '../../../electron/connections/summary';
import { drawnFirstPage, plainPage } from '../../../electron/first-paint/first-page';
import { openingOf } from '../../../electron/first-paint/opening';
import { draw, drawWhole } from '../../../renderer/first-paint/draw';
import { showLanguage } from '../../../renderer/i18n/i18n';
import { aConnection } from '../../fakes/connections';

const at = '2026-01-05T14:05:00.000Z';
const finished = { step: 'finish', registrationSentOn: null, finishedAt: at } as const;

/** What the build writes (scripts/build.mjs), with the pages reduced to their content. */
async function layDown(folder: string): Promise<void> {
  writeFileSync(join(folder, 'index.html'), 'plain');
  for (const language of languages) {
    const { pages, pieces } = await draw(language);
    for (const { file, html } of pages) writeFileSync(join(folder, file), html);
    writeFileSync(join(folder, pieces.file), JSON.stringify(pieces.value));
  }
}

function startWith(connections: readonly ConnectionSummary[], language: Language): StartView {
  return {
    version: '1.0.0',
    electron: '45.0.0',
    electronShips: true,
    policies: policiesView(noneInForce),
    language,
    region: null,
    connections,
    notices: [],
    dataFolder: '/home/x',
    testAll: null,
    isDrawn: true,
  };
}

const summary = (change: Parameters<typeof aConnection>[0], reminder: Reminder | null = null) =>
  summaryOf(aConnection(change), reminder);

/** Rows in every state, for every system and every finding. */
function everyRow(): readonly ConnectionSummary[] {
  const check = (change: Partial<LastCheck>): LastCheck => ({
    at,
    outcome: 'passed',
    proved: true,
    step: null,
    code: null,
    ...change,
  });
  const failed = check({ outcome: 'failed', proved: false, step: 'sign-in', code: 'credentials-rejected' });
  const unfinished = { step: 'enter', registrationSentOn: null, finishedAt: null } as const;
  return [
    ...systemIds.flatMap((system) => [
      ...wizardSteps.flatMap((step) =>
        [null, '2026-01-02', '2025-05-01'].map((registrationSentOn) =>
          summary({ system, setup: { step, registrationSentOn, finishedAt: null } }),
        ),
      ),
      summary({ system, setup: finished }),
      summary({ system, setup: finished, lastCheck: check({}) }),
      summary({ system, setup: finished, lastCheck: check({ proved: false }) }),
      summary({ system, setup: unfinished, lastCheck: failed }),
      ...findingCodes.flatMap((code) => [
        summary({ system, setup: finished, lastCheck: { ...failed, code } }),
        summary({ system, setup: finished, lastCheck: check({ outcome: 'warning', step: 'clock', code }) }),
      ]),
    ]),
    ...stepIds.map((step) => summary({ setup: finished, lastCheck: { ...failed, step } })),
    ...['2026-01-05T05:01:00.000Z', '2026-01-04T20:00:00.000Z', '2025-08-01T09:00:00.000Z'].map((when) =>
      summary({ setup: finished, lastCheck: check({ at: when }) }),
    ),
    ...['of-a-newer-version', 'constructor', '__proto__'].flatMap((unknown) => [
      summary({ setup: finished, lastCheck: { ...failed, code: unknown } }),
      summary({ setup: finished, lastCheck: { ...failed, step: unknown } }),
    ]),
    summary({ environment: 'production', practice: true }),
    summary({ name: `<img src=x onerror="y">&'$& {{when}} \u{E000}rows\u{E001}` }),
    ...(
      [
        { kind: 'key-ends', on: '2026-02-01' },
        { kind: 'key-ended', on: '2025-12-01' },
        { kind: 'certificate-ends', on: '2026-02-01T00:00:00.000Z' },
        { kind: 'certificate-ended', on: '2025-12-01T00:00:00.000Z' },
        { kind: 'secret-old', since: '2024-12-01T00:00:00.000Z' },
        { kind: 'replacing' },
      ] as const
    ).map((reminder) => summary({ setup: finished }, reminder)),
  ];
}

/** React numbers the rows' buttons, and nothing refers to the numbers. */
const withoutRowIds = (html: string): string =>
  html.replaceAll(/<li [^>]*aria-posinset=.*?<\/li>/gs, (row) => row.replaceAll(/ id="[^"]*"/g, ''));

describe('the first page', () => {
  let folder = '';
  beforeAll(async () => {
    vi.useFakeTimers({ now: new Date('2026-01-05T18:00:00.000Z'), toFake: ['Date'] });
    folder = mkdtempSync(join(tmpdir(), 'wizard-'));
    await layDown(folder);
    return () => {
      vi.useRealTimers();
      rmSync(folder, { recursive: true });
    };
  });

  async function compare(start: StartView): Promise<void> {
    await showLanguage(start.language);
    const opening = openingOf(start);
    if (opening === null) throw new Error('There is more to show');
    expect(String(drawnFirstPage(folder, opening))).toBe(withoutRowIds(drawWhole(start)));
  }

  it.each(languages)('says of every row what the window says (%s)', async (language) => {
    const rows = everyRow();
    expect(rows.length).toBeGreaterThan(900);
    for (let from = 0; from < rows.length; from += FIRST_ROWS) {
      await compare(startWith(rows.slice(from, from + FIRST_ROWS), language));
    }
  });

  it.each([0, 1, 2, 7, 8, FIRST_ROWS, FIRST_ROWS + 1, 1_000])(
    'is as the window draws %i connections',
    async (count) => {
      const connections = Array.from({ length: count }, (_, index) => summary({ name: `Board ${index}` }));
      await compare(startWith(connections, 'en'));
      expect(screenOf(count)).toBe(count === 0 ? 'first' : count === 1 ? 'one' : count < 8 ? 'few' : 'many');
    },
  );

  it.each(['of-a-newer-version', 'constructor', '__proto__'])(
    'makes no words of a step called %s',
    (step) => {
      const lastCheck = { at, outcome: 'failed', proved: false, step, code: 'credentials-rejected' } as const;
      const opening = openingOf(
        startWith([summary({ system: 'powerschool', setup: finished, lastCheck })], 'en'),
      );
      if (opening === null) throw new Error('There is more to show');
      expect(String(drawnFirstPage(folder, opening))).toContain('<p>Not proved yet · tested ');
    },
  );

  it('takes a folder’s name for text, whatever stands in it', async () => {
    const dataFolder = `/tmp/<img src=x onerror="y">&'$&`;
    await compare({ ...startWith([], 'en'), dataFolder });
  });

  it('is not drawn when there is more to tell than the list', () => {
    const start = startWith([], 'en');
    expect(
      openingOf({ ...start, notices: [{ kind: 'damaged', file: 'reports', copiedTo: '/x' }] }),
    ).toBeNull();
    expect(openingOf({ ...start, testAll: { id: 'x', rows: [], ended: null } as never })).toBeNull();
  });

  it.each([
    { setup: null },
    { setup: { ...finished, step: 'toString', finishedAt: null } },
    { setup: finished, lastCheck: { at: 'soon' } },
    { reminder: { kind: 'unheard-of', on: '2026-01-01' } },
  ])('throws on values that no store has written: %j', (change) => {
    const row = { ...summary({ setup: finished }), ...change } as ConnectionSummary;
    const opening = { language: 'en', dataFolder: '/x', count: 1, rows: [row] } as const;
    expect(() => drawnFirstPage(folder, opening)).toThrow();
  });

  it('is plain where nothing can be told in advance', () => {
    expect(String(plainPage(folder))).toBe('plain');
  });
});
