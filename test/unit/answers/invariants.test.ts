import type { Values } from '@contract/connection';
import { groupFindings } from '@contract/finding-groups';
import { findings } from '@contract/findings';
import { languages } from '@contract/languages';
import type { Report, Step } from '@contract/report';
import { ok } from '@contract/result';
import { isProved } from '@contract/verdict';
import { systemById } from '@systems/catalogue';
import { findingWords } from '@systems/finding-words';
import { expect, it, vi } from 'vitest';
import { readBody } from '../../../electron/http/read-body';
import { hasNoBody, readHead } from '../../../electron/http/read-head';
import { type Service, services } from '../../servers/spoilt-service';
import { check } from '../../support/checked';
import { tellResult } from '../../support/long-result';
import { type MadeAnswer, madeAnswer, SERVER_CANARY } from '../../support/made-answers';
import { practiceWorld } from '../../support/practice-world';
import { chosenSeed, type Seeded, seeded } from '../../support/seeded';
import { signsEachRequest } from '../../support/spoilt-check';

/*
 * Invariants for any server answer. The whole check runs; only the connection to the server is fake, so that a hundred
 * thousand answers can be tried (`npm run test:long`).
 */

const ANSWERS = Number(process.env.ANSWERS ?? 4_000);
const ORIGIN = 'https://127.0.0.1:4433';

interface Sent {
  readonly url: string;
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}
interface Line {
  answer(request: Sent): MadeAnswer;
}
const wire = vi.hoisted(() => ({ line: null as Line | null }));

vi.mock('../../../electron/http/client', () => ({
  HttpsClient: class {
    keep(): void {}
    closeSpare(): void {}
    async open(url: string) {
      return ok({
        close: () => undefined,
        send: async (outgoing: Omit<Sent, 'url' | 'body'> & { body?: string }) =>
          ok(received(wire.line?.answer({ ...outgoing, url, body: outgoing.body ?? '' }) ?? nothing)),
      });
    }
    async request(url: string, outgoing: Omit<Sent, 'url' | 'body'>) {
      return (await this.open(url)).value.send(outgoing);
    }
  },
}));
vi.mock('../../../electron/check/network-stages', () => ({ runNetworkStages: async () => true }));

const nothing: MadeAnswer = { status: 500, headers: {}, body: Buffer.alloc(0) };

function received({ status, headers, body }: MadeAnswer) {
  const fields = Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [
      name,
      name === 'set-cookie' ? [value].flat() : [value].flat().join(', '),
    ]),
  );
  const head = readHead(status, fields, Date.now());
  const content = hasNoBody(head) ? Buffer.alloc(0) : body;
  return { ...head, body: readBody(content, head.charset), size: content.length, exchange: {} };
}

/** The requests that get the generated answer; the practice system answers the others. */
const spoilable = ['probe', 'sign-in', 'first list', 'last list', 'all lists', 'all'] as const;
type Spoilt = (typeof spoilable)[number];

const worlds = new Map(services.map((service) => [service, practiceWorld(service, ORIGIN)]));
const worldOf = (service: Service) => {
  const world = worlds.get(service);
  if (world === undefined) throw new Error(`${service} has no world`);
  return world;
};

interface Life {
  readonly service: Service;
  readonly spoilt: Spoilt;
  readonly made: MadeAnswer;
  readonly report: Report;
  readonly sent: readonly (Sent & { readonly got: MadeAnswer })[];
}

async function live(random: Seeded): Promise<Life> {
  const service = random.pick(services);
  const spoilt = random.pick(spoilable);
  const made = madeAnswer(random);
  const { plan, system, values, secret, answer } = worldOf(service);
  const lists = plan.permission.map(({ url }) => url);
  const signIn = 'tokenUrl' in plan.signIn ? plan.signIn.tokenUrl : lists[0];
  const isSpoilt: Record<Spoilt, (url: string) => boolean> = {
    probe: (url) => url === plan.reach?.url,
    'sign-in': (url) => url === signIn,
    'first list': (url) => url === lists[0],
    'last list': (url) => url === lists.at(-1),
    'all lists': (url) => lists.includes(url),
    all: () => true,
  };
  const sent: (Sent & { readonly got: MadeAnswer })[] = [];
  wire.line = {
    answer: (request) => {
      const said = answer({ ...request, url: new URL(request.url) });
      const own = { status: said.status, headers: lowerCase(said.headers), body: Buffer.from(said.body) };
      const got = isSpoilt[spoilt](request.url) ? made : own;
      sent.push({ ...request, got });
      return got;
    },
  };
  const { report } = await check({
    plan,
    url: ORIGIN,
    system: { ...systemById(system), plan: () => plan },
    subject: { values, practice: true },
    ports: { secret: async () => ok(secret) },
  });
  return { service, spoilt, made, report, sent };
}

