import { powerschool } from './connections';
import type { Expected, WorldName } from './fault';
import type { Workshop } from './workshop';

export interface RouteWishes {
  readonly world?: WorldName;
  readonly needsSite?: boolean;
  /** The only address that can reach the site: its proxy's. */
  readonly only?: string;
}

/** A fault on the path to a host that the proxy script sends by `route`. */
export async function addRoute(
  shop: Workshop,
  id: string,
  what: string,
  by: string,
  route: string,
  expected: Expected,
  { world = 'script', needsSite = expected === 'all passed', only }: RouteWishes = {},
): Promise<void> {
  const origin = needsSite ? await shop.site(id) : `https://${shop.name(id)}`;
  if (only !== undefined) shop.wallOff(origin, only);
  shop.routes.set(new URL(origin).hostname, route);
  shop.add({ id, what, by, world, connection: powerschool(origin), expected });
}
