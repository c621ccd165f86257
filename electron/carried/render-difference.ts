import type { CarriedReport, ComparedStep, RenderedDifference } from '@contract/carried';
import { fill } from '@contract/fill';
import { formatInstant, formatList, formatNumber, formatUniversalDay } from '@contract/formats';
import type { Language } from '@contract/languages';
import { stepName } from '@contract/names';
import { isolated, printable } from '@contract/printable';
import type { Facts, Report, Step } from '@contract/report';
import { findingWords } from '@systems/finding-words';
import type { System } from '@systems/system';
import { compareReports } from '../report/compare';
import { words as reportWords } from '../report/words';
import { type Difference, explainDifference, type Reason, viaOf } from './differences';
import { isInner } from './inner-addresses';
import { words } from './words';

interface RenderOptions {
  readonly system: System;
  readonly language: Language;
  readonly now: Date;
  /** IANA name; default: this computer's time zone. */
  readonly timeZone?: string;
}

/** Says how a check there differs from a check here: what explains it, whose job it is, and the message to send. */
export function renderDifference(
  here: Report,
  carried: CarriedReport,
  options: RenderOptions,
): RenderedDifference {
  const { language, now } = options;
  const say = words[language].difference;
  const there = carried.report;
  const difference = explainDifference(here, there, now);
  const sides: Sides = {
    here: { report: here, name: say.thisComputer, step: difference.here },
    there: { report: there, name: isolated(printable(carried.place)), step: difference.there },
  };
  const stopped = sides[difference.side];
  const other = sides[difference.side === 'there' ? 'here' : 'there'];
  const facts = factsFor(stopped, other, difference, options);
  const told = (text: string): string => fill(text, facts);
  const { title, happened, todo, whose } = say.reason[difference.reason];
  const letter = letters(say, difference.reason);
  const both = [sideFacts(sides.here, options), sideFacts(sides.there, options)].map((lines) =>
    lines.join('\n'),
  );
  return {
    here: describe(sides.here, options),
    there: describe(sides.there, options),
    title: told(title),
    happened: told(happened),
    whose: told(whose),
    todo: told(todo),
    send: letter === null ? null : [say.greeting, told(letter), ...both, say.thanks].join('\n\n'),
    steps: comparedSteps(here, there, options),
    facts: changedFacts(here, there, language),
  };
}

interface Side {
  readonly report: Report;
  /** What the user calls the computer. */
  readonly name: string;
  /** Where the two part. */
  readonly step: Step | null;
}
type Sides = Readonly<Record<'here' | 'there', Side>>;
type Say = (typeof words)[Language]['difference'];

function letters(say: Say, reason: Reason): string | null {
  const all: Readonly<Partial<Record<Reason, string>>> = say.letter;
  return all[reason] ?? null;
}

/** What the sentences about a difference are filled with; `stopped` is the computer something stands in the way of. */
function factsFor(
  stopped: Side,
  other: Side,
  { there, here }: Difference,
  options: RenderOptions,
): Readonly<Record<string, string>> {
  const { language } = options;
  const say = words[language].difference;
  const step = there ?? here;
  const host = step?.facts.host;
  const known = (side: Side, name: string): string => {
    const fact = factOf(side.report, name, host);
    return Array.isArray(fact) ? formatList(language, fact) : typeof fact === 'string' ? fact : say.notKnown;
  };
  const via = (side: Side): string => {
    const proxy = side.report.steps.map(viaOf).find((one) => one !== null) ?? null;
    return proxy === null ? say.noProxy : proxy;
  };
  return {
    stopped: stopped.name,
    other: other.name,
    host: typeof host === 'string' ? host : say.theServer,
    step: step === null ? '' : stepName(language, step.id),
    stoppedFinding: findingOf(stopped.step, options),
    otherFinding: findingOf(other.step, options),
    stoppedAddresses: known(stopped, 'addresses'),
    otherAddresses: known(other, 'addresses'),
    stoppedIssuer: known(stopped, 'issuer'),
    otherIssuer: known(other, 'issuer'),
    stoppedVia: via(stopped),
    otherVia: via(other),
    stoppedProtocol: known(stopped, 'protocol'),
    otherProtocol: known(other, 'protocol'),
  };
}

/** The first such fact about this server; of any server, if none is named. */
function factOf({ steps }: Report, name: string, host: Facts[string] | undefined): Facts[string] | undefined {
  const having = steps.filter(({ facts }) => facts[name] !== undefined && facts[name] !== null);
  return (having.find(({ facts }) => facts.host === host) ?? having[0])?.facts[name];
}

function findingOf(step: Step | null, { language, system }: RenderOptions): string {
  const { asItShouldBe } = reportWords[language];
  if (step === null || step.code === null || step.code === 'ok') return asItShouldBe;
  return findingWords({ code: step.code, subject: step.subject, facts: step.facts }, system, language).title;
}

