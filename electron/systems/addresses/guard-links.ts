import { base64Decoded, percentDecoded } from './encoded-text';
import { type AddressParts, asAddress, innerAddress, parameter, partsOf } from './inner-address';

/*
 * Links that mail filters, mail programs, newsletters, search engines and URL shorteners put in place of an address.
 * They lead to the address but are not it: a secret sent there reaches a third party.
 */

export interface GuardLink {
  /** The product, as its vendor names it. */
  readonly guard: string;
  /** The original address; null if the link does not contain all of it. */
  readonly inner: string | null;
}

interface Guard {
  readonly name: string;
  /** A host includes its subdomains. One that ends in a dot stands for all countries: `google.`. */
  readonly hosts?: readonly string[];
  /**
   * If absent, every path of the hosts is a link. Without `hosts`, only this identifies the link, because customers
   * use their own hosts.
   */
  readonly path?: RegExp;
  /** What the query must contain as well. */
  readonly query?: (link: AddressParts) => boolean;
  /** The parameters that contain the address, searched before all others. */
  readonly parameters?: readonly string[];
  /** The guard's own parameters, which may follow the address. */
  readonly own?: readonly string[];
  /** Decodes the guard's own encoding; `none` if the link only refers to a record on its server. */
  readonly read?: ((link: AddressParts) => string | null) | 'none';
}

const URL_DEFENSE = ['urldefense.com', 'urldefense.us', 'urldefense.proofpoint.com'];
const CHECK_POINT = ['avanan.click', 'avanan.net', 'checkpoint.com', 'url-protection.com'];

const has =
  (...names: readonly string[]) =>
  (link: AddressParts): boolean =>
    names.every((name) => parameter(link, name) !== null);
/** `https:`: plain, percent-encoded, in URL Defense's encoding, or base64. */
const beginsAsAddress = (value: string | null): boolean =>
  value !== null && /^(?:a1)?(?:https?(?::|%(?:25)*3a|-3a)|ahr0ch?m6ly|ahr0cdovl)/i.test(value);
const holdsAddress =
  (name: string, ...others: readonly string[]) =>
  (link: AddressParts): boolean =>
    beginsAsAddress(parameter(link, name)) && has(...others)(link);

/**
 * docs/vendors/rewritten-links.md lists the sources of these forms and how reliable they are. They are tried in this
 * order. Known hosts come before forms on any host. Of the latter, those visible in the path come before those in the
 * query, which may belong to an address inside.
 */
