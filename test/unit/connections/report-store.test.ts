import { randomUUID } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Report } from '@contract/report';
import { describe, expect, it } from 'vitest';
import { KEPT_REPORTS, ReportStore } from '../../../electron/connections/report-store';
import { allFiles, temporaryFolder } from '../../support/temporary-folder';

const now = () => new Date('2026-01-05T08:00:00.000Z');
const report = (durationMs: number): Report => ({
  version: 1,
  app: '1.0.0',
  connection: { id: null, system: 'onsis', name: 'Board', environment: 'test' },
  startedAt: '2026-01-05T08:00:00.000Z',
  durationMs,
  outcome: 'passed',
  steps: [
    { id: 'clock', subject: null, outcome: 'passed', code: 'ok', durationMs: 1, facts: { offBySeconds: 0 } },
  ],
});

describe('reports', () => {
  it('the newest come first, after a restart too, each connection apart', () => {
    const folder = temporaryFolder();
    const [one, other] = [randomUUID(), randomUUID()];
    const store = new ReportStore({ folder, now });
    expect([store.list(one), store.newest(one), readdirSync(folder)]).toEqual([[], null, []]);
    for (const duration of [1, 2, 3]) expect(store.add(one, report(duration)).ok).toBe(true);
    store.add(other, report(9));
    const again = new ReportStore({ folder, now });
    expect(again.list(one).map(({ durationMs }) => durationMs)).toEqual([3, 2, 1]);
    expect(again.newest(other)).toEqual(report(9));
  });

  it(`no more than ${KEPT_REPORTS} are kept`, () => {
    const store = new ReportStore({ folder: temporaryFolder(), now });
    const id = randomUUID();
    for (let count = 1; count <= KEPT_REPORTS + 2; count += 1) store.add(id, report(count));
    expect(store.list(id).map(({ durationMs }) => durationMs)).toEqual(
      Array.from({ length: KEPT_REPORTS }, (_, index) => KEPT_REPORTS + 2 - index),
    );
  });

  it('those of a forgotten connection are gone', () => {
    const folder = temporaryFolder();
    const store = new ReportStore({ folder, now });
    const id = randomUUID();
    store.add(id, report(1));
    store.forget(id);
    expect([store.list(id), [...allFiles(folder).keys()]]).toEqual([[], []]);
  });

  it.each(['../connections', '..', 'a/b', '', `${randomUUID()}/../../x`])(
    'an id that is none (%j) reaches no file',
    (id) => {
      const folder = temporaryFolder();
      writeFileSync(join(folder, 'connections.json'), 'precious');
      const store = new ReportStore({ folder, now });
      expect([store.list(id), store.add(id, report(1))]).toEqual([[], { ok: false, failure: 'invalid' }]);
      store.forget(id);
      expect([...allFiles(folder).keys()]).toEqual(['connections.json']);
    },
  );

  it.each([
    ['', []],
    ['{"version":1,"repo', []],
    ['{"version":1,"reports":{}}', []],
    [`{"version":1,"reports":[${JSON.stringify(report(7))},{"version":1}]}`, [7]],
  ] as const)('a damaged file (%j) is set aside, told once it is read, and replaced', (text, kept) => {
    const folder = temporaryFolder();
    const id = randomUUID();
    mkdirSync(join(folder, 'reports'));
    writeFileSync(join(folder, 'reports', `${id}.json`), text);
    const store = new ReportStore({ folder, now });
    expect(store.notices).toEqual([]);
    expect(store.list(id).map(({ durationMs }) => durationMs)).toEqual(kept);
    const copiedTo = join(folder, 'reports', `${id}.damaged-2026-01-05T08-00-00-000Z.json`);
    expect(store.notices).toEqual([{ kind: 'damaged', file: 'reports', copiedTo }]);
    expect(readFileSync(copiedTo, 'utf8')).toBe(text);
    expect(store.add(id, report(8)).ok).toBe(true);
    const again = new ReportStore({ folder, now });
    expect(again.list(id).map(({ durationMs }) => durationMs)).toEqual([8, ...kept]);
    expect(again.notices).toEqual([]);
  });

  it('what is not a report is refused, and what cannot be written is not pretended', () => {
    const folder = temporaryFolder();
    const id = randomUUID();
    const openWriter = () => () => {
      throw new Error('ENOSPC');
    };
    const full = new ReportStore({ folder, now, openWriter });
    expect(full.add(id, report(1))).toEqual({ ok: false, failure: 'not-saved' });
    expect(full.list(id)).toEqual([]);
    const store = new ReportStore({ folder, now });
    expect(store.add(id, { ...report(1), durationMs: Number.NaN })).toEqual({
      ok: false,
      failure: 'invalid',
    });
  });
});
