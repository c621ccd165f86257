/*
 * Products that re-sign TLS in schools, by words of the issuers they install, and the general words such issuers use,
 * English and French. They are compared only with certificates that were refused, or that verified by a root the
 * runtime does not bundle (docs/electron-notes.md#content-filters).
 */
const products = [
  'lightspeed',
  'securly',
  'iboss',
  'goguardian',
  'fortinet',
  'fortigate',
  'fortiguard',
  'linewize',
  'family zone',
  'palo alto',
  'zscaler',
  'netsweeper',
  'smoothwall',
  'blocksi',
  'contentkeeper',
  'deledao',
  'dnsfilter',
  'cisco umbrella',
  'sophos',
  'barracuda',
  'watchguard',
  'sonicwall',
  'check point',
  'netskope',
  'blue coat',
  'bluecoat',
  'symantec web security',
  'skyhigh',
  'mcafee web',
  'forcepoint',
  'websense',
  'untangle',
  'arista edge threat',
  'clearpass',
  'meraki',
  'opnsense',
  'pfsense',
  'squid',
  'e2guardian',
  'lgfl',
  'kaspersky',
  'bitdefender',
  'eset ssl',
  'avast',
  'avg technologies',
  'mitmproxy',
  'fiddler',
  'portswigger',
  'charles proxy',
  // Adware that shipped with some laptops, with one key for all of them.
  'superfish',
] as const;

const words =
  /filter|filtr|proxy|proxies|mandataire|inspect|firewall|pare-feu|gateway|passerelle|content security|web security|ssl scanning|tls decryption|déchiffrement/i;

/** True when a distinguished name is, or speaks like, that of a product that re-signs connections. */
export function namesAFilter(distinguishedName: string): boolean {
  const name = distinguishedName.toLowerCase();
  return products.some((product) => name.includes(product)) || words.test(name);
}
