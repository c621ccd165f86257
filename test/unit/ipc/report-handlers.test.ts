import type { Report } from '@contract/report';
import { ok, refuse } from '@contract/result';
import { describe, expect, it } from 'vitest';
import { type ReportFile, reportHandlers } from '../../../electron/ipc/report-handlers';
import { interceptedSteps, passedSteps, powerschoolValues, reportWith, step } from '../../fakes/reports';
import { powerschool } from '../../ui/saved';

const { id } = powerschool;
const connection = { ...powerschool, values: powerschoolValues };
const newest = reportWith(interceptedSteps, '2026-03-02T14:00:00.000Z');
const older = reportWith(passedSteps, '2026-03-01T14:00:00.000Z');

function handling(kept: readonly Report[] = [newest, older], refusesToWrite = false) {
  const copied: string[] = [];
  const files: ReportFile[] = [];
  const { handlers, remember } = reportHandlers({
    connections: { get: (asked) => (asked === id ? connection : undefined) },
    reports: { list: () => kept },
    copyText: (text) => void copied.push(text),
    saveFile: async (file) => {
      files.push(file);
      return refusesToWrite ? refuse('not-saved') : ok(`/there/${file.name}`);
    },
  });
  return { handlers, remember, copied, files };
}

const one = { id, startedAt: newest.startedAt, language: 'en' } as const;
const notThere = { ok: false, failure: { code: 'not-found' } };

describe('the channels of reports', () => {
  it('list the kept ones, and name the one that last worked', async () => {
    const { handlers } = handling();
    expect(await handlers['list-reports']({ id })).toMatchObject({
      ok: true,
      value: {
        reports: [
          { outcome: 'failed', code: 'tls-intercepted' },
          { outcome: 'passed', proved: true },
        ],
        lastWorked: older.startedAt,
      },
    });
  });

  it('tell of a run that was not kept, such as a cancelled one', async () => {
    const { handlers, remember } = handling([]);
    expect(await handlers['read-report'](one)).toEqual(notThere);
    remember(id, reportWith([step('connect', 'failed', 'cancelled')], newest.startedAt));
    expect(await handlers['read-report'](one)).toMatchObject({ ok: true });
  });

  it('refuse what is not there, and copy or save nothing then', async () => {
    const { handlers, copied, files } = handling();
    const other = { ...one, startedAt: '2020-01-01T00:00:00.000Z' };
    const stranger = { ...one, id: '6f1c1e1a-0000-4000-8000-00000000000f' };
    for (const request of [other, stranger]) {
      expect(await handlers['read-report'](request)).toEqual(notThere);
      expect(await handlers['copy-report'](request)).toEqual(notThere);
      expect(await handlers['save-report']({ ...request, kind: 'json' })).toEqual(notThere);
    }
    expect([...copied, ...files]).toEqual([]);
  });

  it('save the report itself as JSON, and a page of it', async () => {
    const { handlers, files } = handling();
    await handlers['save-report']({ ...one, kind: 'json' });
    await handlers['save-report']({ ...one, kind: 'html' });
    expect(JSON.parse(files[0]?.text ?? '')).toEqual(newest);
    expect(files[1]?.text).toMatch(/^<!doctype html>/);
    expect(files.map(({ name }) => name.slice(-5))).toEqual(['.json', '.html']);
  });

  it('say that a file was not written', async () => {
    const { handlers } = handling([newest], true);
    expect(await handlers['save-report']({ ...one, kind: 'html' })).toEqual({
      ok: false,
      failure: { code: 'not-saved' },
    });
  });
});
