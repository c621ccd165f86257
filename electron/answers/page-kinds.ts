import type { Answer } from '../http/client';
import { textOf } from './body-text';

/*
 * Recognizes web pages that answered instead of a service: whose they are, and why they were sent. Products and
 * sources: docs/vendors/firewalls.md#pages-of-servers.
 */

type Kind =
  | 'client-certificate'
  | 'program-messages'
  | 'sign-in-page'
  | 'maintenance'
  | 'server-page'
  | 'website';

/** Null if the page matches nothing known. */
export function kindOfPage(answer: Answer): Kind | null {
  if (wantsClientCertificate(answer)) return 'client-certificate';
  if (isProgramsWarning(answer)) return 'program-messages';
  // Some filters let a teacher sign in on the page that blocks.
  if (headsWithBlocked(answer)) return null;
  if (asksForPassword(answer)) return 'sign-in-page';
  if (saysBlocked(answer)) return null;
  if (isServersOwn(answer)) return 'server-page';
  if (matches(answer, MAINTENANCE)) return 'maintenance';
  return isWebsite(answer) ? 'website' : null;
}

const LONGEST_PAGE = 20_000;
const matches = ({ body }: Answer, pattern: RegExp): boolean =>
  body.kind === 'html' && pattern.test(body.text.slice(0, LONGEST_PAGE));

/** What servers say that request a client certificate in the TLS handshake without requiring one. */
const CLIENT_CERTIFICATE =
  /No required SSL certificate was sent|The SSL certificate error|client certificate (?:is )?required|requires? a (?:valid )?client certificate/i;

const wantsClientCertificate = ({ body }: Answer): boolean =>
  CLIENT_CERTIFICATE.test(textOf(body).slice(0, 4000));

const BLOCKED =
  /\b(?:web ?page|web ?site|site|page|access|url|category|connection)\b[^<.]{0,60}\bblocked\b(?! your access)|\bblocked\b[^<.]{0,60}\b(?:polic(?:y|ies)|filter|administrator|categor(?:y|ies))|in accordance with (?:company|school|district|our) policy|content filter|(?:page|site|acc[eè]s)[^<.]{0,40}bloqu[ée]e?(?![a-z])/i;

/** The same in the page's title. */
const headsWithBlocked = ({ body }: Answer): boolean =>
  body.kind === 'html' &&
  BLOCKED.test(/<title>([^<]{1,200})/i.exec(body.text.slice(0, LONGEST_PAGE))?.[1] ?? '');

/** Whether a page says that it blocks access. */
export const saysBlocked = (answer: Answer): boolean => matches(answer, BLOCKED);

const MAINTENANCE =
  /\bmaintenance\b|\bbe (?:right )?back (?:soon|shortly|later)\b|temporarily (?:down|offline)|de retour bient[ôo]t/i;

/** PHP error messages, printed without a page around them. */
const isProgramsWarning = ({ body }: Answer): boolean =>
  body.kind === 'html' &&
  /^\s*<(?:br|b|font|table)\b[^>]{0,200}>\s*(?:<[^>]{1,200}>\s*){0,6}(?:(?:PHP )?(?:Fatal error|Parse error|Warning|Notice|Deprecated|Strict Standards)\b)/i.test(
    body.text.slice(0, 2000),
  );

/** A page with a sign-in form. */
const asksForPassword = (answer: Answer): boolean =>
  matches(answer, /<input[^>]{0,200}type\s*=\s*["']?password/i);

/** Default error pages of web servers and frameworks. */
const SERVERS_OWN = new RegExp(
  [
    '<hr>\\s*<center>\\s*(?:nginx|openresty|tengine|freenginx)\\b',
    '<address>\\s*Apache\\b',
    'The plain HTTP request was sent to HTTPS port',
    'speaking plain HTTP to an SSL-enabled server port',
    'Client sent an HTTP request to an HTTPS server',
    "Server Error in ['‘]/[^<'’]{0,200}['’] Application",
    'IIS (?:\\d+(?:\\.\\d)? )?Detailed Error|Internet Information Services',
    'You do not have permission to view this directory or page',
    '403 - Forbidden: Access is denied|401 - Unauthorized: Access is denied',
    'Error 403 - (?:Forbidden|This web app is stopped)|<title>\\s*Web App - Unavailable',
    'HTTP Status \\d{3} [–-]|<h3>\\s*Apache Tomcat',
    '<h2>\\s*HTTP ERROR(?::)? \\d{3}|Powered by Jetty',
    'Whitelabel Error Page',
    'Your browser sent an invalid request|Request forbidden by administrative rules',
    // Apache with `ServerSignature Off`.
    '//IETF//DTD HTML 2\\.0//EN">\\s*<html><head>\\s*<title>\\d{3} [^<]{1,60}</title>\\s*</head><body>\\s*<h1>[^<]{1,60}</h1>\\s*<p>(?:You don\'t have permission|This server could not verify|Your browser sent a request)',
    'Your client does not have permission to get URL <code>|<title>Error \\d{3} \\([^<)]{1,40}\\)!!1</title>',
    '<title>\\s*Error \\d{3}--[^<]{1,60}</title>',
    '<hr>\\s*<p>HTTP Error \\d{3}\\. ',
    '<title>Error</title>\\s*</head>\\s*<body>(?:Forbidden|Unauthorized|Bad Request)</body>',
    '<title>(\\d{3}: [^<]{1,40})</title>\\s*(?:</head>)?\\s*<body>\\1</body>',
    "You don't have the permission to access the requested resource\\. It is either read-protected",
    'The server returned a "\\d{3} [^"]{1,40}"',
    '<li>Code: [A-Z]\\w{1,40}</li>\\s*<li>Message: ',
    '<pre>\\s*Cannot (?:GET|POST) /',
    'CSRF verification failed|DisallowedHost|You’re seeing this error because you have <code>DEBUG',
    'LiteSpeed Web Server|Oracle WebLogic|JBoss|WildFly|GlassFish',
  ].join('|'),
  'i',
);

const isServersOwn = (answer: Answer): boolean =>
  answer.headers.has('x-ms-forbidden-ip') || matches(answer, SERVERS_OWN);

/** The shell of a web application, which its script fills in the browser. A filter's page is complete by itself. */
const WEBSITE =
  /<div[^>]{1,200}\bid\s*=\s*["']?(?:root|app|__next|__nuxt|main-app)\b|<app-root\b|\bng-version\s*=|<script[^>]{1,300}\btype\s*=\s*["']?module/i;

const isWebsite = (answer: Answer): boolean =>
  answer.status >= 200 && answer.status < 300 && matches(answer, WEBSITE);

/** Proxies that send their own 5xx page if they cannot reach the server. */
const PROXYS_OWN =
  /<div id="?footer[^>]*>[\s\S]{0,400}\(squid|Generated [^<]{0,80}\(squid\/|<title>\s*ERROR: The requested URL could not be retrieved|Network Error \((?:dns|tcp|gateway)_[a-z_]+\)|(?:Zscaler|Forcepoint|McAfee Web Gateway|Skyhigh|Symantec|ProxySG|Blue ?Coat|Smoothwall|WatchGuard|Sophos|Barracuda Web|Cisco (?:Umbrella|Secure Web)|iboss)\b/i;

/** A proxy's or filter's own error page, not the server's. */
export const isProxysOwn = (answer: Answer): boolean =>
  answer.headers.has('x-squid-error') || matches(answer, PROXYS_OWN);
