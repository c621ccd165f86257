import { parseAddress } from '@contract/address';
import type { Environment, Values } from '@contract/connection';
import { findings } from '@contract/findings';
import type { Language } from '@contract/languages';
import { printable } from '@contract/printable';
import type { Report, Step } from '@contract/report';
import { findingWords } from '@systems/finding-words';
import { planOf } from '@systems/plan-of';
import type { CheckPlan, System } from '@systems/system';
import { instantIn } from './format';

/* What a network team has to let through for one connection: every host of it, in one ready text. */

export interface WantedHost {
  readonly host: string;
  readonly port: number;
  /** The field it was entered in, where there are several; null for the one server of a system. */
  readonly fields: readonly string[];
}

/*
 * A computer is often named after its person, and its address leads to them, so that neither is filled in here: whoever
 * sends the text sees the gap, and decides. The one time in it is that of the newest check, with its zone.
 */
interface Words {
  readonly greeting: string;
  readonly ask: (count: number) => string;
  readonly why: (system: string, name: string, environment: string) => string;
  readonly environment: Readonly<Record<Environment, string>>;
  readonly hosts: string;
  readonly host: (host: string, port: string, fields: string) => string;
  readonly sameForServer: string;
  readonly proxy: (via: string) => string;
  readonly wishes: readonly string[];
  readonly seen: (when: string) => string;
  readonly inward: string;
  readonly thanks: string;
}

const words: Readonly<Record<Language, Words>> = {
  en: {
    greeting: 'Hello,',
    ask: (count) =>
      `Please let this connection through the firewall and the content filter (${count} ${count === 1 ? 'server' : 'servers'}).`,
    why: (system, name, environment) =>
      `What it is for: the school’s student data system, ${system} (“${name}”, ${environment}). A program signs in there and exchanges data with it; nobody browses there.`,
    environment: { production: 'production', test: 'test' },
    hosts: 'Outgoing from this computer (its name or address: ________):',
    host: (host, port, fields) =>
      `${host}, TCP port ${port}, HTTPS (TLS 1.2 or newer)${fields === '' ? '' : ` – ${fields}`}`,
    sameForServer:
      'The same from the SMS server (the student management system), which makes the real calls and may be in another network.',
    proxy: (via) => `From here, connections go through the proxy ${via}.`,
    wishes: [
      'allow these servers by name, with this port;',
      'exempt them from TLS inspection (decryption), because programs check the certificate themselves;',
      'let them pass without a sign-in page or a proxy sign-in of their own.',
    ],
    seen: (when) => `What was seen on ${when}:`,
    inward: 'No inbound rule is needed.',
    thanks: 'Thank you',
  },
  fr: {
    greeting: 'Bonjour,',
    ask: (count) =>
      `Veuillez laisser passer cette connexion par le pare-feu et le filtre de contenu (${count} ${count === 1 ? 'serveur' : 'serveurs'}).`,
    why: (system, name, environment) =>
      `À quoi elle sert\u00a0: le système d’information scolaire, ${system}, «\u00a0${name}\u00a0» (${environment}). Un programme s’y authentifie et échange des données avec lui; personne n’y navigue.`,
    environment: { production: 'production', test: 'essai' },
    hosts: 'À partir de cet ordinateur (son nom ou son adresse\u00a0: ________), vers l’extérieur\u00a0:',
    host: (host, port, fields) =>
      `${host}, port TCP ${port}, HTTPS (TLS 1.2 ou plus récent)${fields === '' ? '' : ` – ${fields}`}`,
    sameForServer:
      'De même à partir du serveur SMS (le système de gestion scolaire), qui fait les vrais appels et se trouve peut-être dans un autre réseau.',
    proxy: (via) => `D’ici, les connexions passent par le serveur mandataire ${via}.`,
    wishes: [
      'autoriser ces serveurs par leur nom, avec ce port;',
      'les exempter de l’inspection TLS (déchiffrement), car les programmes vérifient eux-mêmes le certificat;',
      'les laisser passer sans page d’accueil ni authentification auprès d’un serveur mandataire.',
    ],
    seen: (when) => `Ce qui a été constaté le ${when}\u00a0:`,
    inward: 'Aucune règle entrante n’est nécessaire.',
    thanks: 'Merci',
  },
};

const please: Readonly<Record<Language, string>> = { en: 'Please:', fr: 'Veuillez\u00a0:' };

export interface NetworkRequest {
  readonly system: System;
  readonly connection: {
    readonly name: string;
    readonly environment: Environment;
    readonly practice: boolean;
    readonly values: Values;
  };
  /** The newest check, for what was seen and when; null without one. */
  readonly report: Report | null;
  readonly language: Language;
  readonly timeZone?: string;
}

/** The servers a connection talks to, in the order a check meets them; empty while no address can be read. */
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

/** The whole request as text to send; null while no address can be read. */
export function networkRequest(request: NetworkRequest): string | null {
  const { system, connection, report, language } = request;
  const say = words[language];
  const plan = planOf(system, connection);
  const hosts = wantedHosts(plan);
  if (hosts.length === 0) return null;
  const { name, fields } = system.texts[language];
  const fromServer = plan.signIn.kind === 'authorization-code' && !plan.signIn.completesHere;
  const via = report?.steps.find(({ facts }) => typeof facts.via === 'string')?.facts.via;
  const lines = [
    say.greeting,
    '',
    say.ask(hosts.length),
    '',
    say.why(name, connection.name, say.environment[connection.environment]),
    '',
    say.hosts,
    ...hosts.map(
      (one) =>
        `- ${say.host(one.host, String(one.port), one.fields.map((field) => fields[field]?.label ?? field).join(', '))}`,
    ),
    ...(fromServer ? [say.sameForServer] : []),
    ...(typeof via === 'string' ? [say.proxy(via)] : []),
    '',
    please[language],
    ...say.wishes.map((wish) => `- ${wish}`),
    ...(report === null ? [] : seenLines(report, request)),
    '',
    say.inward,
    '',
    say.thanks,
  ];
  return lines.map(printable).join('\n');
}

/** What the newest check found that is the network team's to mend, with when it did. */
function seenLines(
  report: Report,
  { system, language, timeZone }: Pick<NetworkRequest, 'system' | 'language' | 'timeZone'>,
): readonly string[] {
  const theirs = report.steps.filter(isNetworkTeams);
  if (theirs.length === 0) return [];
  const sentences = theirs.flatMap(({ code, subject, facts }) =>
    code === null ? [] : [`- ${findingWords({ code, subject, facts }, system, language).happened}`],
  );
  return ['', words[language].seen(instantIn(language, report.startedAt, timeZone)), ...new Set(sentences)];
}

const isNetworkTeams = ({ code, outcome }: Step): boolean =>
  code !== null && outcome === 'failed' && findings[code].job === 'network-team';
