import { parseAddress } from '@contract/address';
import type { System } from '../system';
import type { LabelledValue } from './labelled-value';
import { commandEnd } from './shell';

/*
 * Where a pasted request goes: a command, a call in a program, a request line. Credentials belong to the server they
 * were sent to, so its address is read together with them.
 */

/** The system's fields that a request can fill in. */
export interface RequestFields {
  readonly clientId: string | null;
  readonly clientSecret: string | null;
  readonly token: string | null;
  readonly tokenUrl: string | null;
  /** The field with the address that requests begin with. */
  readonly base: string | null;
  /** The field values in the URL of one of the system's own requests; null for any other URL. */
  readonly ofRequest: (address: string) => Readonly<Record<string, string>> | null;
}

export function requestFieldsOf(system: System): RequestFields {
  const text = system.fields.filter(({ kind }) => kind === 'text');
  const identifier = text.find(({ secret }) => !secret)?.id ?? null;
  const secret = text.find((field) => field.secret)?.id ?? null;
  const isToken = secret !== null && (system.replyLabels[secret] ?? []).includes('bearer token');
  return {
    clientId: isToken ? null : identifier,
    clientSecret: isToken ? null : secret,
    token: isToken ? secret : null,
    tokenUrl: system.fields.find(({ id }) => id === 'tokenUrl')?.id ?? null,
    base: system.fields.find(({ id, beginningOnly }) => beginningOnly || id === 'apiUrl')?.id ?? null,
    ofRequest: (address) => system.ofRequest?.(address) ?? null,
  };
}

interface RequestAddresses {
  readonly values: readonly LabelledValue[];
  /** Lines that contain nothing else. */
  readonly stretches: readonly (readonly [number, number])[];
}

const COMMAND =
  /(?<![\w/.$-])(?:curl(?:\.exe)?|wget|Invoke-(?:RestMethod|WebRequest)|irm|iwr|(?:https?|xh)[ \t]+(?:--?[\w-]{1,30}[ \t]+){0,6}(?:GET|POST))[ \t]+(?=\S)/gi;
