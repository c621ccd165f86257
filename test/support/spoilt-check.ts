import { ok } from '@contract/result';
import { systemById } from '@systems/catalogue';
import { afterAll, beforeAll } from 'vitest';
import { type Service, type SpoiltService, services, startSpoiltService } from '../servers/spoilt-service';
import { makeAuthority } from './certificates';
import { type Checked, check } from './checked';
import type { Answer } from './hostile-answers';

/** The kinds of request a check makes: the public probe, the sign-in, and the last of the lists. */
export type Place = 'probe' | 'sign-in' | 'last list';
/** In addition: the proof, requested with a token fetched before; and all lists at once. */
export type Spoilable = Place | 'first list' | 'all lists';

/** The kinds of request this service receives; only three services have a public probe. */
export const placesOf = (service: Service): readonly Place[] =>
  service === 'powerschool' || service === 'aeries-oneroster' || service === 'ed-fi'
    ? ['probe', 'sign-in', 'last list']
    : ['sign-in', 'last list'];

/** Signed and bearer requests have no token request: the first list doubles as the sign-in. */
export const signsEachRequest = (service: Service): boolean =>
  service === 'classlink-direct' || service === 'classlink-proxy' || service === 'oneroster oauth1';

export interface SpoiltChecks {
  readonly at: (service: Service) => SpoiltService;
  /** `permission/<its subject>` of the first or the last list. */
  readonly listStep: (service: Service, which: 'first' | 'last') => string;
  /** Checks a service that answers one kind of request this way, or none. */
  readonly run: (
    service: Service,
    spoiling: { readonly place: Spoilable; readonly answer: Answer } | null,
    waitMs?: number,
  ) => Promise<Checked>;
}

/** Starts every service for one file's tests and stops them afterwards. */
export function spoiltChecks(): SpoiltChecks {
  const running = new Map<Service, SpoiltService>();
  let root = '';
  beforeAll(async () => {
    const authority = await makeAuthority();
    root = authority.root.pem;
    const leaf = await authority.leaf({ names: ['127.0.0.1'] });
    const tls = { key: leaf.key, cert: `${leaf.pem}\n${authority.intermediate.pem}` };
    for (const service of services) running.set(service, await startSpoiltService(service, tls));
  });
  afterAll(async () => {
    for (const { server } of running.values()) await server.stop();
  });

  const at = (service: Service): SpoiltService => {
    const found = running.get(service);
    if (found === undefined) throw new Error(`${service} was not started`);
    return found;
  };
  return {
    at,
    listStep: (service, which) => {
      const { permission } = at(service).plan;
      return `permission/${permission.at(which === 'first' ? 0 : -1)?.subject}`;
    },
    run: async (service, spoiling, waitMs = 2000) => {
      const { plan, system, values, secret, server, spoil } = at(service);
      // The first and last list stand for those in between.
      const permission = plan.permission.filter((_, at, all) => at === 0 || at === all.length - 1);
      if (spoiling !== null) spoil(addressesOf(at(service), spoiling.place), spoiling.answer);
      try {
        return await check({
          plan,
          url: server.origin,
          system: { ...systemById(system), plan: () => ({ ...plan, permission }) },
          subject: { values, practice: true },
          ports: { secret: async () => ok(secret) },
          options: { extraRoots: [root], waitMs },
        });
      } finally {
        spoil(null);
      }
    },
  };
}

function addressesOf({ plan }: SpoiltService, place: Spoilable): readonly string[] {
  const lists = plan.permission.map(({ url }) => url);
  const signIn = 'tokenUrl' in plan.signIn ? plan.signIn.tokenUrl : lists[0];
  const addresses = {
    probe: [plan.reach?.url],
    'sign-in': [signIn],
    'first list': lists.slice(0, 1),
    'last list': lists.slice(-1),
    'all lists': lists,
  }[place].flatMap((address) => address ?? []);
  if (addresses.length === 0) throw new Error(`${plan.signIn.kind} has no ${place}`);
  return addresses;
}
