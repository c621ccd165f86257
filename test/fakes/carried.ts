import type { CarriedReport } from '@contract/carried';
import type { AnswerOf, ChannelName, RequestOf } from '@contract/channels';
import type { Connection } from '@contract/connection';
import type { Report } from '@contract/report';
import { ok, refuse } from '@contract/result';
import { systemFor } from '@systems/catalogue';
import { hideInner } from '../../electron/carried/inner-addresses';
import { renderDifference } from '../../electron/carried/render-difference';
import type { carriedHandlers } from '../../electron/ipc/carried-handlers';
import { serverRoomReport } from '../../electron/practice/server-room';
import { lineOf } from '../../electron/services/report-service';

type Channel = keyof ReturnType<typeof carriedHandlers> & ChannelName;
type Handlers = {
  readonly [Name in Channel]: (request: RequestOf<Name>) => Promise<AnswerOf<Name>> | AnswerOf<Name>;
};

interface Ports {
  readonly connection: (id: string) => Connection | undefined;
  /** Of this computer, newest first. */
  readonly reports: (id: string) => readonly Report[];
  /** Of other computers, kept from before. */
  readonly carried: () => readonly CarriedReport[];
  /** The text of the file that the user chooses; null: they cancel. */
  readonly chosen: () => string | null;
}

/** Main's channels for checks of other computers; how they differ is worded for real. */
export function fakeCarried({ connection, reports, carried, chosen }: Ports): Handlers & {
  readonly list: (id: string) => readonly CarriedReport[];
} {
  let offer: Report | null = null;
  let removed: readonly string[] = [];
  let added: readonly CarriedReport[] = [];
  const all = () => [...added, ...carried()].filter(({ report }) => !removed.includes(report.startedAt));
  const open = (text: string): AnswerOf<'open-carried'> => {
    offer = reportIn(text);
    if (offer === null) return ok({ kind: 'refused', problem: 'not-a-report' });
    const { startedAt, platform = null, app } = offer;
    const hasInnerAddresses = hideInner(offer, []).had;
    const token = '00000000-0000-4000-8000-00000000000a';
    return ok({ kind: 'read', offer: { token, startedAt, platform, app, leftOut: 0, hasInnerAddresses } });
  };
  return {
    list: all,
    'save-kit': () => ok({ savedTo: '/media/usb/check from another computer.zip' }),
    'choose-carried': () => {
      const text = chosen();
      return text === null ? ok({ kind: 'cancelled' }) : open(text);
    },
    'open-carried': ({ text }) => open(text),
    'keep-carried': ({ place, innerAddresses }) => {
      if (offer === null) return refuse({ code: 'bad-request' });
      const report = innerAddresses ? offer : hideInner(offer, []).report;
      added = [{ place, report, addedAt: new Date().toISOString() }, ...added];
      return ok({ startedAt: report.startedAt });
    },
    'practice-room': ({ id, room }) => {
      const [own] = reports(id);
      if (own === undefined) return refuse({ code: 'not-now' });
      const report = serverRoomReport(own, room, new Date());
      added = [{ place: 'practice server room', report, addedAt: report.startedAt }, ...added];
      return ok({ startedAt: report.startedAt });
    },
    'list-carried': () =>
      ok(
        all().map(({ place, report }) => ({
          ...lineOf(report),
          place,
          platform: report.platform ?? null,
          app: report.app,
        })),
      ),
    'remove-carried': ({ startedAt }) => {
      removed = [...removed, startedAt];
      return ok(null);
    },
    'compare-carried': ({ id, startedAt, language }) => {
      const about = connection(id);
      const there = all().find(({ report }) => report.startedAt === startedAt);
      const [here] = reports(id);
      if (about === undefined || there === undefined) return refuse({ code: 'not-found' });
      if (here === undefined) return ok(null);
      return ok(renderDifference(here, there, { system: systemFor(about), language, now: new Date() }));
    },
  };
}

function reportIn(text: string): Report | null {
  try {
    const json = JSON.parse(text) as Report;
    return Array.isArray(json.steps) ? json : null;
  } catch {
    return null;
  }
}