const guards: readonly Guard[] = [
  { name: 'Proofpoint URL Defense', hosts: URL_DEFENSE, path: /^\/v3\//, read: urlDefense3 },
  { name: 'Proofpoint URL Defense', hosts: URL_DEFENSE, path: /^\/v2\//, read: urlDefense2 },
  { name: 'Proofpoint URL Defense', hosts: URL_DEFENSE, parameters: ['u'], own: ['k', 'r', 'm', 's'] },
  { name: 'Proofpoint URL Defense', path: /^\/v3\/__/, read: urlDefense3 },
  { name: 'Proofpoint URL Defense', path: /^\/v2\/url/, query: holdsAddress('u'), read: urlDefense2 },
  { name: 'Check Point', hosts: CHECK_POINT, path: /\/___/, read: betweenUnderscores },
  { name: 'Check Point', hosts: CHECK_POINT, path: /^\/v\d\//, parameters: ['o', 'u', 'url'] },
  { name: 'Check Point', path: /\/___/, read: betweenUnderscores },
  {
    name: 'Proofpoint',
    hosts: ['urlisolation.com', 'urlprotect.proofpoint.com'],
    parameters: ['url'],
  },
  { name: 'url.emailprotection.link', hosts: ['emailprotection.link'], read: 'none' },
  {
    name: 'Microsoft Safe Links',
    hosts: [
      'safelinks.protection.outlook.com',
      'safelinks.protection.office365.us',
      'safelinks.protection.apps.mil',
      'safelinks.protection.outlook.cn',
      'safelinks.protection.partner.outlook.cn',
      'safelinks.protection.outlook.de',
    ],
    parameters: ['url'],
    own: ['data', 'sdata', 'reserved', 'locale'],
  },
  { name: 'Microsoft Safe Links', path: /safelinks?(?:\.html|\/)/i, query: has('url'), parameters: ['url'] },
  {
    name: 'Microsoft Safe Links',
    query: (link) =>
      holdsAddress('url', 'data')(link) &&
      (has('sdata')(link) || has('reserved')(link) || /^0\d(?:%7c|\|)/i.test(parameter(link, 'data') ?? '')),
    parameters: ['url'],
    own: ['data', 'sdata', 'reserved'],
  },
  { name: 'Outlook', path: /\/owa\/redir\.aspx$/i, parameters: ['url'] },
  {
    name: 'Microsoft Defender for Cloud Apps',
    hosts: ['mcas.ms', 'mcas-gov.us', 'mcas-gov.ms'],
    read: cloudApps,
  },
  {
    name: 'Barracuda',
    hosts: ['cudasvc.com', 'linkprotect.barracudanetworks.com'],
    parameters: ['a'],
    own: ['c', 'typo'],
  },
  {
    name: 'Barracuda',
    path: /\/url$/,
    query: (link) => holdsAddress('a', 'c')(link) && /^E(?:,|%2c)/i.test(parameter(link, 'c') ?? ''),
    parameters: ['a'],
    own: ['c', 'typo'],
  },
  {
    name: 'Mimecast',
    hosts: ['mimecastprotect.com', 'mimecast.com', 'mimecast-offshore.com'],
    parameters: ['url', 'u'],
  },
  { name: 'Mimecast', path: /^\/s\/[\w-]{16,}\/?$/, query: has('domain'), read: 'none' },
  { name: 'Cisco Secure Email', hosts: ['secure-web.cisco.com'], parameters: ['url'] },
  { name: 'Sophos', hosts: ['protection.sophos.com', 'reflexion.net'], parameters: ['u'] },
  { name: 'Sophos', query: (link) => holdsAddress('u', 'd', 'i', 't', 'h')(link), parameters: ['u'] },
  {
    name: 'Trend Micro',
    path: /\/wis\/clicktime\//,
    parameters: ['url'],
    own: ['umid', 'auth', 'rct', 'src'],
  },
  { name: 'Trend Micro', hosts: ['trendmicro.com'], query: has('url'), parameters: ['url'] },
  { name: 'Symantec', hosts: ['clicktime.symantec.com', 'clicktime.cloud.symantec.com'], parameters: ['u'] },
  {
    name: 'Trellix (FireEye)',
    hosts: ['fireeye.com', 'fireeyecloud.com', 'trellix.com'],
    path: /\/url$/,
    parameters: ['u'],
  },
  {
    name: 'Trellix (FireEye)',
    path: /^(?:\/v1)?\/url$/,
    query: holdsAddress('u', 'k'),
    parameters: ['u'],
    own: ['k'],
  },
  { name: 'Hornetsecurity', hosts: ['hornetsecurity.com', 'cloud-security.net'], parameters: ['u', 'url'] },
  { name: 'Vade', hosts: ['vadesecure.com'], parameters: ['u'] },
  { name: 'Vade', query: (link) => holdsAddress('u', 'f', 'i', 'k', 'r', 's')(link), parameters: ['u'] },
  { name: 'Mailinblack', hosts: ['mailinblack.com'], read: mailinblack },
  { name: 'Zix', hosts: ['zixcentral.com', 'edgepilot.com'], parameters: ['u'] },
  { name: 'Egress Defend', hosts: ['defend.egress.com'], read: 'none' },
  { name: 'INKY', hosts: ['inky.com', 'inkyphishfence.com'], path: /\/link$/, read: 'none' },
  { name: 'FortiMail', path: /\/fmlurlsvc\/?$/, parameters: ['url'], own: ['fmlblktk'] },
  { name: 'FortiMail', hosts: ['fortimailcloud.com'], parameters: ['url', 'u'] },
  { name: 'Trustwave', hosts: ['scanmail.trustwave.com', 'scanmail.levelblue.com'], parameters: ['u'] },
  { name: 'Libraesva', hosts: ['esvalabs.com', 'urlsand.com'], parameters: ['u'] },
  { name: 'Libraesva', query: (link) => holdsAddress('u', 'e', 'h', 'f', 'p')(link), parameters: ['u'] },
  { name: 'TitanHQ', hosts: ['titanhq.com'], path: /^\/analyse/, parameters: ['url'] },
  { name: 'Topsec', hosts: ['scanner.topsec.com'], parameters: ['u'] },
  { name: 'GreatHorn', hosts: ['greathorn.com'], parameters: ['url', 'u'] },
  {
    name: 'IRONSCALES',
    hosts: ['ironscales.com'],
    path: /\/(?:link|url|redirect)/,
    parameters: ['url', 'u'],
  },
  { name: 'CanIt', path: /\/canit\/urlproxy\.php$/i, parameters: ['_q'] },
  { name: 'MailAnyone', hosts: ['mailanyone.net'], parameters: ['u'] },
  { name: 'Zscaler', hosts: ['isolation.zscaler.com'], parameters: ['url'] },
  { name: 'Menlo Security', hosts: ['menlosecurity.com'] },

  {
    name: 'Google',
    hosts: ['google.'],
    path: /^\/(?:url|imgres|aclk)$/,
    parameters: ['q', 'url', 'imgrefurl', 'adurl'],
  },
  { name: 'Google', hosts: ['google.'], path: /^\/amp\/s?\//, read: acceleratedPage },
  { name: 'Google', hosts: ['cdn.ampproject.org'], read: acceleratedPage },
  { name: 'Google', hosts: ['translate.goog'], read: translatedHost },
  { name: 'Google', hosts: ['google.'], path: /^\/(?:translate|website)(?:_c)?$/, parameters: ['u'] },
  { name: 'Google', hosts: ['notifications.googleapis.com', 'c.gle'] },
  {
    name: 'Bing',
    hosts: ['bing.com'],
    path: /^\/(?:ck\/a|newtabredir|alink\/link)$/,
    parameters: ['u', 'url'],
  },
  { name: 'DuckDuckGo', hosts: ['duckduckgo.com'], path: /^\/l\/?$/, parameters: ['uddg'] },
  { name: 'Yahoo', hosts: ['search.yahoo.com', 'search.yahoo.co.jp'] },
  { name: 'Yandex', hosts: ['yandex.'], path: /^\/(?:clck|turbo|redir)/ },
  { name: 'Baidu', hosts: ['baidu.com'], path: /^\/link$/ },
  {
    name: 'Facebook',
    hosts: ['facebook.com', 'messenger.com'],
    path: /^\/(?:l\.php|flx\/warn\/?)$/,
    parameters: ['u'],
  },
  { name: 'Instagram', hosts: ['l.instagram.com', 'l.threads.com', 'l.threads.net'], parameters: ['u'] },
  { name: 'WhatsApp', hosts: ['l.wl.co'], parameters: ['u'] },
  { name: 'LinkedIn', hosts: ['linkedin.com'], path: /^\/(?:redir\/|safety\/go|slink)/, parameters: ['url'] },
  { name: 'YouTube', hosts: ['youtube.com'], path: /^\/redirect$/, parameters: ['q'] },
  { name: 'Slack', hosts: ['slack-redir.net'], parameters: ['url'] },
  { name: 'Reddit', hosts: ['out.reddit.com', 'click.redditmail.com'], parameters: ['url'] },
  {
    name: 'mail.com',
    hosts: ['deref-mail.com', 'deref-gmx.net', 'deref-gmx.com', 'deref-web.de'],
    parameters: ['redirecturl'],
  },
  { name: 'web.archive.org', hosts: ['web.archive.org'], path: /^\/web\// },

  // Newsletters and ticket systems: most contain only the number of a record.
  { name: 'Amazon SES', hosts: ['awstrack.me'] },
  { name: 'SendGrid', path: /^\/(?:ls|wf|uni|ss)\/click$/, query: has('upn') },
  { name: 'SendGrid', hosts: ['sendgrid.net'], path: /click/ },
  { name: 'Mailchimp', hosts: ['list-manage.com', 'mandrillapp.com'], path: /^\/track\/click/, read: 'none' },
  { name: 'Mailgun', path: /^\/c\/eJ[\w-]{20,}$/, read: 'none' },
  { name: 'Postmark', hosts: ['pstmrk.it'] },
  {
    name: 'HubSpot',
    hosts: ['hubspotlinks.com', 'hs-sites.com', 'hubspotemail.net'],
    path: /^\/(?:Ctc|e[23]t|events)/,
  },
  { name: 'Constant Contact', hosts: ['rs6.net'] },
  { name: 'Salesforce', hosts: ['exct.net', 'exacttarget.com'] },
  { name: 'govDelivery', hosts: ['links.govdelivery.com', 'lnks.gd'] },

  ...[
    'bit.ly',
    't.co',
    'tinyurl.com',
    'goo.gl',
    'ow.ly',
    'is.gd',
    'v.gd',
    'buff.ly',
    'rebrand.ly',
    'cutt.ly',
    't.ly',
    'rb.gy',
    'tiny.cc',
    'shorturl.at',
    'lnkd.in',
    'dlvr.it',
    'trib.al',
    'bl.ink',
    'tr.im',
    'aka.ms',
    's.id',
    'urlz.fr',
    'bitly.com',
    'j.mp',
    'fb.me',
    'qrco.de',
  ].map((host): Guard => ({ name: host, hosts: [host], read: 'none' })),
];

const ofAnyHost = guards.filter(({ hosts }) => hosts === undefined);
/** Indexed by host, because every address is checked on each keystroke. */
const byHost = new Map<string, readonly Guard[]>();
for (const guard of guards)
  for (const host of guard.hosts ?? []) byHost.set(host, [...(byHost.get(host) ?? []), guard]);

/**
 * Identifies a link of a known kind and the address it leads to; null for any other address. Unwraps only the
 * outermost link.
 */
export function guardLink(text: string): GuardLink | null {
  const link = partsOf(text);
  if (link === null) return null;
  const ofHost = namesOf(link.host).flatMap((name) => byHost.get(name) ?? []);
  const guard = [...ofHost, ...ofAnyHost].find((one) => isLinkOf(one, link));
  if (guard === undefined) return null;
  const { name, read, parameters = [], own } = guard;
  if (read === 'none') return { guard: name, inner: null };
  if (read !== undefined) return { guard: name, inner: read(link) };
  const inner = innerAddress(link, parameters, own)?.address ?? withoutScheme(parameter(link, ...parameters));
  return { guard: name, inner };
}

function isLinkOf({ path, query }: Guard, link: AddressParts): boolean {
  return (path === undefined || path.test(link.path)) && (query === undefined || query(link));
}

const COUNTRY = /^[a-z]{2,3}$/;
const SECOND_LEVEL = /^(?:com?|net|org)$/;

/**
 * The names to look up for a host: its own, its parents, and `google.` for each country: `www.google.ca`,
 * `google.co.uk`, but not `google.example.org`.
 */
function namesOf(host: string): readonly string[] {
  const labels = host.split('.');
  const names = labels.map((_, at) => labels.slice(at).join('.'));
  const [third, second, last] = [labels.at(-3), labels.at(-2), labels.at(-1) ?? ''];
  if (!COUNTRY.test(last) || second === undefined) return names;
  return SECOND_LEVEL.test(second) && third !== undefined
    ? [...names, `${third}.`]
    : [...names, `${second}.`];
}

/** Some guards omit `https://`. Only text that starts with a dotted name is accepted as an address. */
function withoutScheme(value: string | null): string | null {
  const address = value === null ? '' : percentDecoded(value).replace(/^\/\//, '');
  return /^[a-z\d-]+(?:\.[a-z\d-]+)+(?::\d+)?(?:[/?#]|$)/i.test(address)
    ? asAddress(`https://${address}`)
    : null;
}

/** Version 2 writes `%` as `-` and `/` as `_`. */
function urlDefense2(link: AddressParts): string | null {
  const value = parameter(link, 'u') ?? '';
  return asAddress(percentDecoded(value.replaceAll('-', '%').replaceAll('_', '/')).replaceAll('&amp;', '&'));
}

/** The number of characters that `**A`, `**B` … stand for: 2, 3 and so on. */
const RUNS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/**
 * Version 3: the address is between `__` and `__;`. Characters not allowed there are written as `*`, or runs of them
 * as `**A`; they follow in base64, up to the `!`.
 */
function urlDefense3({ text }: AddressParts): string | null {
  const start = text.indexOf('/v3/__') + '/v3/__'.length;
  const bang = text.lastIndexOf('!');
  const end = text.lastIndexOf('__;', bang < 0 ? text.length : bang);
  if (end < start) return null;
  const held = text.slice(end + '__;'.length).split('!', 1)[0] ?? '';
  const replaced = [...(base64Decoded(held) ?? '')];
  const written = percentDecoded(text.slice(start, end));
  if (held === '') return written.includes('*') ? null : asAddress(written);
  let used = 0;
  const address = written.replace(/\*(?:\*(.))?/g, (_, run: string | undefined) => {
    const length = run === undefined ? 1 : RUNS.indexOf(run) + 2;
    used += length;
    return replaced.slice(used - length, used).join('');
  });
  return used === replaced.length ? asAddress(address) : null;
}

/** `https://sis.example.mcas.ms/page` for `https://sis.example/page`, or the whole address in `originalUrl`. */
function cloudApps(link: AddressParts): string | null {
  const inner = innerAddress(link, ['originalurl']);
  if (inner !== null) return inner.address;
  const host = link.host.replace(/\.(?:admin-)?(?:us\d?\.|eu\d?\.|access\.)?mcas(?:-gov)?\.(?:ms|us)$/, '');
  if (!host.includes('.') || host === link.host) return null;
  const query = link.query
    .split('&')
    .filter((pair) => pair !== '' && !/^mcas/i.test(pair))
    .join('&');
  const port = /^https?:\/\/[^/?#]*?(:\d+)(?=[/?#]|$)/i.exec(link.text)?.[1] ?? '';
  return asAddress(
    `https://${host}${port}${link.path}${query === '' ? '' : `?${query}`}${link.fragment === '' ? '' : `#${link.fragment}`}`,
  );
}

/** `…/v2/r01/___https://sis.example/page___.MzA6…`. Some links encode the address, and we cannot decode them. */
function betweenUnderscores({ text }: AddressParts): string | null {
  const start = text.indexOf('/___') + '/___'.length;
  const end = text.lastIndexOf('___.');
  const held = text.slice(start, end < start ? undefined : end).replace(/___$/, '');
  return asAddress(held) ?? asAddress(percentDecoded(held));
}

/** The whole address is in a JSON object in base64; `url` contains only its beginning. */
function mailinblack(link: AddressParts): string | null {
  const key = base64Decoded(percentDecoded(parameter(link, 'key') ?? '')) ?? '';
  const address = /"url"\s*:\s*"((?:[^"\\]|\\.)*)"/.exec(key)?.[1]?.replaceAll('\\/', '/');
  return address === undefined ? null : asAddress(address);
}

/** `/amp/s/sis.example/page`, `/c/s/sis.example/page`. */
function acceleratedPage({ path, query }: AddressParts): string | null {
  const rest = /^\/(?:amp|[cvi])\/(?:s\/)?(.*)$/.exec(path)?.[1];
  return rest === undefined ? null : withoutScheme(rest + (query === '' ? '' : `?${query}`));
}

/** `sis-maple.example` becomes `sis--maple-example.translate.goog`. */
function translatedHost(link: AddressParts): string | null {
  const host = link.host
    .replace(/\.translate\.goog$/, '')
    .replaceAll('--', '\u0000')
    .replaceAll('-', '.')
    .replaceAll('\u0000', '-');
  const query = link.query
    .split('&')
    .filter((pair) => pair !== '' && !pair.startsWith('_x_tr_'))
    .join('&');
  return host.includes('.')
    ? asAddress(`https://${host}${link.path}${query === '' ? '' : `?${query}`}`)
    : null;
}
