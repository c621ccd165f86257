import {
  json,
  type PracticeAnswer,
  type PracticeRequest,
  type Renewal,
  type RequestKind,
} from './practice-part';

/* The roster all practice OneRoster services return: one district, two schools, no personal data. */

/** The forms of refusal servers use (docs/vendors/oneroster.md#refusals). */
const errorShapes = ['flat', 'wrapped', 'information-model', 'array', 'status-set', 'framework'] as const;
export type ErrorShape = (typeof errorShapes)[number];

export interface RosterSwitches extends Renewal {
  /** Endpoints that answer with 403. */
  forbidden: string[];
  emptyLists: boolean;
  /** Without it, clients have to page until a list is empty. */
  totalCount: boolean;
  link: 'absolute' | 'relative' | 'none';
  errorShape: ErrorShape;
}

export const rosterSwitches = (): RosterSwitches => ({
  renewed: false,
  forbidden: [],
  emptyLists: false,
  totalCount: true,
  link: 'absolute',
  errorShape: 'flat',
});

const CHANGED = { status: 'active', dateLastModified: '2026-01-05T08:00:00.000Z' } as const;
const district = {
  sourcedId: '1',
  ...CHANGED,
  name: 'Practice District',
  type: 'district',
  identifier: '001',
};
const schools = ['Practice Elementary', 'Practice Secondary'].map((name, at) => ({
  sourcedId: String(at + 2),
  ...CHANGED,
  name,
  type: 'school',
  identifier: `00${at + 2}`,
  // Aeries sends references that are not URLs (docs/vendors/aeries-oneroster.md#references).
  parent: { href: '~/ims/oneroster/v1p1/orgs/1', sourcedId: '1', type: 'org' },
}));
const session = (sourcedId: string, title: string, type: string) => ({
  sourcedId,
  ...CHANGED,
  title,
  type,
  startDate: '2026-09-01',
  endDate: '2027-06-30',
  schoolYear: '2027',
});

/** The list used for faults of a single list. It is neither the proof nor the first list of any check. */
const ONE_LIST = 'courses';

/**
 * @param request a request below the service's path
 * @param kind the kind of all such requests in this check
 */
export const rosterRequestKinds = ({ path }: PracticeRequest, kind: RequestKind): readonly RequestKind[] =>
  path.endsWith(`/${ONE_LIST}`) ? [kind, 'one-list'] : [kind];

/** Path of the collection → the key of its list, and the list. */
type Collections = Readonly<Record<string, readonly [key: string, list: readonly object[]]>>;
const roster: Collections = {
  orgs: ['orgs', [district, ...schools]],
  schools: ['orgs', schools],
  academicSessions: ['academicSessions', [session('10', '2026-2027', 'schoolYear')]],
  gradingPeriods: ['academicSessions', [session('11', 'Term 1', 'gradingPeriod')]],
  courses: ['courses', [{ sourcedId: '20', ...CHANGED, title: 'Mathematics 9', courseCode: 'MTH9' }]],
  classes: ['classes', [{ sourcedId: '30', ...CHANGED, title: 'Mathematics 9-1', classType: 'scheduled' }]],
};

/**
 * Answers an authenticated GET below the service's path. Collections with personal data do not exist here, so a check
 * that requested one would notice.
 *
 * @param path below the service, such as `/orgs`
 * @param address of the collection as the client reached it, for the `Link` header
 */
export function rosterAnswer(
  request: PracticeRequest,
  path: string,
  address: string,
  switches: RosterSwitches,
): PracticeAnswer {
  const name = path.replace(/^\//, '');
  const known = Object.hasOwn(roster, name) ? roster[name] : undefined;
  if (known === undefined) return refusal(404, 'unknownobject', switches.errorShape);
  if (request.method !== 'GET') return json(405, {}, 'inferred');
  if (switches.forbidden.includes(name)) return refusal(403, 'forbidden', switches.errorShape);
  const [key, all] = known;
  const list = switches.emptyLists ? [] : all;
  const limit = wholeNumber(request.query.get('limit'), 100);
  const offset = wholeNumber(request.query.get('offset'), 0);
  if (limit === null || limit < 1 || offset === null) return refusal(400, 'invaliddata', switches.errorShape);
  return json(200, { [key]: list.slice(offset, offset + limit) }, 'sourced', {
    ...(switches.totalCount ? { 'x-total-count': String(list.length) } : {}),
    ...linkHeader(address, limit, offset, list.length, switches.link),
  });
}

const wholeNumber = (text: string | null, fallback: number): number | null =>
  text === null ? fallback : /^\d{1,9}$/.test(text) ? Number(text) : null;

function linkHeader(
  address: string,
  limit: number,
  offset: number,
  total: number,
  form: RosterSwitches['link'],
): Record<string, string> {
  if (form === 'none') return {};
  const base = form === 'absolute' ? address : new URL(address).pathname;
  const to = (at: number, rel: string) => `<${base}?limit=${limit}&offset=${at}>; rel="${rel}"`;
  const last = Math.max(0, Math.floor((total - 1) / limit) * limit);
  const next = offset + limit < total ? [to(offset + limit, 'next')] : [];
  return { link: [...next, to(last, 'last'), to(0, 'first')].join(', ') };
}

/** A refusal in the chosen form. The member names are published; which server sends which form is not. */
export function refusal(
  status: number,
  codeMinor: string,
  shape: ErrorShape,
  headers: PracticeAnswer['headers'] = {},
): PracticeAnswer {
  return json(status, refusalBody(codeMinor, shape), 'inferred', headers);
}

/** For how long a server that takes no more requests asks to wait, in seconds; null: it does not say. */
export interface RateLimit {
  readonly retryAfter: number | null;
}

export const tooMany = ({ retryAfter }: RateLimit, shape: ErrorShape): PracticeAnswer =>
  refusal(429, 'server_busy', shape, retryAfter === null ? {} : { 'retry-after': String(retryAfter) });

function refusalBody(codeMinor: string, shape: ErrorShape): unknown {
  const description = 'practice server';
  const flat = {
    imsx_codeMajor: 'failure',
    imsx_severity: 'error',
    imsx_description: description,
    imsx_CodeMinor: {
      imsx_codeMinorField: [
        { imsx_codeMinorFieldName: 'TargetEndSystem', imsx_codeMinorFieldValue: codeMinor },
      ],
    },
  };
  const model = {
    CodeMajor: 'failure',
    Severity: 'error',
    CodeMinor: codeMinor === 'unauthorisedrequest' ? 'unauthorized' : codeMinor,
    Description: description,
  };
  switch (shape) {
    case 'flat':
      return flat;
    case 'wrapped':
      return { imsx_StatusInfo: flat };
    case 'information-model':
      return model;
    case 'array':
      return [model];
    case 'status-set':
      return { statusInfoSet: [model] };
    case 'framework':
      return { Message: description };
  }
}
