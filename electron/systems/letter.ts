import { fill } from '@contract/fill';
import type { FindingVariant } from '@contract/finding-variants';
import { type FindingCode, findings, type Job } from '@contract/findings';
import { formatInstant } from '@contract/formats';
import type { Language } from '@contract/languages';
import { printable } from '@contract/printable';
import type { Facts } from '@contract/report';
import type english from '../../assets/locales/en/findings.json';
import type { SystemText } from './system';

/*
 * What every message to send says besides its own text: when, from where, to which server, with which status. The texts
 * cannot leave it out, and only what the program does not know is a gap.
 */

export interface Seen {
  /** The start of the test, as in the report. */
  readonly at: string;
  /** IANA name; default: this computer's time zone. */
  readonly timeZone?: string;
}

/** Who gets the message: `other` is a district or a publisher, to whom it does not matter where it was tried. */
type Reader = 'network-team' | 'server' | 'other';

/** Findings that are the reader's own job, or nobody's, and whose message goes to the network team. */
const toNetworkTeam: readonly (FindingCode | FindingVariant)[] = [
  'information-inspected',
  'name-not-found',
  'nonce-rejected',
  'redirected:other-host',
];

export function readerOf(
  code: FindingCode,
  variant: FindingVariant | null,
  job: Job | 'someone-else',
): Reader {
  if (job === 'network-team' || toNetworkTeam.includes(variant ?? code)) return 'network-team';
  return job === 'someone-else' ? 'other' : 'server';
}

/**
 * The lines for one finding.
 *
 * @param message the message as its placeholders are; what it names itself is not said again
 * @param own the system's own lines
 */
export function circumstances(
  {
    code,
    facts,
    message,
    reader,
    seen,
  }: {
    readonly code: FindingCode;
    readonly facts: Facts;
    readonly message: string;
    readonly reader: Reader;
    readonly seen: Seen | undefined;
  },
  say: (typeof english)['letter'],
  own: SystemText['letter'],
  language: Language,
): readonly string[] {
  const { host, port, via, status } = facts;
  const when = seen === undefined ? say.gap : formatInstant(language, seen.at, seen.timeZone);
  return [
    fill(say.when, { when }),
    ...(needsSource(code, facts, reader) ? [say.from, ...(own === undefined ? [] : [own.from])] : []),
    ...(typeof via === 'string' && !message.includes('{{via}}') ? [fill(say.via, { via })] : []),
    ...(typeof host !== 'string' || message.includes('{{port}}')
      ? []
      : [typeof port === 'number' ? fill(say.toPort, { host, port }) : fill(say.to, { host })]),
    ...(typeof status === 'number' ? [fill(say.status, { status })] : []),
    ...(reader === 'server' && own !== undefined ? [own.toOwner] : []),
  ].map(printable);
}

/** Whether it matters where it was tried: to a firewall's rule, and to whoever looks into the log of a server. */
const needsSource = (code: FindingCode, { status }: Facts, reader: Reader): boolean =>
  reader === 'network-team' ||
  (reader === 'server' && (findings[code].sure === 'on-the-way' || typeof status === 'number'));

/** The message with lines before its last paragraph, the thanks. */
export function withLines(message: string, lines: readonly string[]): string {
  const thanks = message.lastIndexOf('\n\n');
  return `${message.slice(0, thanks)}\n\n${lines.join('\n')}${message.slice(thanks)}`;
}