const lowerCase = (fields: object = {}): MadeAnswer['headers'] =>
  Object.fromEntries(Object.entries(fields).map(([name, value]) => [name.toLowerCase(), String(value)]));

// --- classifying an answer, independently of the program

/** The terms of RFC 6749, RFC 6750 and OAuth Problem Reporting, in standard spelling. */
const STANDARD_WORD =
  /\b(?:invalid_(?:client|grant|request|scope|token)|insufficient_scope|unauthorized_client|unsupported_(?:grant|response)_type|temporarily_unavailable|(?:login|interaction|consent)_required|account_selection_required|nonce_used|timestamp_refused|signature_(?:invalid|method_rejected)|consumer_key_(?:unknown|rejected|refused)|token_(?:used|expired|revoked|rejected)|version_rejected|parameter_(?:absent|rejected)|permission_(?:unknown|denied)|additional_authorization_required)\b/i;

function textOf({ body, headers, status }: MadeAnswer): string {
  if (status === 204 || status === 205 || status === 304) return '';
  const [a, b] = body;
  const le = (a === 0xff && b === 0xfe) || (a !== 0 && b === 0);
  const be = (a === 0xfe && b === 0xff) || (a === 0 && b !== 0 && b !== undefined);
  const declared = /charset="?([\w-]+)/i.exec(String(headers['content-type'] ?? ''))?.[1] ?? 'utf-8';
  // UTF-16 remains UTF-16 even if cut in the middle of a character.
  if (le || be) return new TextDecoder(le ? 'utf-16le' : 'utf-16be').decode(body).trim();
  for (const charset of ['utf-8', declared]) {
    try {
      return new TextDecoder(charset, { fatal: true }).decode(body).trim();
    } catch {
      // Try the next encoding.
    }
  }
  return body.toString('latin1').trim();
}

function jsonOf(answer: MadeAnswer): unknown {
  try {
    return JSON.parse(textOf(answer)) as unknown;
  } catch {
    return undefined;
  }
}

const memberOf = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, name)
    ? (value as Record<string, unknown>)[name]
    : undefined;

