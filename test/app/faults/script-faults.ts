import { powerschool } from './connections';
import type { Expected } from './fault';
import { failing } from './rows';
import type { Workshop } from './workshop';

/** The host of the proxy scripts, one per world. */
export const SCRIPT_HOST = 'scripts.school.test';

/** Scripts that cannot be fetched or run. Browsers then connect directly; so do we, and say so. */
export async function scriptFaults(shop: Workshop, frozen: string): Promise<void> {
  shop.name('scripts');
  shop.names.set('frozen-scripts.school.test', [frozen.split(':')[0] ?? '']);
  const failed = failing('connect', 'proxy-script-failed');
  const worlds = [
    ['broken-script', 'proxy script with a syntax error'],
    ['throwing-script', 'proxy script that fails when run'],
    ['absent-script', 'proxy script gone (404)'],
  ] as const;
  for (const [world, what] of worlds) {
    const row = { by: 'nginx', world };
    shop.name(world);
    const connection = powerschool(`https://${world}.school.test`);
    shop.add({ ...row, id: world, what: `${what}; no direct way`, connection, expected: failed });
    const open = powerschool(await shop.site(`${world}-direct`));
    const noticed: Expected = { step: 'connect', code: 'proxy-script-failed', outcome: 'warning' };
    shop.add({
      ...row,
      id: `${world}-direct`,
      what: `${what}; direct works`,
      connection: open,
      expected: noticed,
    });
  }
  shop.add({
    id: 'silent-script',
    what: 'proxy script never comes',
    by: 'tinyproxy, stopped',
    world: 'silent-script',
    connection: powerschool(await shop.site('silent-script')),
    expected: { step: 'name-lookup', code: 'proxy-script-failed' },
  });
}

/** The server block that serves the scripts, over plain HTTP as schools do. */
export function scriptServer(shop: Workshop): string {
  const routes = JSON.stringify(Object.fromEntries(shop.routes));
  const good = `function FindProxyForURL(url, host) { return ${routes}[host] || "DIRECT"; }`;
  const scripts = {
    good,
    broken: 'function FindProxyForURL(url, host) { return "PROXY ',
    throwing: 'function FindProxyForURL(url, host) { return nobody.knows(host); }',
  };
  const locations = Object.entries(scripts).map(([name, script]) => {
    const path = shop.network.writeFile(`${name}.pac`, script);
    return `location = /${name}.pac { default_type application/x-ns-proxy-autoconfig; types { } alias ${path}; }`;
  });
  return `server { listen ${shop.addressOf(SCRIPT_HOST)}:80; ${locations.join(' ')} }`;
}
