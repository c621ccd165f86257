/*
 * Products that re-sign TLS traffic in schools, by their issuer names, and general words of such issuers in English
 * and French. Matched only against certificates that were refused, or that verified with a root the runtime does not
 * bundle (docs/electron-notes.md#content-filters).
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
  // Adware that shipped with some laptops, with the same key on all of them.
  'superfish',
] as const;

const words =
  /filter|filtr|proxy|proxies|mandataire|inspect|firewall|pare-feu|gateway|passerelle|content security|web security|ssl scanning|tls decryption|déchiffrement/i;

/** True if a distinguished name belongs, or seems to belong, to a product that re-signs connections. */
export function namesAFilter(distinguishedName: string): boolean {
  const name = distinguishedName.toLowerCase();
  return products.some((product) => name.includes(product)) || words.test(name);
}
