import type { SystemId, Values } from '@contract/connection';
import { systemById } from '@systems/catalogue';
import { planOf } from '@systems/plan-of';
import type { CheckPlan } from '@systems/system';
import { aeriesPart } from '../../electron/practice/aeries-oneroster';
import { classlinkDirectPart } from '../../electron/practice/classlink-direct';
import { classlinkProxyPart } from '../../electron/practice/classlink-proxy';
import { onerosterPart } from '../../electron/practice/oneroster';
import { powerschoolPart } from '../../electron/practice/powerschool';
import type { PracticePart } from '../../electron/practice/practice-part';
import { practiceValues } from '../../electron/practice/practice-systems';
import type { Answer } from '../support/hostile-answers';
import { type RunningHttps, startHttps } from './raw-servers';

/* One practice system that answers as it should, but for one request, which a test answers in its place. */

/** The five whose check runs by itself, and `any OneRoster server` by its other sign-in. */
export const services = [
  'powerschool',
  'aeries-oneroster',
  'classlink-direct',
  'classlink-proxy',
  'oneroster',
  'oneroster oauth1',
] as const;
export type Service = (typeof services)[number];

export interface SpoiltService {
  readonly server: RunningHttps;
  readonly system: SystemId;
  readonly values: Values;
  readonly secret: string;
  readonly plan: CheckPlan;
  /** What is said at these addresses in place of the practice system's answers; null lets it answer again. */
  spoil(urls: readonly string[] | null, answer?: Answer): void;
}

const parts: Readonly<Record<Exclude<SystemId, 'onsis'>, () => PracticePart<unknown>>> = {
  powerschool: () => powerschoolPart(Date.now),
  'aeries-oneroster': () => aeriesPart(Date.now),
  'classlink-direct': () => classlinkDirectPart(Date.now),
  'classlink-proxy': () => classlinkProxyPart(),
  oneroster: () => onerosterPart(Date.now),
};

export interface PractisedRequest {
  readonly method: string;
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** A practice system at an origin: what a connection to it holds, and what it answers. */
export function practised(service: Service, origin: string) {
  const system = service === 'oneroster oauth1' ? 'oneroster' : service;
  const part = parts[system]();
  const credentials = practiceValues(origin)[system];
  if (credentials === undefined) throw new Error(`${system} cannot be practised`);
  const values = {
    ...credentials.values,
    ...(service === 'oneroster oauth1' ? { signIn: 'oauth1' } : {}),
  };
  const own = `/${system}`;
  return {
    system,
    values,
    secret: Object.values(credentials.secrets)[0] ?? '',
    plan: planOf(systemById(system), { values, practice: true }),
    answer: ({ method, url, headers, body }: PractisedRequest) =>
      part.answer({
        method,
        path: url.pathname.startsWith(`${own}/`) ? url.pathname.slice(own.length) : url.pathname,
        query: url.searchParams,
        headers,
        body,
        origin,
      }),
  };
}

export async function startSpoiltService(
  service: Service,
  tls: { readonly key: string; readonly cert: string },
): Promise<SpoiltService> {
  let spoilt: { readonly urls: readonly string[]; readonly answer: Answer } | null = null;
  const server = await startHttps(tls, (request, response) => {
    const url = new URL(request.url ?? '/', server.origin);
    if (spoilt?.urls.includes(url.href) === true) {
      spoilt.answer(response);
      return;
    }
    const said = practice.answer({
      method: request.method ?? 'GET',
      url,
      headers: Object.fromEntries(
        Object.entries(request.headers).map(([name, value]) => [name, [value].flat().join(', ')]),
      ),
      body: request.text,
    });
    response.writeHead(said.status, said.headers as Record<string, string>).end(said.body);
  });
  const practice = practised(service, server.origin);
  const { system, values, secret, plan } = practice;
  return {
    server,
    system,
    values,
    secret,
    plan,
    spoil: (urls, answer) => {
      const hrefs = urls?.map((url) => new URL(url).href);
      spoilt = hrefs === undefined || answer === undefined ? null : { urls: hrefs, answer };
    },
  };
}
