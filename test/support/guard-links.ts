/*
 * Generates links as mail filters and search engines rewrite them, in the forms found in public mail archives. Written
 * from those forms, not from the code that parses them.
 */

/** Percent-encodes as these products do, which is more than `encodeURIComponent`. */
const strict = (text: string): string =>
  encodeURIComponent(text).replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
const lower = (text: string): string => strict(text).replace(/%[\dA-F]{2}/g, (code) => code.toLowerCase());
const base64 = (text: string): string => Buffer.from(text, 'utf8').toString('base64');
const base64url = (text: string): string => Buffer.from(text, 'utf8').toString('base64url');

/** Version 2 writes `%` as `-` and `/` as `_`; letters, digits and dots stay. */
const urlDefense2 = (text: string): string =>
  [...Buffer.from(text, 'utf8')]
    .map((byte) => {
      const sign = String.fromCharCode(byte);
      if (/[A-Za-z\d.~]/.test(sign)) return sign;
      if (sign === '/') return '_';
      return `-${byte.toString(16).toUpperCase().padStart(2, '0')}`;
    })
    .join('');

const RUNS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/**
 * Version 3 replaces characters outside its safe set by `*`, runs of them by `**A` and up, and appends them in base64.
 */
export function urlDefense3(text: string, replaced = /[*%+#!$~_;@\u0080-\uffff]+/g): string {
  let taken = '';
  const written = text.replace(replaced, (run) => {
    taken += run;
    let left = [...run].length;
    let marks = '';
    while (left > 0) {
      const length = left === 1 ? 1 : Math.min(left, 65);
      marks += length === 1 ? '*' : `**${RUNS[length - 2]}`;
      left -= length;
    }
    return marks;
  });
  return `/v3/__${written}__;${base64url(taken)}!!G2kpM7uM-TzIFchu!h30Sfdy1_Q-CXHTkSCJ-VzPvGcxB5$`;
}

export interface GuardForm {
  readonly product: string;
  readonly make: (inner: string) => string;
}

/** Every form from which the address can be recovered. */
export const guardForms: readonly GuardForm[] = [
  ...['nam02', 'can01', 'eur05', 'gcc02', 'apc01'].map((region) => ({
    product: 'Microsoft Safe Links',
    make: (inner: string) =>
      `https://${region}.safelinks.protection.outlook.com/?url=${strict(inner)}&data=05%7C02%7Cann%40maple.example%7C93d94d8a8f971462%7C0%7C0%7C638303211215324281%7CUnknown%7CTWFpbGZsb3d8eyJWIjoiMC4w%3D%7C3000&sdata=Yz0%2BPQ%3D%3D&reserved=0`,
  })),
  {
    product: 'Microsoft Safe Links',
    make: (inner) =>
      `https://usg02.safelinks.protection.office365.us/?url=${strict(inner)}&data=05%7C01&sdata=a%3D&reserved=0`,
  },
  {
    product: 'Microsoft Safe Links',
    make: (inner) =>
      `https://nam02.safelinks.protection.outlook.com/?url=${strict(inner)}&amp;data=05%7C02&amp;sdata=a%3D&amp;reserved=0`,
  },
  {
    product: 'Microsoft Safe Links',
    make: (inner) =>
      `https://links.mapleboard.example/?url=${strict(inner)}&data=05%7C02&sdata=abc%3D&reserved=0`,
  },
  {
    product: 'Microsoft Safe Links',
    make: (inner) =>
      `https://statics.teams.cdn.office.net/evergreen-assets/safelinks/1/atp-safelinks.html?url=${strict(inner)}&locale=en-ca`,
  },
  {
    product: 'Microsoft Safe Links',
    make: (inner) => `https://outlook.office.com/mail/safelink.html?url=${strict(inner)}&corid=1b2c`,
  },
  {
    product: 'Outlook',
    make: (inner) => `https://mail.maple.example/owa/redir.aspx?C=abcDEF-12&URL=${lower(inner)}`,
  },
  {
    product: 'Proofpoint URL Defense',
    make: (inner) =>
      `https://urldefense.proofpoint.com/v1/url?u=${strict(inner)}&k=oIvRg1%2BdGAgOoM1BIlLLqw%3D%3D%0A&r=IKM5u8%2B%2F%3D%0A&m=abc`,
  },
  {
    product: 'Proofpoint URL Defense',
    make: (inner) =>
      `https://urldefense.proofpoint.com/v2/url?u=${urlDefense2(inner)}&d=DwMFaQ&c=TIwfCwdwWnrHy3gMA&r=abc&m=x&s=y&e=`,
  },
  {
    product: 'Proofpoint URL Defense',
    make: (inner) => `https://urls.mapleboard.example/v2/url?u=${urlDefense2(inner)}&d=DwMFaQ&c=TIwf`,
  },
  { product: 'Proofpoint URL Defense', make: (inner) => `https://urldefense.com${urlDefense3(inner)}` },
  { product: 'Proofpoint URL Defense', make: (inner) => `https://urldefense.us${urlDefense3(inner)}` },
  {
    product: 'Proofpoint URL Defense',
    make: (inner) => `https://mail.mapleboard.example${urlDefense3(inner)}`,
  },
  {
    product: 'Proofpoint URL Defense',
    make: (inner) => `https://urldefense.com${urlDefense3(inner).replace('__https://', '__https:/')}`,
  },
  {
    product: 'Proofpoint',
    make: (inner) => `https://urlisolation.com/browser?clickId=1A2B&traceToken=9&url=${strict(inner)}`,
  },
  {
    product: 'Barracuda',
    make: (inner) =>
      `https://linkprotect.cudasvc.com/url?a=${lower(inner)}&c=E,1,03Q55I8O6D-V-MsaI5i3Th7UvGH,&typo=1`,
  },
  {
    product: 'Barracuda',
    make: (inner) => `https://links.mapleboard.example/url?a=${lower(inner)}&c=E,1,03Q55I8O6D,&typo=0`,
  },
  {
    product: 'Cisco Secure Email',
    make: (inner) => `https://secure-web.cisco.com/1Iuj8r62fsEdcx0SrWi-mbY70dptkMXLJH5ICAy/${strict(inner)}`,
  },
  {
    product: 'Cisco Secure Email',
    make: (inner) => `https://secure-web.cisco.com/1Iuj8r62fsEdcx0SrWi-mbY70/${strict(strict(inner))}`,
  },
  {
    product: 'Sophos',
    make: (inner) =>
      `https://ca-central-1.protection.sophos.com/?d=maple.example&u=${base64(inner)}&i=NjA5NDA5&t=MnQ4UUR5Q0=&h=b05e70cb&s=AVNPUEhU`,
  },
  {
    product: 'Sophos',
    make: (inner) =>
      `https://us-west-2.protection.sophos.com?d=maple.example&u=${base64url(inner)}&i=NjA5&t=Mn=&h=b05e`,
  },
  {
    product: 'Trend Micro',
    make: (inner) =>
      `https://ddec1-0-en-ctp.trendmicro.com:443/wis/clicktime/v1/query?url=${lower(inner)}&umid=2f305b77-83e7&auth=53c7c7de`,
  },
  {
    product: 'Trend Micro',
    make: (inner) =>
      `https://imsva.mapleboard.example/wis/clicktime/v1/query?url=${lower(inner)}&umid=2f&auth=5`,
  },
  {
    product: 'Symantec',
    make: (inner) =>
      `https://clicktime.symantec.com/15xVcHh2qpEgPv5boCzmK?h=QCYVzyLUm8bH6wdi23Xb5_1Dx1ooNNtCUoF8u_AHzJM=&u=${strict(inner)}`,
  },
  {
    product: 'Trellix (FireEye)',
    make: (inner) =>
      `https://protect2.fireeye.com/v1/url?k=aad62f08-f54d1627-aad7a447&q=1&e=2d730862-2c56-4988&u=${strict(inner)}`,
  },
  {
    product: 'Check Point',
    make: (inner) => `https://url.avanan.click/v2/r01/___${inner}___.YXAzOnBlYWNlYWJsZXN0cmVldDphOm86NDQx`,
  },
  {
    product: 'Check Point',
    make: (inner) => `https://protect.checkpoint.com/v2/___${inner}___.YzJ1OmZhZTVlN2ViNmU2NGY5`,
  },
  {
    product: 'Check Point',
    make: (inner) => `https://checkpoint.url-protection.com/v1/r05/url?o=${strict(inner)}&g=ABC=&h=DEF=&p=x`,
  },
  {
    product: 'Hornetsecurity',
    make: (inner) =>
      `https://atpscan.global.hornetsecurity.com/?d=HzV-JpXn&f=rhmYU&i=&k=Eb5a&m=onuR&n=U&r=n&s=a1&u=${strict(inner)}`,
  },
  {
    product: 'Vade',
    make: (inner) =>
      `https://m365.eu.vadesecure.com/safeproxy/v4?f=abc&i=def&k=Ghi&r=jkl&s=0a1b&u=${strict(inner)}`,
  },
  {
    product: 'Mailinblack',
    make: (inner) =>
      `https://mibc-fr-07.mailinblack.com/securelink/?url=https://maple.example&key=${base64url(JSON.stringify({ lang: 'fr', token: 'gAAA', url: inner }))}`,
  },
  {
    product: 'Zix',
    make: (inner) => `https://link.zixcentral.com/u/08573078/uLbJvu8j6RG0fTcth3soMg?u=${strict(inner)}`,
  },
  {
    product: 'Zix',
    make: (inner) => `https://link.edgepilot.com/s/e2b6ca7e/M2-CUdbmsU6-CdFBM7HzkQ?u=${strict(inner)}`,
  },
  {
    product: 'FortiMail',
    make: (inner) =>
      `https://fm.mapleboard.example/fmlurlsvc/?fewReq=:B:JVI2PT88Nip6MT4i=&url=${lower(inner)}`,
  },
  {
    product: 'Trustwave',
    make: (inner) =>
      `https://scanmail.trustwave.com/?c=20988&d=i-GP5uRIMfh6&u=${lower(inner).replaceAll('.', '%2e')}`,
  },
  {
    product: 'Libraesva',
    make: (inner) => `https://urlsand.esvalabs.com/?u=${strict(inner)}&e=ed7a584b&h=456504aa&f=y&p=y`,
  },
  {
    product: 'Libraesva',
    make: (inner) => `https://urlsand.mapleboard.example/?u=${strict(inner)}&e=ed7a&h=45&f=y&p=n`,
  },
  {
    product: 'TitanHQ',
    make: (inner) => `https://linklock.titanhq.com/analyse?url=${strict(inner)}&data=eJxsykFPgzAY`,
  },
  { product: 'Topsec', make: (inner) => `https://scanner.topsec.com/?d=1&r=show&u=${strict(inner)}&t=abc` },
  {
    product: 'CanIt',
    make: (inner) => `https://canit.mapleboard.example/canit/urlproxy.php?_q=${base64(inner)}`,
  },
  { product: 'Menlo Security', make: (inner) => `https://safe.menlosecurity.com/${inner}` },
  {
    product: 'Google',
    make: (inner) =>
      `https://www.google.com/url?q=${strict(inner)}&sa=D&source=editors&ust=1700000000&usg=AOvVaw0`,
  },
  {
    product: 'Google',
    make: (inner) =>
      `https://www.google.ca/url?sa=t&rct=j&q=&esrc=s&source=web&cd=1&url=${strict(inner)}&ved=2ahUKE`,
  },
  {
    product: 'Google',
    make: (inner) =>
      `https://www.google.com/url?q=${strict(inner).replace('%3A%2F%2F', '://')}&sa=U&ved=2ahUKE&usg=AOvVaw1`,
  },
  {
    product: 'Google',
    make: (inner) => `https://translate.google.com/translate?sl=en&tl=fr&u=${strict(inner)}`,
  },
  {
    product: 'Bing',
    make: (inner) =>
      `https://www.bing.com/ck/a?!&&p=e1b2&ptn=3&ver=2&hsh=4&fclid=0a&u=a1${base64url(inner)}&ntb=1`,
  },
  { product: 'DuckDuckGo', make: (inner) => `https://duckduckgo.com/l/?uddg=${strict(inner)}&rut=0123abcd` },
  {
    product: 'Yahoo',
    make: (inner) =>
      `https://r.search.yahoo.com/_ylt=AwrFe1;_ylu=Y29sbwNi/RV=2/RE=1700000000/RO=10/RU=${lower(inner)}/RK=2/RS=ab.c-`,
  },
  { product: 'Facebook', make: (inner) => `https://l.facebook.com/l.php?u=${strict(inner)}&h=AT0abc&s=1` },
  { product: 'Instagram', make: (inner) => `https://l.instagram.com/?u=${strict(inner)}&e=AT0abc` },
  {
    product: 'LinkedIn',
    make: (inner) => `https://www.linkedin.com/redir/redirect?url=${strict(inner)}&urlhash=Ab1c&trk=x`,
  },
  {
    product: 'YouTube',
    make: (inner) => `https://www.youtube.com/redirect?event=comments&redir_token=QUFF&q=${strict(inner)}`,
  },
  { product: 'Slack', make: (inner) => `https://slack-redir.net/link?url=${strict(inner)}` },
  {
    product: 'mail.com',
    make: (inner) =>
      `https://deref-mail.com/mail/client/OV1N7sILlK8/dereferrer/?redirectUrl=${strict(inner)}`,
  },
  {
    product: 'Amazon SES',
    make: (inner) =>
      `https://abc.r.us-east-1.awstrack.me/L0/${strict(inner).replace('%3A', ':')}/1/0100018abc-1234/xyz=345`,
  },
  { product: 'web.archive.org', make: (inner) => `https://web.archive.org/web/20240101000000/${inner}` },
];

/** Links without the address, with only its host, or in a form that outsiders cannot decode. */
export const closedLinks: readonly (readonly [product: string, link: string])[] = [
  ['Mimecast', 'https://protect-us.mimecast.com/s/0wSdCVON0gczLDq1tGaO_q/'],
  ['Mimecast', 'https://protect-eu.mimecast.com/s/AbCdEfGhIjKlMnOpQrSt?domain=sis.maple.example'],
  ['Mimecast', 'https://url.us.m.mimecastprotect.com/s/8oK3Cq717ycnrQ7giqCMcEkGoG?domain=sis.maple.example'],
  ['Mimecast', 'https://links.mapleboard.example/s/8oK3Cq717ycnrQ7giqCM?domain=sis.maple.example'],
  [
    'Egress Defend',
    'https://links.us1.defend.egress.com/Warning?crId=69f33d43&Domain=maple.example&Threat=eNpz&Lang=en&Base64Url=eNrLKCkpKLbS1',
  ],
  ['INKY', 'https://shared.outlook.inky.com/link?domain=sis.maple.example&t=h.eJxVj01PhDAYhP_KhrPb0vLV'],
  ['Cisco Secure Email', 'https://secure-web.cisco.com/1z0v_U78rf_0ofSUeyHRS36Fj-mk74BguweaGfG7pX9MxfO'],
  [
    'url.emailprotection.link',
    'https://url.emailprotection.link/?b6t_II7rHqeURY3L4E7-KcEv-1AKpnboL9fCKlYHKuJE6gIsmMG5lwI0',
  ],
  ['Check Point', 'https://url.avanan.click/v2/r02/___myyux://xnx.rfuqj.jcfruqj/bb___.YXAzOnBlYWNlYWJs'],
  ['Proofpoint URL Defense', 'https://urldefense.com/v3/__https://sis.maple.example/a*b__;!!cut!off$'],
  ['Proofpoint URL Defense', 'https://urldefense.com/v3/__https://sis.maple.exa'],
  ['Proofpoint URL Defense', 'https://urldefense.com/v3/__https://sis.maple.example/**Zb__;JQ!!cut!off$'],
  ['Proofpoint URL Defense', 'https://urldefense.proofpoint.com/v2/url?u='],
  ['Microsoft Safe Links', 'https://nam02.safelinks.protection.outlook.com/?url='],
  ['Microsoft Safe Links', 'https://nam02.safelinks.protection.outlook.com/'],
  ['Barracuda', 'https://linkprotect.cudasvc.com/url'],
  ['Sophos', 'https://eu-central-1.protection.sophos.com/?d=&u=%%%&h=1'],
  ['Mailchimp', 'https://maple.us1.list-manage.com/track/click?u=1a2b&id=3c4d&e=5e'],
  ['SendGrid', 'https://url123.maple.example/ls/click?upn=u001.HIVfGxvP6wopKkylY-2Fsl-2Botxri4'],
  ['bit.ly', 'https://bit.ly/3AbCdEf'],
  ['t.co', 'https://t.co/AbCdEf1234'],
  ['aka.ms', 'https://aka.ms/ps-setup'],
  ['lnkd.in', 'https://lnkd.in/gAbCdEf'],
];
