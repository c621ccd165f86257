import type { ReplyCase } from './reply-case';

/* Pasted requests: their target says as much as their content. */

const id = 'maple-4821';
const secret = 'kP7vW2xQ9mZ4tB8r';
const both = { clientId: id, clientSecret: secret };
const token = '0f1e2d3c-4b5a-6978';
const server = 'https://sis.maple.example';
const proxy = 'https://oneroster-proxy.example';
const application = 'kR4t%2FbQ%3D%3D';
const basic = 'bWFwbGUtNDgyMTprUDd2VzJ4UTltWjR0Qjhy';

export const requests: readonly ReplyCase[] = [
  // --- the proxy
  {
    name: 'curl to the proxy, with the application in its path',
    system: 'classlink-proxy',
    text: `curl -H 'Authorization: Bearer ${token}' '${proxy}/${application}/ims/oneroster/v1p1/orgs?limit=1'`,
    found: { proxyUrl: proxy, applicationId: application, accessToken: token },
  },
  {
    name: 'curl to a proxy that has a path',
    system: 'classlink-proxy',
    text: `curl '${proxy}/roster/${application}/ims/oneroster/v1p1/schools' \\\n  -H 'Authorization: Bearer ${token}'`,
    found: { proxyUrl: `${proxy}/roster`, applicationId: application, accessToken: token },
  },
  {
    name: 'curl to the proxy’s list of applications',
    system: 'classlink-proxy',
    text: `curl -H "Authorization: Bearer ${token}" ${proxy}/applications`,
    found: { proxyUrl: proxy, accessToken: token },
  },
  {
    name: 'a raw request to the proxy',
    system: 'classlink-proxy',
    text: `GET /${application}/ims/oneroster/v1p1/orgs HTTP/1.1\nHost: oneroster-proxy.example\nAuthorization: Bearer ${token}\nAccept: application/json\n`,
    found: { proxyUrl: proxy, applicationId: application, accessToken: token },
  },
  {
    name: 'a request of PowerShell to the proxy',
    system: 'classlink-proxy',
    text: `Invoke-RestMethod -Uri "${proxy}/${application}/ims/oneroster/v1p1/orgs" -Headers @{ Authorization = "Bearer ${token}" }`,
    found: { proxyUrl: proxy, applicationId: application, accessToken: token },
  },
  {
    name: 'a request of PowerShell with its headers in a variable',
    system: 'classlink-proxy',
    text: `$headers = @{ Authorization = "Bearer ${token}" }\nInvoke-WebRequest -Uri ${proxy}/v1/orgs -Headers $headers`,
    found: { accessToken: token },
    asked: { proxyUrl: [proxy, `${proxy}/v1`] },
  },
  {
    name: 'an address with the token in its query',
    system: 'classlink-proxy',
    text: `${proxy}/${application}/ims/oneroster/v1p1/orgs?access_token=${token}`,
    found: { proxyUrl: proxy, applicationId: application, accessToken: token },
  },
  {
    name: 'Python with a bearer token',
    system: 'classlink-proxy',
    text: `requests.get("${proxy}/${application}/ims/oneroster/v1p1/orgs", headers={"Authorization": "Bearer ${token}"})`,
    found: { proxyUrl: proxy, applicationId: application, accessToken: token },
  },
  {
    name: 'JavaScript with a bearer token',
    system: 'classlink-proxy',
    text: `const answer = await fetch('${proxy}/${application}/ims/oneroster/v1p1/orgs', {\n  headers: { Authorization: 'Bearer ${token}' },\n});`,
    found: { proxyUrl: proxy, applicationId: application, accessToken: token },
  },
  {
    name: 'curl to the proxy, beside its labelled address',
    system: 'classlink-proxy',
    text: `Proxy URL: ${proxy}/v1\n\ncurl -H 'Authorization: Bearer ${token}' ${proxy}/v1/orgs`,
    found: { proxyUrl: `${proxy}/v1`, accessToken: token },
  },
  {
    name: 'curl to another proxy than the labelled one',
    system: 'classlink-proxy',
    text: `Proxy URL: https://other-proxy.example\n\ncurl -H 'Authorization: Bearer ${token}' ${proxy}/${application}/ims/oneroster/v1p1/orgs`,
    found: { applicationId: application, accessToken: token },
    asked: { proxyUrl: ['https://other-proxy.example', proxy] },
  },
  {
    name: 'a labelled request to the proxy',
    system: 'classlink-proxy',
    text: `Proxy URL: ${proxy}/${application}/ims/oneroster/v1p1/orgs\nToken: ${token}`,
    found: {
      proxyUrl: `${proxy}/${application}/ims/oneroster/v1p1/orgs`,
      applicationId: application,
      accessToken: token,
    },
  },
  // --- servers
  {
    name: 'curl to a server’s collection',
    system: 'oneroster',
    text: `curl -H "Authorization: Bearer eyJhbGciOi" ${server}/ims/oneroster/v1p1/orgs`,
    found: { serverUrl: `${server}/ims/oneroster/v1p1` },
  },
  {
    name: 'a request to a collection below a vendor’s path',
    system: 'oneroster',
    text: `GET ${server}/maple/ims/oneroster/rostering/v1p2/academicSessions?limit=5 HTTP/1.1`,
    found: { serverUrl: `${server}/maple/ims/oneroster/rostering/v1p2` },
  },
  {
    name: 'a request line with its host below',
    system: 'oneroster',
    text: `GET /ims/oneroster/v1p1/orgs?limit=1 HTTP/1.1\r\nHost: sis.maple.example\r\nAuthorization: Bearer eyJhbGciOi\r\n`,
    found: { serverUrl: `${server}/ims/oneroster/v1p1` },
  },
  {
    name: 'a signed request to a collection',
    system: 'classlink-direct',
    text: `GET /ims/oneroster/v1p1/orgs HTTP/1.1\nHost: maple-oneroster.example\nAuthorization: OAuth oauth_consumer_key="0a1b2c3d", oauth_signature_method="HMAC-SHA256", oauth_signature="abc%3D"\n`,
    found: { serverUrl: 'https://maple-oneroster.example/ims/oneroster/v1p1', clientId: '0a1b2c3d' },
  },
  {
    name: 'a request beside the labelled base address',
    system: 'oneroster',
    text: `Base URL: ${server}\nClient ID: ${id}\n\nExample:\nGET ${server}/ims/oneroster/v1p1/orgs`,
    found: { serverUrl: server, clientId: id },
  },
  {
    name: 'a request to PowerSchool',
    system: 'powerschool',
    text: `curl -H "Authorization: Bearer 6f5e4d" -H "Accept: application/json" ${server}/ws/v1/district`,
    found: { serverUrl: server },
  },
  {
    name: 'a request to Aeries',
    system: 'aeries-oneroster',
    text: `curl -u ${id}:${secret} -d "grant_type=client_credentials" https://maple.aeries.example/aeries/token`,
    found: { aeriesUrl: 'https://maple.aeries.example/aeries', consumerId: id, consumerSecret: secret },
  },
  {
    name: 'a collection of Aeries',
    system: 'aeries-oneroster',
    text: `GET https://maple.aeries.example/aeries/ims/oneroster/v1p1/orgs`,
    found: { aeriesUrl: 'https://maple.aeries.example/aeries' },
  },
  {
    name: 'an older token address of Aeries',
    system: 'aeries-oneroster',
    text: `POST /aeries/v2/oauth/token HTTP/1.1\nHost: maple.aeries.example\nAuthorization: Basic ${basic}\n\ngrant_type=client_credentials`,
    found: { aeriesUrl: 'https://maple.aeries.example/aeries', consumerId: id, consumerSecret: secret },
  },
  // --- tokens
  {
    name: 'a raw token request, for a system with a token address',
    system: 'oneroster',
    text: `POST /oauth/token HTTP/1.1\nHost: sis.maple.example\nAuthorization: Basic ${basic}\nContent-Type: application/x-www-form-urlencoded\n\ngrant_type=client_credentials`,
    found: { ...both, tokenUrl: `${server}/oauth/token` },
  },
  {
    name: 'a raw token request with the credentials in its body',
    system: 'oneroster',
    text: `POST ${server}/connect/token\nContent-Type: application/x-www-form-urlencoded\n\ngrant_type=client_credentials&client_id=${id}&client_secret=${secret}`,
    found: { ...both, tokenUrl: `${server}/connect/token` },
  },
  {
    name: 'a token request as an address that needs a part of its query',
    system: 'oneroster',
    text: `${server}/campus/oauth2/token?appName=maple&grant_type=client_credentials&client_id=${id}&client_secret=${secret}`,
    found: { ...both, tokenUrl: `${server}/campus/oauth2/token?appName=maple` },
  },
  {
    name: 'a token request of OnSIS as an address',
    system: 'onsis',
    text: `https://auth.onsis.example/token?grant_type=client_credentials&client_id=${id}&client_secret=${secret}`,
    found: { ...both, tokenUrl: 'https://auth.onsis.example/token' },
  },
  {
    name: 'a token request of PowerSchool as an address',
    system: 'powerschool',
    text: `Try this in a browser: ${server}/oauth/access_token?grant_type=client_credentials&client_id=${id}&client_secret=${secret}.`,
    found: { ...both, serverUrl: server },
  },
  {
    name: 'curl with the credentials in the address',
    system: 'oneroster',
    text: `curl -X POST "${server}/oauth/token?grant_type=client_credentials&client_id=${id}&client_secret=${secret}"`,
    found: { ...both, tokenUrl: `${server}/oauth/token` },
  },
  {
    name: 'Python with a pair of credentials',
    system: 'oneroster',
    text: `r = requests.post("${server}/oauth/token", data={"grant_type": "client_credentials", "client_id": "${id}", "client_secret": "${secret}"})`,
    found: { ...both, tokenUrl: `${server}/oauth/token` },
  },
  {
    name: 'a token request and a request with the token',
    system: 'oneroster',
    text: `curl -u ${id}:${secret} -d grant_type=client_credentials ${server}/oauth/token\ncurl -H "Authorization: Bearer $TOKEN" ${server}/ims/oneroster/v1p1/orgs`,
    found: { ...both, tokenUrl: `${server}/oauth/token`, serverUrl: `${server}/ims/oneroster/v1p1` },
  },
  {
    name: 'a link with the credentials in it',
    system: 'oneroster',
    text: `<p>Open <a href="${server}/oauth/token?grant_type=client_credentials&amp;client_id=${id}&amp;client_secret=${secret}">this</a>.</p>`,
    found: { ...both, tokenUrl: `${server}/oauth/token` },
  },
  {
    name: 'a request to the API of OnSIS',
    system: 'onsis',
    text: `curl -H "Authorization: Bearer eyJhbGciOi" https://api.onsis.example/v1/boards`,
    asked: { apiUrl: ['https://api.onsis.example', 'https://api.onsis.example/v1/boards'] },
  },
  // --- requests unrelated to this system
  {
    name: 'a request without credentials to a path of nobody’s',
    system: 'oneroster',
    text: `curl -I https://status.vendor.example/health`,
  },
  {
    name: 'a request with a gap for the host',
    system: 'oneroster',
    text: `GET https://{{host}}/ims/oneroster/v1p1/orgs`,
  },
  {
    name: 'a request to a host that is to be filled in',
    system: 'powerschool',
    text: `curl -u ${id}:${secret} https://your-district.powerschool.example/oauth/access_token`,
    found: both,
  },
  {
    name: 'curl with an address among its data',
    system: 'oneroster',
    text: `curl -u '${id}:${secret}' -d grant_type=client_credentials -d 'scope=https://purl.example/scope/roster-core.readonly' ${server}/token`,
    found: {
      ...both,
      tokenUrl: `${server}/token`,
      scopes: 'https://purl.example/scope/roster-core.readonly',
    },
  },
  {
    name: 'curl with encoded data before its address',
    system: 'oneroster',
    text: `curl -X POST --data-urlencode 'scope=https://purl.example/scope/roster-core.readonly' -d 'client_id=${id}&client_secret=${secret}' --url ${server}/token`,
    found: {
      ...both,
      tokenUrl: `${server}/token`,
      scopes: 'https://purl.example/scope/roster-core.readonly',
    },
  },
];
