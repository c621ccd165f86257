import type { SystemId, Values } from '@contract/connection';
import { systemById } from '@systems/catalogue';
import { planOf } from '@systems/plan-of';
import type { CheckPlan } from '@systems/system';
import { aeriesPart } from '../../electron/practice/aeries-oneroster';
import { classlinkDirectPart } from '../../electron/practice/classlink-direct';
import { classlinkProxyPart } from '../../electron/practice/classlink-proxy';
import { edFiPart } from '../../electron/practice/ed-fi';
import { type ChosenFault, withFault } from '../../electron/practice/faults/faults';
import { onerosterPart } from '../../electron/practice/oneroster';
import { powerschoolPart } from '../../electron/practice/powerschool';
import type { PracticePart } from '../../electron/practice/practice-part';
import { practiceValues } from '../../electron/practice/practice-systems';
import type { Answer } from '../support/hostile-answers';
import { type RunningHttps, startHttps } from './raw-servers';

/* A practice system that behaves, except for one request that a test answers instead. */

/** The six whose check needs no browser, and `any OneRoster server` with its other sign-in. */
export const services = [
  'powerschool',
  'aeries-oneroster',
  'classlink-direct',
  'classlink-proxy',
  'oneroster',
  'oneroster oauth1',
  'ed-fi',
] as const;
export type Service = (typeof services)[number];

export interface SpoiltService {
  readonly server: RunningHttps;
  readonly system: SystemId;
  readonly values: Values;
  readonly secret: string;
  readonly plan: CheckPlan;
  /** Answers at these addresses instead of the practice system; null restores it. */
  spoil(urls: readonly string[] | null, answer?: Answer): void;
  /** Sets the practice server's fault. */
  have(fault: ChosenFault | undefined): void;
}

export const parts: Readonly<Record<Exclude<SystemId, 'onsis'>, () => PracticePart>> = {
  powerschool: () => powerschoolPart(Date.now),
  'aeries-oneroster': () => aeriesPart(Date.now),
  'classlink-direct': () => classlinkDirectPart(Date.now),
  'classlink-proxy': () => classlinkProxyPart(),
  oneroster: () => onerosterPart(Date.now),
  'ed-fi': () => edFiPart(Date.now),
};

export async function startSpoiltService(
  service: Service,
  tls: { readonly key: string; readonly cert: string },
): Promise<SpoiltService> {
  const system = service === 'oneroster oauth1' ? 'oneroster' : service;
  let fault: ChosenFault | undefined;
  const part = withFault(parts[system](), () => fault);
  let spoilt: { readonly urls: readonly string[]; readonly answer: Answer } | null = null;
  const server = await startHttps(tls, (request, response) => {
    const url = new URL(request.url ?? '/', server.origin);
    if (spoilt?.urls.includes(url.href) === true) {
      spoilt.answer(response);
      return;
    }
    const own = `/${system}`;
    const said = part.answer({
      method: request.method ?? 'GET',
      path: url.pathname.startsWith(`${own}/`) ? url.pathname.slice(own.length) : url.pathname,
      query: url.searchParams,
      headers: Object.fromEntries(
        Object.entries(request.headers).map(([name, value]) => [name, [value].flat().join(', ')]),
      ),
      body: request.text,
      origin: server.origin,
      address: `${server.origin}${url.pathname}`,
      at: Date.now(),
    });
    response.writeHead(said.status, said.headers as Record<string, string>).end(said.body);
  });
  const credentials = practiceValues(server.origin)[system];
  if (credentials === undefined) throw new Error(`${system} cannot be practised`);
  const values = {
    ...credentials.values,
    ...(service === 'oneroster oauth1' ? { signIn: 'oauth1' } : {}),
  };
  return {
    server,
    system,
    values,
    secret: Object.values(credentials.secrets)[0] ?? '',
    plan: planOf(systemById(system), { values, practice: true }),
    have: (chosen) => {
      fault = chosen;
    },
    spoil: (urls, answer) => {
      const hrefs = urls?.map((url) => new URL(url).href);
      spoilt = hrefs === undefined || answer === undefined ? null : { urls: hrefs, answer };
    },
  };
}