const isSuccess = ({ status }: MadeAnswer): boolean => status >= 200 && status < 300;
const hasToken = (answer: MadeAnswer): boolean => {
  const token = memberOf(jsonOf(answer), 'access_token');
  return isSuccess(answer) && typeof token === 'string' && /^[\x21-\x7e]+$/.test(token);
};
const hasList = (answer: MadeAnswer): boolean => {
  if (!isSuccess(answer)) return false;
  const value = jsonOf(answer);
  return (
    answer.status === 204 ||
    value === null ||
    ['orgs', 'schools', 'classes', 'academicSessions', 'gradingPeriods', 'courses', 'district'].some(
      (name) => memberOf(value, name) !== undefined,
    )
  );
};
const saysFailure = (answer: MadeAnswer): boolean => {
  const value = jsonOf(answer);
  const major = memberOf(value, 'imsx_codeMajor') ?? memberOf(value, 'CodeMajor');
  return isSuccess(answer) && typeof major === 'string' && /^failure$/i.test(major);
};
const challengesFor = (answer: MadeAnswer, scheme: RegExp): boolean =>
  answer.status === 401 &&
  [answer.headers['www-authenticate'] ?? '']
    .flat()
    .some((line) => scheme.test(line.replace(/"[^"]*"/g, '""')));
const namesRight = (answer: MadeAnswer): boolean =>
  answer.status === 403 &&
  /forbidden|insufficient|invalid_scope|missing_scope|permission|privilege|scope|right|role/i.test(
    `${textOf(answer)} ${[answer.headers['www-authenticate'] ?? ''].flat().join()}`,
  );

// --- invariants

function expectSignInMeansIt({ service, report, sent }: Life): void {
  const signIn = report.steps.find(({ id }) => id === 'sign-in');
  const worked =
    signIn?.outcome === 'passed' ||
    (signIn?.outcome === 'warning' && ['token-malformed', 'mislabelled-answer'].includes(signIn.code ?? ''));
  if (!worked) return;
  if (signsEachRequest(service)) {
    const present = sent.find(({ got }) => ![404, 405, 501].includes(got.status));
    expect(present !== undefined && (hasList(present.got) || namesRight(present.got)), 'the first list').toBe(
      true,
    );
    if (present !== undefined) expect(saysFailure(present.got)).toBe(false);
  } else {
    const token = sent.find(({ method }) => method === 'POST');
    expect(token !== undefined && hasToken(token.got), 'the token').toBe(true);
  }
}

function expectFailureNeverGreen({ report, sent, service }: Life): void {
  const { plan } = worldOf(service);
  for (const { url, got } of sent) {
    if (!saysFailure(got)) continue;
    const subject = plan.permission.find((request) => request.url === url)?.subject;
    const row = report.steps.find((step) => step.id === 'permission' && step.subject === subject);
    if (subject !== undefined && row !== undefined)
      expect(row.outcome, `${subject} ${row.code}`).not.toBe('passed');
  }
  // The first form that is sent asks for the token; a later one may ask about it.
  const token = sent.find(({ method }) => method === 'POST');
  if (token !== undefined && !hasToken(token.got)) expect(isProved(report.steps)).toBe(false);
}

/** Blaming the network requires an HTML page and no evidence to the contrary. */
function expectBlameIsEarned({ report, made }: Life): void {
  const blamed = report.steps.some(({ code }) => code === 'web-page-answered');
  if (!blamed) return;
  expect(textOf(made).startsWith('<'), 'first byte').toBe(true);
  const known = `${textOf(made)} ${[made.headers['www-authenticate'] ?? ''].flat().join()}`;
  expect(STANDARD_WORD.test(known.slice(0, 4000)), 'a word').toBe(false);
  expect('cf-mitigated' in made.headers || 'x-amzn-waf-action' in made.headers, 'a guard').toBe(false);
  const guarded = [403, 503].includes(made.status);
  expect(
    guarded && /^(?:cloudflare|AkamaiGHost|awselb)/.test(String(made.headers.server ?? '')),
    'a guard',
  ).toBe(false);
}

function expectChallengeOutranksPage({ report, made, service, spoilt }: Life): void {
  if (spoilt === 'probe' || spoilt === 'all') return;
  const scheme =
    service === 'classlink-direct' || service === 'oneroster oauth1'
      ? /(?:^|, *)oauth(?: |,|$)/i
      : /(?:^|, *)bearer(?: |,|$)/i;
  const used = spoilt === 'sign-in' && !signsEachRequest(service) ? /(?:^|, *)basic(?: |,|$)/i : scheme;
  if (challengesFor(made, used))
    expect(report.steps.map(({ code }) => code)).not.toContain('web-page-answered');
}

function expectSecretStays({ service, sent }: Life): void {
  const { secret, values } = worldOf(service);
  const basic = Buffer.from(`${(values as Values).clientId}:${secret}`).toString('base64');
  const forms = [secret, encodeURIComponent(secret), basic, Buffer.from(secret).toString('base64')];
  const carries = ({ url, headers, body }: Sent): boolean => {
    const whole = `${url} ${JSON.stringify(headers)} ${body}`;
    return forms.some((form) => form !== '' && whole.includes(form));
  };
  const carriers = sent.filter(carries);
  for (const { url } of sent) expect(new URL(url).origin).toBe(ORIGIN);
  if (service === 'classlink-proxy') {
    for (const { url, body } of carriers) expect(`${url} ${body}`).not.toContain(secret);
  } else if (signsEachRequest(service)) expect(carriers).toEqual([]);
  else {
    expect(carriers.length).toBeLessThanOrEqual(1);
    for (const { method } of carriers) expect(method).toBe('POST');
  }
}

/** Rejected credentials are not tried again elsewhere. */
function expectOneRefusal({ report, sent, made, service }: Life): void {
  const refusals = [
    'credentials-rejected',
    'token-rejected',
    'token-expired',
    'signature-rejected',
    'client-not-allowed',
  ];
  const refused = report.steps.findIndex(
    ({ code, outcome }) => outcome === 'failed' && refusals.includes(code ?? ''),
  );
  if (refused < 0) return;
  const later = report.steps
    .slice(refused + 1)
    .filter(({ id, outcome }) => id === 'permission' && outcome !== 'not-tried');
  // Rows that ran earlier come earlier; lists that the server lacks come last.
  expect(later.filter(({ code }) => code !== 'wrong-address' && code !== 'not-offered')).toEqual([]);
  if ([404, 405, 501].includes(made.status)) return;
  const probe = worldOf(service).plan.reach?.url;
  expect(sent.filter(({ url, got }) => got === made && url !== probe).length).toBeLessThanOrEqual(1);
}

function expectWholeSentences({ report, service }: Life): void {
  const system = systemById(worldOf(service).system);
  for (const { step, subjects } of groupFindings(report.steps)) {
    for (const language of languages) {
      if (step.code === null) continue;
      const words = findingWords(
        { code: step.code, subject: step.subject, facts: step.facts, subjects },
        system,
        language,
      );
      for (const [part, text] of Object.entries(words).flatMap(([name, said]) =>
        [said]
          .flat()
          .flatMap((one) => (typeof one === 'string' ? [one] : Object.values<string>(one)))
          .map((text): [string, string] => [name, text]),
      )) {
        expect(text.trim(), `${step.code} ${part}`).not.toBe('');
        const own = Object.values(step.facts).some((fact) => String(fact).includes('…'));
        expect(text, `${step.code} ${part}`).not.toMatch(
          own ? /\{\{|undefined|\bnull\b|NaN/ : /\{\{|…|undefined|\bnull\b|NaN/,
        );
      }
    }
  }
}

function expectNothingOfTheServer({ report, service }: Life): void {
  expect(JSON.stringify(report).includes(SERVER_CANARY) ? JSON.stringify(report) : '').toBe('');
  expect(JSON.stringify(report)).not.toContain(worldOf(service).secret);
}

const expectPromisedFacts = ({ report }: Life): void => {
  for (const { code, facts } of report.steps)
    if (code !== null)
      for (const name of findings[code].facts.always)
        expect(facts[name] ?? null, `${code} ${name}`).not.toBeNull();
};

const rules = [
  expectSignInMeansIt,
  expectFailureNeverGreen,
  expectBlameIsEarned,
  expectChallengeOutranksPage,
  expectSecretStays,
  expectOneRefusal,
  expectWholeSentences,
  expectNothingOfTheServer,
  expectPromisedFacts,
];

it(
  `holds for ${ANSWERS} answers`,
  async () => {
    const { seed } = chosenSeed('answers');
    const only = process.env.ANSWER === undefined ? null : Number(process.env.ANSWER);
    const told = new Map<string, number>();
    let slowestMs = 0;
    for (let index = only ?? 1; index <= (only ?? ANSWERS); index += 1) {
      const began = performance.now();
      const life = await live(seeded(seed + index)).catch((error: unknown) => {
        throw new Error(`SEED=${seed} ANSWER=${index}`, { cause: error });
      });
      slowestMs = Math.max(slowestMs, performance.now() - began);
      for (const rule of rules) {
        try {
          rule(life);
        } catch (error) {
          throw new Error(described(life, seed, index, rule.name), { cause: error });
        }
      }
      for (const code of new Set(life.report.steps.map((step: Step) => step.code ?? '')))
        told.set(code, (told.get(code) ?? 0) + 1);
    }
    const of = (code: string): number => told.get(code) ?? 0;
    // A generator that never reaches a finding proves nothing about it.
    if (only === null && ANSWERS >= 4_000)
      for (const code of reached) expect(of(code), code).toBeGreaterThan(0);
    tellResult('answers', seed, {
      answers: ANSWERS,
      webPages: of('web-page-answered'),
      guards: of('guard-answered'),
      rejected: of('credentials-rejected') + of('token-rejected') + of('signature-rejected'),
      slowestMs: Math.round(slowestMs),
    });
  },
  Number(process.env.ANSWERS ?? 4_000) * 50,
);

const reached = [
  'ok',
  'web-page-answered',
  'guard-answered',
  'credentials-rejected',
  'client-not-allowed',
  'request-rejected',
  'scope-rejected',
  'signature-rejected',
  'nonce-rejected',
  'clock-skew',
  'token-rejected',
  'token-expired',
  'token-malformed',
  'permission-missing',
  'not-offered',
  'not-proved',
  'refused',
  'empty-data',
  'unexpected-answer',
  'mislabelled-answer',
  'rate-limited',
  'server-error',
  'redirected',
  'wrong-address',
  'wrong-product',
  'windows-authentication',
];

function described(
  { service, spoilt, made, report }: Life,
  seed: number,
  index: number,
  rule: string,
): string {
  return [
    `${rule}: SEED=${seed} ANSWER=${index}`,
    `${service}, ${spoilt}: ${made.status} ${JSON.stringify(made.headers)}`,
    made.body.toString('utf8').slice(0, 600),
    report.steps
      .filter(({ code }) => code !== null)
      .map(({ id, subject, code, outcome }) => `${id}/${subject ?? ''} ${code} ${outcome}`)
      .join(' · '),
  ].join('\n');
}
