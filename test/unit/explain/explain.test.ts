import { findings } from '@contract/findings';
import { languages } from '@contract/languages';
import { findingWords } from '@systems/finding-words';
import { describe, expect, it } from 'vitest';
import { explain } from '../../../electron/explain/explain';
import { holdsSecret } from '../../../electron/explain/holds-secret';
import { signs } from '../../../electron/explain/signs';
import { foreignMessages } from '../../support/foreign-messages';
import { hostile } from '../../support/hostile-replies';
import { chosenSeed } from '../../support/seeded';

/* Messages of other programs: real ones, each with the finding a careful technician would name. */

const known = foreignMessages.filter(({ code }) => code !== null);

describe('what people met', () => {
  it.each(foreignMessages.map((one) => [`${one.family}: ${one.text.slice(0, 80)}`, one] as const))(
    '%s',
    (_, one) => {
      expect(explain(one.text).code, one.source).toBe(one.code);
    },
  );

  it('comes from at least eight kinds of programs, and from where anyone can read it', () => {
    expect(known.length).toBeGreaterThanOrEqual(150);
    expect(new Set(known.map(({ family }) => family)).size).toBeGreaterThanOrEqual(8);
    for (const { source } of foreignMessages) expect(source).toMatch(/^https?:\/\//);
  });
});

describe('the same message, as people paste it', () => {
  it.each([
    ['in capitals', (text: string) => text.toUpperCase()],
    ['quoted in a mail', (text: string) => text.replaceAll(/^/gm, '> ')],
    ['with other quotation marks', (text: string) => text.replaceAll(/["']/g, '’')],
    ['broken into lines of 72', (text: string) => text.replaceAll(/(.{50,72}) /g, '$1\n')],
    ['behind a time', (text: string) => `2026-09-14 13:05:09,412 ERROR [main] ${text}`],
  ])('%s', (_, change) => {
    // A list's number says what it is only at the beginning.
    const movable = known.filter(({ text }) => !/^\W*12\d{3}\s/.test(text));
    const lost = movable.filter(({ text, code }) => explain(change(text)).code !== code);
    expect(lost.map(({ text }) => text)).toEqual([]);
  });
});

describe('every row of the table', () => {
  it('is told in every language without a gap', () => {
    for (const { code } of signs)
      for (const language of languages) {
        if (code === null) continue;
        const words = findingWords({ code, subject: null, facts: {} }, undefined, language);
        expect(JSON.stringify(words), `${code} ${language}`).not.toMatch(/\{\{|undefined|…/);
      }
  });

  it('has no phrase that another one, of it or of a row before, already finds', () => {
    const letters = (phrase: string) =>
      phrase
        .normalize('NFD')
        .toLowerCase()
        .replaceAll(/[^\p{L}\p{N}]/gu, '');
    const before: string[] = [];
    for (const { says = [], onlyInRequests } of signs) {
      const own = says.map(letters);
      for (const [at, phrase] of own.entries()) {
        const others = [...before, ...own.filter((_, other) => other !== at)];
        expect(
          others.filter((other) => phrase.includes(other)),
          says[at],
        ).toEqual([]);
      }
      if (onlyInRequests !== true) before.push(...own);
    }
  });

  it('names a finding and can be reached', () => {
    for (const { code, says = [] } of signs) {
      if (code === null) continue;
      expect(findings[code]).toBeDefined();
      for (const phrase of says) expect(explain(`request: ${phrase}`).code, phrase).not.toBeNull();
    }
  });
});

it('never guesses at text that says nothing of a connection', () => {
  const random = chosenSeed('explain');
  const words =
    'the class schedule for grade 4 was updated by school board total 404 rows 12002 students 10060 list page error report'.split(
      ' ',
    );
  for (let index = 0; index < 5_000; index += 1) {
    const text = Array.from({ length: random.whole(1, 40) }, () => random.pick(words)).join(' ');
    const { code } = explain(text);
    if (/error \W*404/.test(text) || text.startsWith('12002')) continue;
    if (/error \W*(?:12002|10060)/.test(text)) continue;
    expect(code, text).toBeNull();
  }
});

/** Words of a request that other things have as well: settings, databases, files, school matters, what went well. */
const ABOUT_SOMETHING_ELSE = [
  'SyntaxError: Unexpected token } in config.json',
  '"Hello" is not valid JSON',
  'We cannot get the file today',
  'Just a moment, please',
  'The coupon is not valid for this course',
  'Lightspeed is used in our board',
  'Login failed for user sa',
  'Le certificat expire le 3 mars 2027. Pensez à le renouveler.',
  'Le certificat expirera dans 30 jours',
  'Votre jeton expire dans 5 minutes',
  'Token lifetime: 3600 seconds, issued at 08:00',
  'INFO HttpClient configured: connectTimeout=10000 readTimeout=30000 maxRetries=3',
  `connection timeout: 30
read timeout: 60
user agent: wizard`,
  '"connectTimeout": 5000, "readTimeout": 10000',
  'A timeout was reached (30000 milliseconds) while waiting for the OneRoster Sync service to connect.',
  'The OneRoster Sync service failed to start due to the following error: The service did not respond to the start or control request in a timely fashion.',
  `HTTP/1.1 200 OK
x-ratelimit-limit: 60
x-ratelimit-remaining: 59
content-type: application/json`,
  'write /data/export.csv: Disk quota exceeded',
  'Performance slowdown detected in the import job',
  'Application pool DefaultAppPool started at 08:00',
  'SyntaxError: unexpected EOF while parsing',
  `bash: unexpected EOF while looking for matching \`"'`,
  'Imported students (404), classes (500), teachers (403)',
  'Query returned 500 rows in 401 ms',
  'The export returned 404 records',
  'La requête a retourné 404 lignes',
  "Vous n'avez pas les autorisations nécessaires pour ouvrir ce fichier. Contactez le propriétaire du fichier.",
  `You do not have permission to access C:\\Program Files\\SIS\\export.csv`,
  'ERROR: permission denied for table students',
  "ERROR 1045 (28000): Access denied for user 'sis'@'localhost' (using password: YES)",
  'FATAL: password authentication failed for user "sis"',
  'ORA-01017: invalid username/password; logon denied',
  'pam_unix(sshd:auth): authentication failure; logname= uid=0 euid=0 tty=ssh ruser= rhost=10.0.0.5 user=root',
  'Permission denied (publickey,password).',
  'Failed password for invalid user admin from 10.0.0.5 port 22 ssh2',
  'There is no Internet Explorer engine on this computer',
  'timed out waiting for the lock on students.db',
  'error: timed out waiting for the condition',
  'Lock wait timeout exceeded; try restarting transaction',
  'JSON.parse: invalid token at line 3',
  'System.IO.IOException: The process cannot access the file because it is being used by another process. Broken pipe',
  `* SSL certificate verify ok.
* TLSv1.3 (IN), TLS handshake, Finished (20):
< HTTP/1.1 200 OK`,
  `Verify return code: 0 (ok)
SSL handshake has read 3200 bytes`,
  'Exception in thread "main" java.lang.NullPointerException: Cannot invoke "String.length()" because "token" is null',
  'The remote certificate expires in 12 days',
  'certificate for sis.example expires on 2027-01-03',
  'warning: your password will expire in 7 days',
  'Printer offline. No paper.',
  'ERR_FILE_NOT_FOUND (-6)',
  'net::ERR_ABORTED 200 (OK)',
  'Access is denied. (Exception from HRESULT: 0x80070005 (E_ACCESSDENIED))',
  'The term oneroster is not recognized as the name of a cmdlet',
  `Impossible de charger le fichier C:\\script.ps1, car l'exécution de scripts est désactivée sur ce système.`,
  'docker: Error response from daemon: pull access denied for sis',
  'Unable to read file: EACCES: permission denied, open /etc/sis.conf',
  'Service Control Manager 7000',
  'Student 403 Smith has no homeroom (error 403 in column homeroom)',
  'Class code 401 is full',
  'Room code: 503',
  'Students (12005), parents (12029)',
  'Course code 404 not offered this term',
  'Le code 500 est réservé aux cours de français',
  'Response 401 of 900 surveys',
  'HTTP 200 GET /students 500 ms',
  'Kerberos pre-authentication failed for account jdoe',
  'Out of memory: token cache rejected',
  'The trust relationship between this workstation and the primary domain failed.',
  'Your password is incorrect. Please sign in again to Windows.',
  'SSL is enabled. Certificate loaded from wallet. Listening on 443.',
  'Warning: rate limit of the mortgage report changed',
  'Signature invalide sur le bulletin de Jean',
  'Invalid signature on permission slip',
  'The scope of this course is not valid',
  'Portée demandée: tous les élèves',
  'Bad request from parent: change of homeroom',
  'L’application pool de covoiturage est fermée',
];

it.each(ABOUT_SOMETHING_ELSE)('blames nobody for: %s', (text) => {
  expect(explain(text).code).toBeNull();
});

it.each([
  'The export returned 404 records',
  'Imported students (404), classes (500)',
  'Class code 401 is full',
  'No answer for jean.tremblay@ecole.example or for marie.roy, CN=Marie.Roy,OU=Staff',
])('sees neither a status nor a server in: %s', (text) => {
  expect(explain(text).facts).toEqual({});
});

it('knows a number of Windows in each of its forms', () => {
  for (const text of [
    'hr = 80072ee7.',
    '0x80072EE7',
    '-2147012889',
    'error 12007',
    '[WinError 12007]',
    '[Errno 11001] ',
  ])
    expect(explain(text).code, text).toBe('name-not-found');
  expect(explain('id 80072ee7-5a1c-4b0e-9d5b-0d1f4f7d8a11').code).toBeNull();
});

it('tells nothing of the text but a server, its port and a status', () => {
  const secret = 'Zq8-Sup3r_Secret';
  for (const { text } of foreignMessages) {
    const { facts } = explain(
      `${text}\nAuthorization: Basic ${secret}\nhttps://user:${secret}@sis.example/${secret}?k=${secret}`,
    );
    expect(Object.keys(facts).every((name) => ['host', 'port', 'status'].includes(name))).toBe(true);
    expect(JSON.stringify(facts)).not.toContain(secret);
  }
});

it('notices a secret', () => {
  for (const text of [
    'Authorization: Bearer abcdef',
    'client_secret=abcdef12',
    '"access_token":"abcdef12"',
    'mot de passe : abcdef12',
    '-----BEGIN RSA PRIVATE KEY-----',
    'Consumer Secret = abcdef12',
    'x-api-key: abcdef12',
    'clé secrète : abcdef12',
    'GET https://jane:abcdef12@sis.example/',
    'curl -u maple:abcdef12 https://sis.example',
    'Cookie: JSESSIONID=abcdef12',
    'GET /callback?code=abcdef12&state=1',
    'Bearer abcdefghijklmnop1234',
  ])
    expect(holdsSecret(text), text).toBe(true);
  for (const text of [
    'invalid_client',
    'Your access token expired',
    'password incorrect',
    'https://sis.example:8443/a@b',
    'the bearer is missing',
  ])
    expect(holdsSecret(text), text).toBe(false);
});

it.each(Object.keys(hostile))('reads a long text in the time of its length: %s', (name) => {
  const piece = hostile[name] ?? '';
  const size = 200_000;
  const text = typeof piece === 'string' ? piece.repeat(Math.ceil(size / piece.length)) : piece(size);
  const before = process.threadCpuUsage();
  explain(text);
  const { user, system } = process.threadCpuUsage(before);
  expect((user + system) / 1000).toBeLessThan(3_000);
});
