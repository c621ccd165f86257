import type { Report } from '@contract/report';
import { ok, refuse } from '@contract/result';
import { describe, expect, it } from 'vitest';
import { type ReportFile, ReportService } from '../../../electron/services/report-service';
import { interceptedSteps, passedSteps, powerschoolValues, reportWith, step } from '../../fakes/reports';
import { powerschool } from '../../ui/saved';

const { id } = powerschool;
const connection = { ...powerschool, values: powerschoolValues };
const newest = reportWith(interceptedSteps, '2026-03-02T14:00:00.000Z');
const older = reportWith(passedSteps, '2026-03-01T14:00:00.000Z');

function handling(kept: readonly Report[] = [newest, older], refusesToWrite = false) {
  const copied: string[] = [];
  const files: ReportFile[] = [];
  const service = new ReportService({
    connections: { get: (asked) => (asked === id ? connection : undefined) },
    carried: { list: () => [] },
    reports: { list: () => kept },
    copyText: (text) => void copied.push(text),
    saveFile: async (file) => {
      files.push(file);
      return refusesToWrite ? refuse('not-saved') : ok(`/there/${file.name}`);
    },
  });
  return { service, copied, files };
}

type Asked = Parameters<ReportService['read']>;
const one: Asked = [id, newest.startedAt, 'en'];
const notThere = { ok: false, failure: 'not-found' };

describe('reports', () => {
  it('list the kept ones, and name the one that last worked', async () => {
    const { service } = handling();
    expect(await service.list(id)).toMatchObject({
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
    const { service } = handling([]);
    expect(await service.read(...one)).toEqual(notThere);
    service.remember(id, reportWith([step('connect', 'failed', 'cancelled')], newest.startedAt));
    expect(await service.read(...one)).toMatchObject({ ok: true });
  });

  it('refuse what is not there, and copy or save nothing then', async () => {
    const { service, copied, files } = handling();
    const other: Asked = [id, '2020-01-01T00:00:00.000Z', 'en'];
    const stranger: Asked = ['6f1c1e1a-0000-4000-8000-00000000000f', newest.startedAt, 'en'];
    for (const request of [other, stranger]) {
      expect(await service.read(...request)).toEqual(notThere);
      expect(await service.copy(...request)).toEqual(notThere);
      expect(await service.save(...request, 'json')).toEqual(notThere);
    }
    expect([...copied, ...files]).toEqual([]);
  });

  it('save the report itself as JSON, and a page of it', async () => {
    const { service, files } = handling();
    await service.save(...one, 'json');
    await service.save(...one, 'html');
    expect(JSON.parse(files[0]?.text ?? '')).toEqual(newest);
    expect(files[1]?.text).toMatch(/^<!doctype html>/);
    expect(files.map(({ name }) => name.slice(-5))).toEqual(['.json', '.html']);
  });

  it('say that a file was not written', async () => {
    const { service } = handling([newest], true);
    expect(await service.save(...one, 'html')).toEqual({
      ok: false,
      failure: 'not-saved',
    });
  });
});
