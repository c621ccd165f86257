import { parseAddress } from '@contract/address';
import { byLanguage } from '@contract/by-language';
import type { Environment, Values } from '@contract/connection';
import { fill, fillCounted } from '@contract/fill';
import { findings } from '@contract/findings';
import { formatInstant } from '@contract/formats';
import type { Language } from '@contract/languages';
import { printable } from '@contract/printable';
import type { Report, Step } from '@contract/report';
import { findingWords } from '@systems/finding-words';
import { planOf } from '@systems/plan-of';
import type { CheckPlan, System } from '@systems/system';
import type english from '../../assets/locales/en/network-request.json';

/* A ready-made text with all hosts a network team has to allow for one connection. */

export interface WantedHost {
  readonly host: string;
  readonly port: number;
  /** The fields it was entered in, if there are several; empty for a system's only server. */
  readonly fields: readonly string[];
}

/*
 * A computer's name and IP address may identify its user, so neither is filled in: the sender sees the gaps and
 * decides. The only time in the text is that of the newest check, with its time zone.
 */
const words = byLanguage<typeof english>('network-request', () =>
  import.meta.glob<typeof english>('../../assets/locales/*/network-request.json', {
    eager: true,
    import: 'default',
  }),
);

export interface NetworkRequest {
  readonly system: System;
  readonly connection: {
    readonly name: string;
    readonly environment: Environment;
    readonly practice: boolean;
    readonly values: Values;
  };
  /** The newest check, for what was found and when; null if there is none. */
  readonly report: Report | null;
  readonly language: Language;
  readonly timeZone?: string;
}

/** The servers a connection uses, in the order of a check; empty while no address is valid. */
export function wantedHosts(plan: CheckPlan): readonly WantedHost[] {
  const found = new Map<string, { host: string; port: number; fields: string[] }>();
  const { signIn } = plan;
  const urls: readonly (readonly [string | null, string])[] = [
    ...plan.addresses.map(({ subject, url }) => [subject, url] as const),
    ...(plan.reach === null ? [] : [[null, plan.reach.url] as const]),
    ...(signIn.kind === 'authorization-code' ? [[null, signIn.authorizationUrl] as const] : []),
    ...('tokenUrl' in signIn ? [[null, signIn.tokenUrl] as const] : []),
    ...plan.permission.map(({ url }) => [null, url] as const),
  ];
  for (const [field, address] of urls) {
    const url = parseAddress(address);
    if (url === null || url.protocol !== 'https:') continue;
    const port = Number(url.port || 443);
    const host = url.hostname.replace(/^\[|\]$/g, '');
    const known = found.get(url.host) ?? { host, port, fields: [] };
    found.set(url.host, known);
    if (field !== null && !known.fields.includes(field)) known.fields.push(field);
  }
  return [...found.values()];
}

/** The whole request as text; null while no address is valid. */
export function networkRequest(request: NetworkRequest): string | null {
  const { system, connection, report, language } = request;
  const say = words[language];
  const plan = planOf(system, connection);
  const hosts = wantedHosts(plan);
  if (hosts.length === 0) return null;
  const { name, fields, receiver } = system.texts[language];
  const fromServer = plan.signIn.kind === 'authorization-code' && !plan.signIn.completesHere;
  const via = report?.steps.find(({ facts }) => typeof facts.via === 'string')?.facts.via;
  const lines = [
    say.greeting,
    '',
    fillCounted(language, say, 'ask', hosts.length),
    '',
    fill(say.why, {
      system: name,
      name: connection.name,
      environment: say.environment[connection.environment],
    }),
    '',
    say.hosts,
    ...hosts.map((one) => {
      const labels = one.fields.map((field) => fields[field]?.label ?? field).join(', ');
      const { host, port } = one;
      return `- ${labels === '' ? fill(say.host, { host, port }) : fill(say.hostOf, { host, port, fields: labels })}`;
    }),
    ...(fromServer && receiver !== undefined ? [receiver.network] : []),
    ...(typeof via === 'string' ? [fill(say.proxy, { via })] : []),
    '',
    say.please,
    ...say.wishes.map((wish) => `- ${wish}`),
    ...(report === null ? [] : seenLines(report, request)),
    '',
    say.inward,
    '',
    say.thanks,
  ];
  return lines.map(printable).join('\n');
}

/** Findings of the newest check that the network team has to fix, with its time. */
function seenLines(
  report: Report,
  { system, language, timeZone }: Pick<NetworkRequest, 'system' | 'language' | 'timeZone'>,
): readonly string[] {
  const theirs = report.steps.filter(isNetworkTeams);
  if (theirs.length === 0) return [];
  const sentences = theirs.flatMap(({ code, subject, facts }) =>
    code === null ? [] : [`- ${findingWords({ code, subject, facts }, system, language).happened}`],
  );
  return [
    '',
    fill(words[language].seen, { when: formatInstant(language, report.startedAt, timeZone) }),
    ...new Set(sentences),
  ];
}

const isNetworkTeams = ({ code, outcome }: Step): boolean =>
  code !== null && outcome === 'failed' && findings[code].job === 'network-team';
