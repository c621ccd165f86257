import { reportSchema } from '@contract/report';
import { serverRooms } from '@contract/server-room';
import { systems } from '@systems/catalogue';
import { planOf } from '@systems/plan-of';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { explainDifference } from '../../../electron/carried/differences';
import { readCarried } from '../../../electron/carried/read-report';
import { type PracticeServer, startPracticeServer } from '../../../electron/practice/practice-server';
import { serverRoomReport } from '../../../electron/practice/server-room';
import { aConnection } from '../../fakes/connections';
import { check } from '../../support/checked';
import { practised } from '../../support/practised';

/* The practice server room: each of its troubles is explained as what it is, for every system. */

let server: PracticeServer;
beforeAll(async () => {
  server = await startPracticeServer();
});
afterAll(() => server.stop());

const reasons = {
  'split-dns': ['other-addresses'],
  proxy: ['proxy'],
  inspected: ['inspected'],
  blocked: ['blocked'],
  // Without a question before the sign-in, a firewall before the service is all there is to see.
  'allow-list': ['refused-there', 'blocked'],
  clock: ['clock'],
} as const;

it.each(practised)('$name', async ({ id, values }) => {
  const system = systems[id];
  const all = { ...server.systems[id]?.values, ...values };
  const { report } = await check({
    plan: planOf(system, { values: all, practice: true }),
    url: server.origin,
    system,
    subject: { values: all, practice: true },
    options: { extraRoots: [server.ca], withoutSecrets: true },
  });
  const connection = aConnection({ system: id, values: all, practice: true });
  for (const room of serverRooms) {
    const now = new Date(Date.parse(report.startedAt) + 60_000);
    const there = serverRoomReport(report, room, now);
    expect(reportSchema.safeParse(there).success).toBe(true);
    expect(reasons[room], room).toContain(explainDifference(report, there, now).reason);
    // It is a report as any other: saved to a file, it can be opened.
    expect(readCarried(JSON.stringify(there), connection), room).toMatchObject({
      ok: true,
      value: { leftOut: 0 },
    });
  }
});
