import { isIP } from 'node:net';
import { parseAddress } from '@contract/address';
import { exchangeFacts, type FactName } from '@contract/finding-facts';
import { type FindingCode, findings, isFindingCode } from '@contract/findings';
import type { Fact, Facts } from '@contract/report';
import { codeMinors, oauth1Problems, oauthWords } from '../answers/error-words';
import { alerts } from '../http/failure';

/*
 * The facts of a report that somebody else's computer wrote. Each fact has a shape of its own, and whatever else a file
 * says is left out: a sentence, an address to call or a piece of markup must not reach the screen as if a check had
 * found it.
 */

type Judge = (value: unknown) => Fact | undefined;

const text =
  (shape: RegExp, longest = 255): Judge =>
  (value) =>
    typeof value === 'string' && value.length <= longest && shape.test(value) ? value : undefined;

const whole =
  (least: number, most: number): Judge =>
  (value) =>
    typeof value === 'number' && Number.isFinite(value) && value >= least && value <= most
      ? Math.round(value)
      : undefined;

const list =
  (judge: Judge, most: number): Judge =>
  (value) =>
    Array.isArray(value)
      ? value
          .slice(0, most)
          .map(judge)
          .filter((one): one is string => typeof one === 'string')
      : undefined;

const orNull =
  (judge: Judge): Judge =>
  (value) =>
    value === null ? null : judge(value);

const yes: Judge = (value) => (typeof value === 'boolean' ? value : undefined);

/** A host name or an IP address, optionally with a port. */
const HOST =
  /^(?:(?!-)[a-z\d-]{1,63}(?<!-)(?:\.(?!-)[a-z\d-]{1,63}(?<!-)){0,12}|[\d.]{7,15})(?::\d{1,5})?$|^\[?[\da-f:.]{2,45}\]?(?::\d{1,5})?$/i;
const PLACE = /^(?:[a-z\d.-]{1,253}|\[[\da-f:.]{2,45}\]):\d{1,5}$/i;
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d{1,3})?Z$/;
/** A word of ours that a newer version may have more of: no blanks, so it cannot say anything. */
const WORD = /^[a-z\d]+(?:[_-][a-z\d]+){0,5}$/i;
const LONGEST_WORD = 40;
/**
 * A name in a certificate: all that strangers may choose. At most 64 characters (X.520) in eight words, without markup,
 * an address to visit or a telephone number.
 */
const NAME = /^(?!.*\d{3}[ .-]\d{3})[\p{L}\p{N}*][\p{L}\p{N}.,'’()&_*-]*(?: [\p{L}\p{N}.,'’()&_*-]+){0,7}$/u;
const LONGEST_NAME = 64;

const isoDate: Judge = (value) =>
  typeof value === 'string' && INSTANT.test(value) && !Number.isNaN(Date.parse(value)) ? value : undefined;

/** `10.x.x.x` as well: what is left of an inner address that was not to be kept. */
const address: Judge = (value) =>
  typeof value === 'string' && (isIP(value) !== 0 || HIDDEN.test(value)) ? value : undefined;
const HIDDEN = /^(?:\d{1,3}(?:\.\d{1,3})?\.x\.x(?:\.x)?|f[\da-f]{1,3}:x)$/;

const url: Judge = (value) => {
  if (typeof value !== 'string' || value.length > 512 || !/^https?:\/\/[\w.~:[\]/%…-]+$/.test(value))
    return undefined;
  const parsed = parseAddress(value);
  return parsed === null || parsed.username !== '' || parsed.password !== '' ? undefined : value;
};

const word = text(WORD, LONGEST_WORD);
/** A word of a standard's list; any other counts as one that is not standard. */
const oneOf =
  (known: readonly string[]): Judge =>
  (value) =>
    typeof value !== 'string' ? undefined : known.includes(value) ? value : 'other';
const milliseconds = whole(0, 3_600_000);
const count = whole(0, 10_000_000);

/** `typed`, `added` and `url` are parts of addresses; who may see them is decided by the connection, not the file. */
const judges: Readonly<Partial<Record<FactName, Judge>>> = {
  host: text(HOST),
  port: orNull(whole(0, 65_535)),
  via: orNull(text(PLACE)),
  proxy: text(/^https?:\/\/[a-z\d.[\]:-]{1,260}$/i),
  addresses: list(address, 8),
  waitSeconds: whole(0, 3_600),
  subject: text(NAME, LONGEST_NAME),
  issuer: text(NAME, LONGEST_NAME),
  validFrom: orNull(isoDate),
  validTo: orNull(isoDate),
  daysLeft: orNull(whole(-100_000, 100_000)),
  names: list(text(/^(?:\*\.)?[a-z\d.:-]{1,253}$/i), 20),
  protocol: orNull(text(/^(?:TLSv1(?:\.[123])?|SSLv3)$/)),
  cipher: orNull(text(/^TLS_[A-Z\d_]{3,60}$/)),
  fingerprint: text(/^[\dA-F]{2}(?::[\dA-F]{2}){31}$/),
  chainLength: whole(0, 100),
  addedCertificate: yes,
  also: list((value) => (typeof value === 'string' && isFindingCode(value) ? value : undefined), 20),
  alert: oneOf([...alerts.values()]),
  status: whole(100, 599),
  contentType: text(/^(?:[a-z\d.+-]{1,40}\/[a-z\d.+-]{1,60})?$/i),
  charset: orNull(word),
  bytes: count,
  guard: text(/^[A-Za-z\d]+(?: [A-Za-z\d]+){0,3}$/, LONGEST_WORD),
  url,
  from: url,
  to: url,
  retryAfter: orNull(whole(0, 10_000_000)),
  seconds: whole(0, 10_000_000_000),
  ahead: yes,
  error: oneOf(oauthWords),
  oauthProblem: oneOf(oauth1Problems),
  codeMinor: oneOf(codeMinors),
  problem: word,
  reason: word,
  version: text(/^\d[\w.+-]{0,30}$/),
  part: word,
  count,
  asked: text(/^(?:GET|POST|HEAD|CONNECT) \/[\w.~:/%…-]{0,300}$/, 320),
  ...Object.fromEntries(exchangeFacts.flatMap((name) => (name === 'asked' ? [] : [[name, milliseconds]]))),
};

/** The facts that this finding may have, in the shapes they must have. */
export function closedFacts(code: FindingCode, facts: unknown, fields: readonly string[]): Facts {
  if (typeof facts !== 'object' || facts === null) return {};
  const { always, details } = findings[code].facts;
  const given = new Map<string, unknown>(Object.entries(facts));
  const kept: [string, Fact][] = [];
  for (const name of new Set<FactName>([...always, ...details, ...exchangeFacts])) {
    const value = given.get(name);
    const isField = name === 'field' || name === 'other';
    const judged = isField
      ? fields.find((field) => field === value)
      : value === undefined
        ? undefined
        : judges[name]?.(value);
    if (judged !== undefined) kept.push([name, judged]);
  }
  return Object.fromEntries(kept);
}