/** Name, operating system, version and time. */
function describe({ report, name }: Side, options: RenderOptions): string {
  const { language, timeZone } = options;
  const say = words[language].difference;
  const { platform } = reportWords[language];
  const parts = [
    name,
    ...(report.platform === undefined ? [] : [platform[report.platform]]),
    ...(report.app === '' ? [] : [fill(say.version, { version: report.app })]),
    formatInstant(language, report.startedAt, timeZone),
  ];
  return parts.join(', ');
}

/** The facts of one side, for whoever gets the message. */
function sideFacts(side: Side, options: RenderOptions): readonly string[] {
  const { language } = options;
  const say = words[language].difference;
  const { report } = side;
  const lines: string[] = [];
  const hosts = [
    ...new Set(report.steps.flatMap(({ facts: { host } }) => (typeof host === 'string' ? [host] : []))),
  ];
  for (const host of hosts) {
    const about = (id: Step['id']): Facts =>
      report.steps.find((step) => step.id === id && step.facts.host === host)?.facts ?? {};
    const { addresses } = about('name-lookup');
    const { issuer, protocol, cipher, fingerprint } = about('secure-connection');
    if (Array.isArray(addresses) && addresses.length > 0) {
      const kind = addresses.every(isInner) ? say.fact.innerAddresses : say.fact.addresses;
      lines.push(fill(kind, { host, addresses: formatList(language, addresses) }));
    }
    const via = report.steps
      .filter(({ facts }) => facts.host === host)
      .map(viaOf)
      .find((one) => one !== null);
    lines.push(fill(say.fact.via, { host, via: via ?? say.noProxy }));
    if (typeof issuer === 'string') lines.push(fill(say.fact.certificate, { host, issuer }));
    if (typeof fingerprint === 'string') lines.push(fill(say.fact.fingerprint, { fingerprint }));
    if (typeof protocol === 'string')
      lines.push(fill(say.fact.tls, { host, version: [protocol, cipher].filter(isText).join(', ') }));
  }
  const clock = report.steps.find(({ id }) => id === 'clock')?.facts ?? {};
  if (typeof clock.seconds === 'number')
    lines.push(fill(say.fact.clock, { seconds: formatNumber(language, clock.seconds) }));
  for (const step of report.steps) {
    const { status } = step.facts;
    // What went well needs no proof here.
    if (typeof status === 'number' && (step.id === 'reach' || step.outcome === 'failed'))
      lines.push(fill(say.fact.status, { step: stepName(language, step.id), status: String(status) }));
    if (step.outcome === 'failed')
      lines.push(
        fill(say.fact.stopped, { step: stepName(language, step.id), finding: findingOf(step, options) }),
      );
  }
  const title = describe(side, options);
  const head = title.charAt(0).toUpperCase() + title.slice(1);
  return [head, ...[say.fact.from, ...new Set(lines)].map((line) => `- ${line}`)];
}

const isText = (fact: Facts[string] | undefined): fact is string => typeof fact === 'string' && fact !== '';

/** Every fact that differs, one sentence each. */
function changedFacts(here: Report, there: Report, language: Language): readonly string[] {
  const say = words[language].difference;
  const sentences = compareReports(here, there).flatMap((change) => {
    if (change.kind !== 'fact') return [];
    const { fact, host, before, now } = change;
    const said = (value: string): string =>
      fact === 'validTo' ? formatUniversalDay(language, value) : value === '' ? say.noProxy : value;
    return [fill(say.changed[fact], { host, here: said(before), there: said(now) })];
  });
  return [...new Set(sentences)];
}

/** All steps, here and there, in the order of a check. */
function comparedSteps(here: Report, there: Report, options: RenderOptions): readonly ComparedStep[] {
  const { language, system } = options;
  const keyOf = ({ id, subject }: Step) => `${id} ${subject ?? ''}`;
  const own = new Map(here.steps.map((step) => [keyOf(step), step]));
  const others = new Map(there.steps.map((step) => [keyOf(step), step]));
  const say = (step: Step | undefined) => {
    const { outcome } = reportWords[language];
    if (step === undefined || step.code === null) {
      const how = step?.outcome ?? 'not-tried';
      return { outcome: how, said: outcome[how] };
    }
    return { outcome: step.outcome, said: step.code === 'ok' ? outcome.passed : findingOf(step, options) };
  };
  const all = [...here.steps, ...there.steps.filter((step) => !own.has(keyOf(step)))];
  return all.map((step) => {
    const { subject, id } = step;
    const label = subject === null ? null : (system.texts[language].fields[subject]?.label ?? subject);
    const [mine, theirs] = [own.get(keyOf(step)), others.get(keyOf(step))];
    const areBothRun = (mine?.code ?? null) !== null && (theirs?.code ?? null) !== null;
    return {
      name: label === null ? stepName(language, id) : `${stepName(language, id)} · ${label}`,
      here: say(mine),
      there: say(theirs),
      isDifferent: areBothRun && mine?.code !== theirs?.code,
    };
  });
}