const CALL =
  /(?<![\w$])(?:(?:requests|httpx|axios|session|client|http)\.(?:get|post|put|request)|fetch|axios)\s{0,3}\(\s{0,20}(?=["'`])/gi;
const REQUEST_LINE =
  /^[ \t>*]{0,20}(?:GET|POST|PUT)[ \t]{1,5}(https?:\/\/\S{3,2000}|\/\S{0,2000})(?:[ \t]{1,5}HTTP\/\d(?:\.\d)?)?[ \t]{0,5}\r?$/gim;
/** Quickly rules out most text. */
const MAY_ASK =
  /\b(?:curl|wget|Invoke-|irm|iwr|GET|POST|PUT|requests|httpx|axios|fetch)\b|\.(?:get|post|put)\b/;
const HEADER_LINE = /^[ \t>*]{0,20}([A-Za-z][\w-]{1,40}):[ \t]{0,5}(.{0,4000})$/;
const HOST = /^[\w.-]{1,255}(?::\d{1,5})?$/;
/** Options with an address that is not the request's. */
const OTHERS_ADDRESS =
  /(?:^|\s)(?:-x|--proxy|-Proxy|-e|--referer|--cacert|-Headers?|-H|--header|-d|--data(?:-\w+)?|--json|-F|--form(?:-string)?|--post-data|--body-data|-Body|-A|--user-agent|-u|--user|-b|--cookie)[ \t=]{1,3}(?:"[^"]{0,500}"|'[^']{0,500}'|@?\{[^}]{0,500}\}|\S{1,500})/g;
const ADDRESS = /https?:\/\/[^\s<>"'`|\\^{}()]{3,2000}/i;
const CARRIES =
  /authorization|bearer |client_?secret|access_?token|(?:^|\s)(?:-u|--user)(?:\s|=)|-Credential|\bauth\s?=|\$headers|headers=headers/i;
const FOR_TOKEN = /grant_type|client_credentials/i;
const TOKEN_PATH = /(?:^|[^a-z])token(?![a-z])/i;
/** OneRoster collections, the last part of a request's path. */
const COLLECTION =
  /\/(?:orgs|schools|academicSessions|gradingPeriods|terms|courses|classes|users|students|teachers|enrollments|demographics)$/i;
/** Query parameters that belong to the request, not to the address. */
const OF_A_REQUEST =
  /^(?:grant_type|client_?id|client_?secret|consumer_?(?:id|key|secret)|scope|username|password|access_?token|token|limit|offset|sort|orderby|filter|fields|oauth_\w+)$/i;
const LONGEST_REQUEST = 4000;
const MOST_REQUESTS = 200;

export function requestAddressesIn(text: string, fields: RequestFields): RequestAddresses {
  const values: LabelledValue[] = [];
  const stretches: [number, number][] = [];
  if (!MAY_ASK.test(text)) return { values, stretches };
  let left = MOST_REQUESTS;
  const take = (whole: string, address: string, at: number) => {
    left -= 1;
    values.push(
      ...valuesOfAddress(address, at, fields, {
        forToken: FOR_TOKEN.test(whole),
        carries: CARRIES.test(whole),
      }),
    );
  };
  const inside = (start: number, end: number) => {
    const whole = text.slice(start, end);
    const address = ADDRESS.exec(whole.replaceAll(OTHERS_ADDRESS, ' '))?.[0];
    if (address !== undefined) take(whole, address, start + Math.max(0, whole.indexOf(address)));
  };
  let from = 0;
  for (const match of text.matchAll(COMMAND)) {
    if (match.index < from || left <= 0) continue;
    from = Math.min(commandEnd(text, match.index), match.index + LONGEST_REQUEST);
    inside(match.index, from);
  }
  for (const match of text.matchAll(CALL)) {
    if (match.index < from || left <= 0) continue;
    const start = match.index + match[0].length;
    const address = ADDRESS.exec(text.slice(start + 1, start + 2100));
    if (address?.index !== 0) continue;
    from = callEnd(text, start);
    take(text.slice(match.index, from), address[0], start + 1);
  }
  for (const match of text.matchAll(REQUEST_LINE)) {
    if (left <= 0) break;
    const head = headersBelow(text, match.index + match[0].length);
    const asked = match[1] ?? '';
    const address = asked.startsWith('/')
      ? head.host === null
        ? null
        : `https://${head.host}${asked}`
      : asked;
    if (address === null) continue;
    const before = values.length;
    take(text.slice(match.index, head.end), address, match.index);
    // The host is part of the address, not an address of its own.
    if (values.length > before && head.hostLine !== null) stretches.push(head.hostLine);
  }
  return { values, stretches };
}

/** Roughly where the brackets of a call close: far enough to see what it sends. */
function callEnd(text: string, start: number): number {
  const end = Math.min(text.length, start + LONGEST_REQUEST);
  let open = 1;
  for (let at = start; at < end; at += 1) {
    const character = text.charAt(at);
    if (character === '(') open += 1;
    else if (character === ')') {
      open -= 1;
      if (open === 0) return at + 1;
    }
  }
  return end;
}

interface Headers {
  readonly host: string | null;
  readonly hostLine: [number, number] | null;
  /** The end of the headers and of the body's first line. */
  readonly end: number;
}

function headersBelow(text: string, start: number): Headers {
  let [at, host, hostLine]: [number, string | null, [number, number] | null] = [start, null, null];
  for (let lines = 0; lines < 40; lines += 1) {
    const begin = text.indexOf('\n', at) + 1;
    if (begin === 0) break;
    const stop = text.indexOf('\n', begin);
    const end = stop < 0 ? text.length : stop;
    const line = text.slice(begin, Math.min(end, begin + 4100)).replace(/\r$/, '');
    const header = HEADER_LINE.exec(line);
    if (header === null) {
      const body = /^[ \t>]*$/.test(line) ? text.slice(end, end + 300) : line;
      return { host, hostLine, end: FOR_TOKEN.test(body) ? Math.min(text.length, end + 300) : begin };
    }
    if (/^host$/i.test(header[1] ?? '') && HOST.test((header[2] ?? '').trim())) {
      host = (header[2] ?? '').trim();
      hostLine = [begin, end];
    }
    at = end;
    if (stop < 0) break;
  }
  return { host, hostLine, end: at };
}

interface Purpose {
  readonly forToken: boolean;
  readonly carries: boolean;
}

/** The field values in the address of a request. */
export function valuesOfAddress(
  address: string,
  at: number,
  fields: RequestFields,
  { forToken, carries }: Purpose,
): readonly LabelledValue[] {
  const asked = withoutRequest(address.replace(/[.,;]+$/, ''));
  const url = asked === null ? null : parseAddress(asked);
  if (asked === null || url === null || url.username !== '' || url.password !== '') return [];
  const one = { label: 'URL', heading: '', at };
  const sure = { exact: true, derived: 'sure' } as const;
  const path = url.pathname.replace(/\/+$/, '');
  if ((forToken || TOKEN_PATH.test(path)) && fields.tokenUrl !== null)
    return [{ ...one, field: fields.tokenUrl, value: asked, context: sure }];
  const own = fields.ofRequest(asked);
  if (own !== null)
    return Object.entries(own).map(([field, value]) => ({ ...one, field, value, context: sure }));
  if (fields.base === null || !carries) return [];
  // For an unknown path, only the user can say how much of it belongs to the server's address.
  const above = path.replace(COLLECTION, '');
  const base = { ...one, field: fields.base };
  return [
    { ...base, value: url.origin, context: { exact: true, derived: 'server' } },
    ...(above === ''
      ? []
      : [{ ...base, value: url.origin + above, context: { exact: true, derived: 'path' } as const }]),
  ];
}

/** The address without the request's own query parameters; null if it contains a placeholder. */
function withoutRequest(address: string): string | null {
  if (/[{}<>$]|%(?:7b|3c)/i.test(address)) return null;
  const [whole = ''] = address.split('#', 1);
  const mark = whole.indexOf('?');
  if (mark < 0) return whole;
  const kept = whole
    .slice(mark + 1)
    .split(/&(?:amp;)?/)
    .filter((part) => part !== '' && !OF_A_REQUEST.test(part.split('=', 1)[0] ?? ''));
  return whole.slice(0, mark) + (kept.length === 0 ? '' : `?${kept.join('&')}`);
}

/** The same server, and one path is the beginning of the other, so the labelled address is the better one. */
export function isSameRequest(labelled: string, derived: string, isGuess: boolean): boolean {
  const [one, other] = [labelled, derived].map((text) =>
    parseAddress(/^https?:/i.test(text) ? text : `https://${text}`),
  );
  if (one === null || one === undefined || other === null || other === undefined) return false;
  if (one.host !== other.host) return false;
  const [first, second] = [one, other].map(({ pathname }) =>
    `${pathname.replace(/\/+$/, '')}/`.toLowerCase(),
  );
  return isGuess || (first ?? '').startsWith(second ?? '') || (second ?? '').startsWith(first ?? '');
}
