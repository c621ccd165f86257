import type { Service } from '../../../servers/spoilt-service';
import { challenge, json, type Met, type MetGroup, page, says } from './met';

const page3xx = (what: string, status: number, location: string): Met => ({
  what,
  answer: says(
    status,
    { location, 'content-type': 'text/html' },
    '<html><head><title>Moved</title></head></html>',
  ),
  told: 'redirected failed',
  job: 'you',
  why: 'It leads to another address; where to is shown, and says whose it is.',
});
const blocked = (
  what: string,
  answer: Met['answer'],
  why = 'A filter’s page; only the network team can let it through.',
): Met => ({
  what,
  answer,
  told: 'web-page-answered failed',
  job: 'network-team',
  why,
});
const guarded = (
  what: string,
  answer: Met['answer'],
  why = 'What guards the server took us for a robot; the vendor can let programs through.',
): Met => ({
  what,
  answer,
  told: 'guard-answered failed',
  job: 'service-owner',
  why,
});

/** Tried on a token request, a signed request and a bearer request: an intermediary does not know which it is. */
const everywhere: readonly Service[] = ['oneroster', 'classlink-direct', 'classlink-proxy'];

/** Intermediaries on the school's side. */
export const filters: MetGroup = {
  name: 'filters and portals on the school’s side',
  place: 'sign-in',
  services: everywhere,
  rows: [
    blocked(
      'FortiGuard: 403, a comment before the page',
      says(
        403,
        { 'content-type': 'text/html', connection: 'close', 'x-frame-options': 'SAMEORIGIN' },
        '<!-- IE friendly error message walkround.\n if error message from server is less than 512 bytes -->\n<!DOCTYPE html>\n<html><head><title>Web Filter Violation</title></head><body>FortiGuard Intrusion Prevention - Access Blocked</body></html>',
      ),
    ),
    blocked('FortiGuard: 200, application control', page(200, 'Application Control Violation')),
    blocked(
      'ContentKeeper: 200, a refresh',
      says(
        200,
        { 'content-type': 'text/html' },
        '<meta http-equiv="refresh" content="0; url=https://ck.district.example/blocked">',
      ),
    ),
    blocked('Smoothwall: 403', page(403, 'Smoothwall - Page Blocked')),
    blocked(
      'Sophos: 403',
      page(403, 'Blocked request', {}, '<p>The request is invalid or access_denied by policy</p>'),
      'Its prose contains words of the standard; a page’s prose decides nothing.',
    ),
    blocked(
      'Zscaler: 403 with its own Server header',
      page(403, 'Internet Security by Zscaler', { server: 'Zscaler/6.2' }),
    ),
    blocked('Cisco Umbrella: 403', page(403, 'This site is blocked.', { server: 'Cisco Umbrella' })),
    blocked(
      'Squid: 403',
      page(403, 'ERROR: The requested URL could not be retrieved', {
        server: 'squid/5.7',
        'x-squid-error': 'ERR_ACCESS_DENIED 0',
      }),
    ),
    blocked(
      'Blue Coat ProxySG: 403',
      page(403, 'Access Denied', {}, 'Your request was denied because of its content categorization'),
    ),
    blocked(
      'Skyhigh Web Gateway: 403',
      page(403, 'McAfee Web Gateway - Notification', { via: '1.1 10.0.0.1 (McAfee Web Gateway)' }),
    ),
    blocked('WatchGuard: 403', page(403, 'Request denied by WatchGuard HTTP Proxy')),
    blocked('SonicWall: 403', page(403, 'This site has been blocked by the network administrator.')),
    blocked('Untangle: 200', page(200, 'Web Filter: Blocked')),
    blocked(
      'e2guardian: 200 under application/json',
      says(
        200,
        { 'content-type': 'application/json' },
        '<html><head><title>Access Denied</title></head></html>',
      ),
      'The first byte decides, not the label.',
    ),
    blocked(
      'LGfL WebScreen: 403, capitals',
      says(403, {}, '\r\n  <HTML><HEAD><TITLE>WebScreen</TITLE></HEAD></HTML>'),
    ),
    blocked('a captive portal: 511', page(511, 'Network Authentication Required')),
    blocked(
      'Cisco WLC: 200, a refresh',
      says(
        200,
        { 'content-type': 'text/html' },
        '<HTML><HEAD><TITLE> Web Authentication Redirect</TITLE><META http-equiv="Refresh" content="0; url=https://192.0.2.1/login.html"></HEAD></HTML>',
      ),
    ),
    blocked(
      'a page in UTF-16',
      says(
        200,
        { 'content-type': 'text/html; charset=utf-16' },
        Buffer.concat([
          Buffer.from([0xff, 0xfe]),
          Buffer.from('<!DOCTYPE html><title>Blocked</title>', 'utf16le'),
        ]),
      ),
    ),
    blocked(
      'a page after a byte order mark',
      says(200, { 'content-type': 'text/html' }, '\uFEFF<!DOCTYPE html><title>Blocked</title>'),
    ),
    blocked(
      'a page whose prose sounds like the standard',
      page(
        403,
        'Blocked',
        {},
        '<p>Invalid request: this client is an unauthorized client, and its token is an invalid token. Server error.</p>',
      ),
      'Prose, without one word spelled as the standard has it.',
    ),
    page3xx('Securly: 302', 302, 'https://www.securly.com/blocked?useremail=x&reason=domainblockedforuser'),
    page3xx('GoGuardian: 302', 302, 'https://blocked.goguardian.com/blocked.html?url=x'),
    page3xx('Lightspeed: 307', 307, 'https://blocked.lsfilter.example/access?u=x'),
    page3xx(
      'Netsweeper: 302 to plain HTTP',
      302,
      'http://filter.district.example:8080/webadmin/deny/index.php?dpid=1',
    ),
    page3xx('Umbrella: 303', 303, 'https://block.opendns.example/?url=x'),
    page3xx('Zscaler: 307', 307, 'https://gateway.zscaler.example/auD?origurl=x'),
    ...(
      [
        ['Netsweeper', 'https://filter.board.example:8080/webadmin/deny/index.php?dpid=1&url=x'],
        ['iboss on the school’s own server', 'https://reporter.board.example/block/bp.html'],
        ['Palo Alto: a blocked page', 'https://fw.board.example:6080/php/urlblock.php?args=x'],
        ['Palo Alto: its sign-in', 'https://fw.board.example:6082/php/uid.php?vsys=1&rule=2'],
        ['Check Point', 'https://fw.board.example/UserCheck/PortalMain?IID=1&origUrl=x'],
        ['Meraki', 'https://wired.meraki.com:8090/blocked.cgi?blocked_server=192.0.2.1'],
        ['FortiGate: its sign-in', 'https://fw.board.example:1003/fgtauth?0a0b'],
        ['Meraki: its guest network', 'https://n143.network-auth.com/splash/?mac=00'],
        [
          'Aruba: its guest network',
          'https://securelogin.arubanetworks.com/upload/guest/index.html?cmd=login',
        ],
        ['UniFi: its guest network', 'http://192.168.1.5:8880/guest/s/default/?id=1&ap=2'],
        ['Cisco ISE: its guest network', 'https://ise.board.example:8443/portal/gateway?sessionId=1'],
      ] as const
    ).map(([what, location]) => ({
      ...page3xx(`${what}: 302`, 302, location),
      facts: { problem: 'filter' },
    })),
  ],
};

