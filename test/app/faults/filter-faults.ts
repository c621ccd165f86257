import type { Facts } from '@contract/report';
import { issue, makeAuthority } from '../../support/certificates';
import type { Expected } from './fault';
import { startSquid } from './proxies';
import { addRoute } from './routes';
import type { Workshop } from './workshop';

/** Squid intercepts TLS and re-signs every host, like a content filter. */
export async function filterFaults(shop: Workshop): Promise<string> {
  const { network } = shop;
  const authority = await makeAuthority('Maple District Web Filter');
  const trusts = network.writeFile('laboratory-root.pem', shop.authority.root.pem);
  const byRoot = await startSquid(network, 'squid-root', {
    inspect: { ...shop.papers('filter-root', authority.root, []), trusts },
  });
  const byIntermediate = await startSquid(network, 'squid-middle', {
    inspect: { ...shop.papers('filter-middle', authority.intermediate, []), trusts },
  });
  const distrusting = await startSquid(network, 'squid-distrusting', {
    inspect: {
      ...shop.papers('filter-distrusting', authority.root, []),
      trusts: network.writeFile(
        'other-root.pem',
        (await issue({ subject: 'CN=Nobody', authority: true })).pem,
      ),
    },
  });
  const intercepted = (facts: Facts): Expected => ({
    step: 'secure-connection',
    code: 'tls-intercepted',
    facts,
  });
  const site = { needsSite: true };
  await addRoute(
    shop,
    'filter-by-root',
    're-signed by a filter: leaf and root',
    'squid ssl-bump',
    `PROXY ${byRoot.place}`,
    intercepted({ issuer: 'Maple District Web Filter' }),
    site,
  );
  await addRoute(
    shop,
    'filter-by-intermediate',
    're-signed by a filter: leaf and intermediate',
    'squid ssl-bump',
    `PROXY ${byIntermediate.place}`,
    intercepted({ issuer: 'Maple District Web Filter Intermediate' }),
    site,
  );
  const inspected: Expected = { step: 'secure-connection', code: 'information-inspected', outcome: 'passed' };
  await addRoute(
    shop,
    'filter-trusted',
    're-signed, and the filter’s root is trusted',
    'squid ssl-bump',
    `PROXY ${byRoot.place}`,
    inspected,
    {
      world: 'script-and-filter-root',
      needsSite: true,
    },
  );
  await addRoute(
    shop,
    'filter-distrusts',
    're-signed and trusted, but the filter distrusts the server',
    'squid ssl-bump',
    `PROXY ${distrusting.place}`,
    {
      step: 'reach',
      code: 'server-error',
      facts: { status: 503 },
    },
    { world: 'script-and-filter-root', needsSite: true },
  );
  return authority.root.pem;
}