/** Intermediaries on the vendor's side. */
export const guards: MetGroup = {
  name: 'guards on the vendor’s side',
  place: 'sign-in',
  services: everywhere,
  rows: [
    guarded(
      'Cloudflare: a challenge',
      page(403, 'Just a moment...', { server: 'cloudflare', 'cf-mitigated': 'challenge', 'cf-ray': '0-YYZ' }),
    ),
    guarded(
      'Cloudflare: a challenge, no Server header',
      page(403, 'Just a moment...', { 'cf-mitigated': 'challenge' }),
    ),
    guarded(
      'Cloudflare: blocked by rule 1020',
      page(403, 'Attention Required! | Cloudflare', { server: 'cloudflare' }),
    ),
    guarded('Cloudflare: under attack, 503', page(503, 'Just a moment...', { server: 'cloudflare' })),
    guarded(
      'Cloudflare: 403 “error code: 1010” as text',
      says(403, { 'content-type': 'text/plain; charset=UTF-8', server: 'cloudflare' }, 'error code: 1010'),
      'Cloudflare’s refusal to programs that do not look like a browser.',
    ),
    guarded(
      'Akamai: 403',
      page(
        403,
        'Access Denied',
        { server: 'AkamaiGHost' },
        'You don\'t have permission to access "http://sis.example/" on this server.<p>Reference #18.0',
      ),
    ),
    guarded(
      'Imperva: 403, its frame',
      says(
        403,
        { 'content-type': 'text/html', 'x-iinfo': '10-0-0 0NNN', 'x-cdn': 'Imperva' },
        '<html style="height:100%"><head></head><body><iframe src="/_Incapsula_Resource?CWUDNSAI=9&incident_id=0">Request unsuccessful. Incapsula incident ID: 0</iframe></body></html>',
      ),
    ),
    guarded(
      'Imperva: the same under 200',
      says(
        200,
        { 'content-type': 'text/html', 'x-iinfo': '10-0-0 0NNN', 'x-cdn': 'Incapsula' },
        '<html><head></head><body><iframe src="/_Incapsula_Resource?CWUDNSAI=9">Request unsuccessful. Incapsula incident ID: 0</iframe></body></html>',
      ),
    ),
    guarded(
      'F5: 200, Request Rejected',
      says(
        200,
        { 'content-type': 'text/html; charset=utf-8' },
        '<html><head><title>Request Rejected</title></head><body>The requested URL was rejected. Please consult with your administrator.<br><br>Your support ID is: 0</body></html>',
      ),
    ),
    guarded(
      'AWS WAF before a load balancer: 403',
      says(
        403,
        { 'content-type': 'text/html', server: 'awselb/2.0' },
        '<html>\r\n<head><title>403 Forbidden</title></head>\r\n<body>\r\n<center><h1>403 Forbidden</h1></center>\r\n</body>\r\n</html>\r\n',
      ),
    ),
    guarded(
      'AWS WAF: a challenge, 202 and nothing',
      says(202, { 'x-amzn-waf-action': 'challenge', server: 'CloudFront' }),
    ),
    guarded(
      'AWS WAF: a puzzle, 405',
      page(405, 'Human Verification', { 'x-amzn-waf-action': 'captcha', server: 'CloudFront' }),
    ),
    guarded(
      'CloudFront: 403 Request blocked',
      page(403, 'ERROR: The request could not be satisfied', {
        server: 'CloudFront',
        'x-cache': 'Error from cloudfront',
      }),
    ),
    guarded(
      'Azure Application Gateway: 403',
      page(403, '403 Forbidden', { server: 'Microsoft-Azure-Application-Gateway/v2' }),
    ),
    guarded(
      'Azure Front Door: 403',
      page(403, 'The request is blocked.', { 'x-azure-ref': '0' }, '<h2>The request is blocked.</h2>'),
    ),
    guarded(
      'Sucuri: 403',
      page(403, 'Sucuri WebSite Firewall - Access Denied', {
        server: 'Sucuri/Cloudproxy',
        'x-sucuri-id': '12013',
        'x-sucuri-block': 'EVA079',
      }),
    ),
    guarded(
      'DataDome: 403 in JSON',
      json(
        403,
        { url: 'https://geo.captcha-delivery.com/captcha/?initialCid=0' },
        { server: 'DataDome', 'x-datadome': 'protected' },
      ),
      'A puzzle for people, in JSON.',
    ),
    guarded(
      'ModSecurity: 406 with its page',
      page(
        406,
        'Not Acceptable!',
        { server: 'Apache' },
        '<p>An appropriate representation of the requested resource could not be found on this server. This error was generated by Mod_Security.</p>',
      ),
    ),
    {
      what: 'Cloudflare passes on the server’s own 403 in JSON',
      answer: json(403, { error: 'unauthorized_client' }, { server: 'cloudflare', 'cf-ray': '0' }),
      told: 'client-not-allowed failed',
      job: 'service-owner',
      why: 'A word of the standard: the server itself spoke.',
      services: ['oneroster'],
    },
    {
      what: 'Cloudflare passes on the server’s own 401',
      answer: page(401, 'Unauthorized', { server: 'cloudflare', ...challenge('Bearer realm="x"') }),
      told: 'token-rejected failed',
      job: 'you',
      why: 'The challenge of the scheme that was used.',
      services: ['classlink-proxy'],
    },
    {
      what: 'Cloudflare passes on a 403 without a word, in JSON',
      answer: json(403, { message: 'Forbidden' }, { server: 'cloudflare', 'cf-ray': '0' }),
      told: 'refused failed',
      job: 'not-clear',
      why: 'Cloudflare answers in pages; this comes from behind it.',
      services: ['oneroster'],
    },
    {
      what: 'Cloudflare: a 404 page of the site, with the script that it adds',
      answer: page(
        404,
        'Not Found',
        { server: 'cloudflare', 'cf-ray': '0' },
        '<script src="/cdn-cgi/challenge-platform/scripts/jsd/main.js"></script>',
      ),
      told: 'wrong-address failed',
      job: 'you',
      why: 'The site’s own page; the script is in all of them.',
      services: ['oneroster'],
    },
    {
      what: 'a network’s 403 that allows no such address, in JSON',
      answer: json(403, { message: 'Your IP address is not allowed to access this resource' }),
      told: 'not-proved warning',
      job: 'you',
      why: 'It names no right; nothing is proved.',
      services: ['classlink-direct', 'classlink-proxy'],
    },
    {
      what: '403 access_denied in JSON',
      answer: json(403, { error: 'access_denied' }),
      told: 'not-proved warning',
      job: 'you',
      why: 'It names no right; nothing is proved.',
      services: ['classlink-direct', 'classlink-proxy'],
    },
    {
      what: 'Django REST: 403 “You do not have permission to perform this action.”',
      answer: json(403, { detail: 'You do not have permission to perform this action.' }),
      told: 'permission-missing failed',
      job: 'you',
      step: 'permission',
      signIn: 'ok passed',
      why: 'Somebody it knows lacks a permission.',
      services: ['classlink-direct', 'classlink-proxy'],
    },
    {
      what: 'Cloudflare: 200 with a page of the site',
      answer: page(200, 'Maple Schools', { server: 'cloudflare', 'cf-ray': '0' }),
      told: 'web-page-answered failed',
      job: 'network-team',
      why: 'No refusal of the guard; a page where JSON is due.',
    },
    {
      what: 'a maintenance page with 200',
      answer: page(200, 'We will be back soon!', {}, '<p>The site is down for maintenance.</p>'),
      told: 'web-page-answered failed',
      job: 'network-team',
      facts: { problem: 'maintenance' },
      why: 'The page itself says that the server is being worked on.',
    },
    {
      what: 'PHP: warnings before the JSON',
      answer: says(
        200,
        { 'content-type': 'application/json', 'x-powered-by': 'PHP/8.2.4' },
        '<br />\n<b>Deprecated</b>: Optional parameter before required in <b>/srv/app.php</b> on line <b>87</b><br />\n{"orgs":[]}',
      ),
      told: 'web-page-answered failed',
      job: 'network-team',
      facts: { problem: 'program-messages' },
      why: 'Only the server’s own program writes these; no filter does.',
    },
    {
      what: 'nginx: plain HTTP reached its HTTPS port, behind a balancer',
      answer: page(
        400,
        '400 The plain HTTP request was sent to HTTPS port',
        { server: 'nginx' },
        '<center><h1>400 Bad Request</h1></center><hr><center>nginx</center>',
      ),
      told: 'web-page-answered failed',
      job: 'network-team',
      facts: { problem: 'server-page' },
      why: 'We spoke TLS: the fault lies behind the server’s own balancer, and no filter writes this page.',
    },
    {
      what: 'Azure App Service: the application is stopped',
      answer: page(403, 'Web App - Unavailable', {}, '<h1>Error 403 - This web app is stopped.</h1>'),
      told: 'web-page-answered failed',
      job: 'network-team',
      facts: { problem: 'server-page' },
      why: 'The server’s side has to start it.',
    },
    {
      what: 'Azure App Service: this IP address is not allowed',
      answer: page(403, 'Error 403 - Forbidden', { 'x-ms-forbidden-ip': '203.0.113.9' }),
      told: 'web-page-answered failed',
      job: 'network-team',
      facts: { problem: 'server-page' },
      why: 'Its header shows that the service itself refused.',
    },
    {
      what: 'ASP.NET: its yellow page with 403',
      answer: page(403, 'Runtime Error', {}, "<h1>Server Error in '/' Application.</h1>"),
      told: 'web-page-answered failed',
      job: 'network-team',
      facts: { problem: 'server-page' },
      why: 'Only ASP.NET writes it.',
    },
    {
      what: 'Express: “Cannot POST /…” with 403',
      answer: page(403, 'Error', {}, '<pre>Cannot POST /oauth/token</pre>'),
      told: 'web-page-answered failed',
      job: 'network-team',
      facts: { problem: 'server-page' },
      why: 'The server’s program has no such path.',
    },
    {
      what: 'an application of one page answers every address with itself',
      answer: page(
        200,
        'Maple SIS',
        {},
        '<div id="root"></div><script type="module" src="/assets/index.js"></script>',
      ),
      told: 'web-page-answered failed',
      job: 'network-team',
      facts: { problem: 'website' },
      why: 'The address of the website, not of the service.',
    },
    {
      what: 'a block page that an application of one page shows',
      answer: page(
        200,
        'Blocked',
        {},
        '<div id="app">This site is blocked by your school’s content filter.</div>',
      ),
      told: 'web-page-answered failed',
      job: 'network-team',
      why: 'It says itself that it blocks.',
    },
    {
      what: 'Squid: 503, the name was not found',
      answer: page(503, 'ERROR: The requested URL could not be retrieved', {
        server: 'squid/5.7',
        'x-squid-error': 'ERR_DNS_FAIL 0',
      }),
      told: 'server-error failed',
      job: 'service-owner',
      facts: { problem: 'proxy-page' },
      why: 'The school’s proxy wrote it, not the server.',
    },
    {
      what: 'Blue Coat: 504, no answer from the server',
      answer: page(504, 'Access Denied', {}, '<p>Network Error (tcp_error)</p>'),
      told: 'server-error failed',
      job: 'service-owner',
      facts: { problem: 'proxy-page' },
      why: 'The proxy’s own page.',
    },
    {
      what: '451 at the edge of the service',
      answer: page(451, 'Unavailable For Legal Reasons', { server: 'cloudflare' }),
      told: 'refused failed',
      job: 'not-clear',
      facts: { problem: 'own-reason' },
      why: 'A region that is not served: an address or an IP number, nothing that was entered.',
      services: ['powerschool', 'aeries-oneroster', 'oneroster'],
    },
    {
      ...page3xx('Zscaler: 307 to its gateway', 307, 'https://gateway.zscaler.net/auD?origurl=x'),
      facts: { problem: 'filter' },
    },
    {
      ...page3xx('Securly: 302 to its page', 302, 'https://www.securly.com/blocked?useremail=x'),
      facts: { problem: 'filter' },
    },
    {
      ...page3xx('302 to a sign-in page of its own', 302, '/login'),
      facts: { problem: 'sign-in-page' },
    },
    {
      ...page3xx(
        'Entra application proxy: 302 to its sign-in',
        302,
        'https://login.microsoftonline.com/common/oauth2/authorize?client_id=x',
      ),
      facts: { problem: 'sign-in-page' },
    },
    guarded(
      'Radware AppWall: 403, its page',
      page(403, 'Unauthorized Request Blocked', {}, '<h1>Unauthorized Activity Has Been Detected</h1>'),
    ),
    {
      what: 'a block page that lets teachers sign in',
      answer: page(
        403,
        'Web Page Blocked',
        {},
        '<p>Access to this page is blocked by the content filter.</p><form><input type="password"></form>',
      ),
      told: 'web-page-answered failed',
      job: 'network-team',
      facts: { problem: undefined },
      why: 'Its title says what it is.',
      services: ['oneroster'],
    },
    guarded(
      'Google Cloud Armor: 403',
      says(
        403,
        { 'content-type': 'text/html; charset=UTF-8', via: '1.1 google' },
        '<!doctype html><meta charset="utf-8"><meta name=viewport content="width=device-width, initial-scale=1"><title>403</title>403 Forbidden',
      ),
    ),
    ...(
      [
        [
          'Fastly: unknown domain, 500',
          500,
          '<html><head><title>Fastly error: unknown domain sis.example</title></head><body><p>Fastly error: unknown domain: sis.example. Please check that this domain has been added to a service.</p></body></html>',
        ],
        [
          'Akamai: invalid URL',
          400,
          '<HTML><HEAD>\n<TITLE>Invalid URL</TITLE>\n</HEAD><BODY>\n<H1>Invalid URL</H1>\nThe requested URL "&#91;no&#32;URL&#93;", is invalid.<p>\nReference&#32;&#35;9&#46;1c\n</BODY></HTML>',
        ],
        [
          'Windows: invalid host name',
          400,
          '<HTML><HEAD><TITLE>Bad Request</TITLE></HEAD><BODY><h2>Bad Request - Invalid Hostname</h2><hr><p>HTTP Error 400. The request hostname is invalid.</p></BODY></HTML>',
        ],
      ] as const
    ).map(
      ([what, status, body]): Met => ({
        what,
        answer: says(status, { 'content-type': 'text/html' }, body),
        told: 'wrong-address failed',
        job: 'you',
        why: 'It does not serve this name, and suspects nobody.',
        services: ['oneroster'],
      }),
    ),
    ...(
      [
        [
          'HAProxy',
          '<html><body><h1>403 Forbidden</h1>\nRequest forbidden by administrative rules.\n</body></html>',
        ],
        [
          'Google Cloud Run',
          '<html><head><title>403 Forbidden</title></head><body><h1>Error: Forbidden</h1><h2>Your client does not have permission to get URL <code>/orgs</code> from this server.</h2></body></html>',
        ],
        [
          'Google',
          '<!DOCTYPE html><html lang=en><meta charset=utf-8><title>Error 403 (Forbidden)!!1</title><p><b>403.</b>',
        ],
        [
          'WebLogic',
          '<!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 4.0 Draft//EN">\n<HTML><HEAD><TITLE>Error 403--Forbidden</TITLE></HEAD><BODY><H2>Error 403--Forbidden</H2></BODY></HTML>',
        ],
        [
          'Apache without its name',
          '<!DOCTYPE HTML PUBLIC "-//IETF//DTD HTML 2.0//EN">\n<html><head>\n<title>403 Forbidden</title>\n</head><body>\n<h1>Forbidden</h1>\n<p>You don\'t have permission to access this resource.</p>\n</body></html>',
        ],
        ['Undertow', '<html><head><title>Error</title></head><body>Forbidden</body></html>'],
        ['Tornado', '<html><title>403: Forbidden</title><body>403: Forbidden</body></html>'],
        [
          'Werkzeug',
          "<!doctype html>\n<html lang=en>\n<title>403 Forbidden</title>\n<h1>Forbidden</h1>\n<p>You don't have the permission to access the requested resource. It is either read-protected or not readable by the server.</p>",
        ],
        [
          'Amazon S3',
          '<html>\n<head><title>403 Forbidden</title></head>\n<body>\n<h1>403 Forbidden</h1>\n<ul>\n<li>Code: AccessDenied</li>\n<li>Message: Access Denied</li>\n</ul></body></html>',
        ],
      ] as const
    ).map(
      ([whose, body]): Met => ({
        what: `${whose}: its own 403`,
        answer: says(403, { 'content-type': 'text/html' }, body),
        told: 'web-page-answered failed',
        job: 'network-team',
        facts: { problem: 'server-page' },
        why: 'A web server’s default page; no filter writes it.',
        services: ['oneroster'],
      }),
    ),
    {
      what: 'Symfony: its own 403',
      answer: page(
        403,
        'An Error Occurred: Forbidden',
        {},
        '<h1>Oops! An Error Occurred</h1><h2>The server returned a "403 Forbidden".</h2>',
      ),
      told: 'web-page-answered failed',
      job: 'network-team',
      facts: { problem: 'server-page' },
      why: 'Only Symfony writes it.',
      services: ['oneroster'],
    },
    ...(
      [
        ['Cloudflare Access', 'https://maple.cloudflareaccess.com/cdn-cgi/access/login/sis'],
        ['Shibboleth', 'https://idp.board.example/idp/profile/SAML2/Redirect/SSO?SAMLRequest=x'],
        ['OpenID Connect', 'https://id.board.example/connect/auth?client_id=x&redirect_uri=https%3A%2F%2Fx'],
      ] as const
    ).map(
      ([what, location]): Met => ({
        ...page3xx(`${what}: 302 to its sign-in`, 302, location),
        facts: { problem: 'sign-in-page' },
        services: ['oneroster'],
      }),
    ),
    {
      what: 'a block page in Apache’s dress',
      answer: says(
        403,
        { 'content-type': 'text/html' },
        '<!DOCTYPE HTML PUBLIC "-//IETF//DTD HTML 2.0//EN">\n<html><head>\n<title>403 Forbidden</title>\n</head><body>\n<h1>Forbidden</h1>\n<p>This site is blocked by policy.</p>\n</body></html>',
      ),
      told: 'web-page-answered failed',
      job: 'network-team',
      facts: { problem: undefined },
      why: 'It says itself that it blocks.',
      services: ['oneroster'],
    },
  ],
};
