import { fill } from '@contract/fill';
import { groupFindings } from '@contract/finding-groups';
import type { StepId } from '@contract/findings';
import { formatDuration, formatInstant, formatList } from '@contract/formats';
import type { Language } from '@contract/languages';
import { stepName, verdictName } from '@contract/names';
import type {
  BarPiece,
  RenderedFinding,
  RenderedGroup,
  RenderedPhase,
  RenderedReport,
  RenderedStep,
  ShortReport,
  ShortStep,
} from '@contract/rendered-report';
import type { Report, Step } from '@contract/report';
import { isProved, surenessOf } from '@contract/verdict';
import { findingWords } from '@systems/finding-words';
import type { Seen } from '@systems/letter';
import { providers } from '@systems/providers/catalogue';
import { type SaidSource, sourcesOf } from '@systems/sources';
import type { CheckPlan, System } from '@systems/system';
import { answerTo, askedBy, phasesOf } from './render-exchange';
import { words } from './words';

const PROGRAM = 'School API Setup Wizard';

export interface RenderOptions {
  readonly system: System;
  readonly language: Language;
  /** What a check of this connection asks, used to list what it leaves out. null if unknown. */
  readonly plan: Pick<CheckPlan, 'notTested'> | null;
  /** IANA name; default: this computer's time zone. */
  readonly timeZone?: string;
  /** What the user calls the computer that made it; absent: this one. */
  readonly place?: string;
}

/** Summarizes a report in one language. */
export const renderInShort = (report: Report, options: Omit<RenderOptions, 'plan'>): ShortReport => ({
  ...headOf(report, options),
  steps: report.steps.map((step) => stepInShort(step, seenOf(report, options))),
});

/** How a report's findings are told: also when they were made. */
interface Told extends Omit<RenderOptions, 'plan' | 'timeZone'> {
  readonly seen: Seen;
}
const seenOf = (
  { startedAt }: Report,
  { system, language, timeZone }: Omit<RenderOptions, 'plan'>,
): Told => ({
  system,
  language,
  seen: { at: startedAt, ...(timeZone === undefined ? {} : { timeZone }) },
});

function headOf(report: Report, options: Omit<RenderOptions, 'plan'>): Omit<ShortReport, 'steps'> {
  const { system, language } = options;
  const say = words[language];
  return {
    title: `${productName(report, system, language)} · ${report.connection.name}`,
    environment: say.environment[report.connection.environment],
    verdict: verdictName(language, {
      outcome: report.outcome,
      proved: isProved(report.steps),
      withoutSecrets: report.withoutSecrets === true,
    }),
    findings: renderedGroups(report.steps, seenOf(report, options)),
  };
}

/** The system, and its product if the user named one. */
function productName({ connection: { provider } }: Report, system: System, language: Language): string {
  const { name } = system.texts[language];
  const product = provider === undefined ? undefined : providers[provider];
  return product === undefined ? name : `${name} (${product.name})`;
}

/** Lists each finding once: within a stage by its case, across stages if all its words are the same. */
function renderedGroups(steps: readonly Step[], told: Told): readonly RenderedGroup[] {
  const rendered = new Map<string, RenderedGroup>();
  for (const { step, subjects } of groupFindings(steps)) {
    const finding = findingOf(step, told, subjects);
    if (finding === null) continue;
    const said = JSON.stringify(finding);
    const before = rendered.get(said);
    const name = nameOf(step.id, subjects, told.system, told.language);
    if (before === undefined) rendered.set(said, { outcome: step.outcome, about: name, finding });
    else rendered.set(said, { ...before, about: `${before.about}; ${name}` });
  }
  return [...rendered.values()];
}

/** Renders a whole report in one language, for the details in the window, the text and the page. */
export function renderReport(report: Report, options: RenderOptions): RenderedReport {
  const { language, timeZone } = options;
  const proved = report.outcome !== 'failed' && isProved(report.steps);
  const starts = startsOf(report.steps);
  const ends = report.steps.map((step, at) => (starts[at] ?? 0) + step.durationMs);
  return {
    ...headOf(report, options),
    timeline: words[language].timeline,
    place: placeOf(report, options),
    startedAt: report.startedAt,
    when: formatInstant(language, report.startedAt, timeZone),
    took: formatDuration(language, report.durationMs),
    totalMs: Math.max(report.durationMs, 1, ...ends),
    outcome: report.outcome,
    proved,
    steps: report.steps.map((step, at) => renderStep(step, starts[at] ?? 0, seenOf(report, options))),
    notTested: notTested(report, proved, options),
    madeBy: `${PROGRAM} ${report.app}`.trim(),
  };
}

/** Its name and operating system. */
function placeOf({ platform }: Report, { place, language }: RenderOptions): string | null {
  if (place === undefined) return null;
  return platform === undefined ? place : `${place}, ${words[language].platform[platform]}`;
}

function stepInShort(step: Step, told: Told): ShortStep {
  const { system, language } = told;
  return {
    name: nameOf(step.id, step.subject === null ? [] : [step.subject], system, language),
    outcome: step.outcome,
    outcomeWord: words[language].outcome[step.outcome],
    took: step.code === null ? '' : formatDuration(language, step.durationMs),
    finding: findingOf(step, told),
  };
}

function renderStep(step: Step, startMs: number, told: Told): RenderedStep {
  const { language } = told;
  const say = words[language];
  const short = stepInShort(step, told);
  const { took, finding } = short;
  const sureness = surenessOf(step);
  const phases = phasesOf(step, language);
  return {
    ...short,
    id: step.id,
    code: step.code,
    tookByPhase:
      phases.length > 1
        ? `${took} (${phases.map((phase) => `${phase.name} ${phase.took}`).join(', ')})`
        : took,
    phases,
    bar: step.code === null ? [] : barOf(phases, startMs, step.durationMs),
    asked: askedBy(step, language),
    answered: answerTo(step, language),
    reading: finding?.title ?? (step.code === null ? say.outcome[step.outcome] : say.asItShouldBe),
    sure: sureness === null ? null : say.sure[sureness],
  };
}

function nameOf(id: StepId, subjects: readonly string[], system: System, language: Language): string {
  const name = stepName(language, id);
  const labels = subjects.map((subject) => system.texts[language].fields[subject]?.label ?? subject);
  return labels.length === 0 ? name : `${name} · ${formatList(language, labels)}`;
}

function findingOf(
  { code, subject, facts }: Step,
  { system, language, seen }: Told,
  subjects?: readonly string[],
): RenderedFinding | null {
  if (code === null || code === 'ok') return null;
  const text = findingWords({ code, subject, facts, ...(subjects && { subjects }) }, system, language, seen);
  return {
    title: text.title,
    happened: text.happened,
    whose: text.whose,
    todo: text.todo,
    send: text.send ?? null,
    sources: text.sources.map(named),
  };
}

const named = ({ how, line }: SaidSource): string => `${how} (${line})`;

/** Time that no phase accounts for, such as the user's time in the browser, comes first. */
function barOf(phases: readonly RenderedPhase[], startMs: number, durationMs: number): readonly BarPiece[] {
  const own = Math.max(0, durationMs - phases.reduce((sum, { ms }) => sum + ms, 0));
  const bar: BarPiece[] = own > 0 || phases.length === 0 ? [{ id: 'own', startMs, ms: own }] : [];
  let at = startMs + own;
  for (const { id, ms } of phases) {
    bar.push({ id, startMs: at, ms });
    at += ms;
  }
  return bar;
}

/** Stages are sequential. The subjects of a stage run in parallel, except permissions, which run one by one. */
function startsOf(steps: readonly Step[]): readonly number[] {
  const starts: number[] = [];
  let stage: StepId | null = null;
  let stageStart = 0;
  let end = 0;
  for (const { id, durationMs } of steps) {
    if (id !== stage || id === 'permission') {
      stage = id;
      stageStart = end;
    }
    starts.push(stageStart);
    end = Math.max(end, stageStart + durationMs);
  }
  return starts;
}

function notTested(
  { steps, withoutSecrets, outcome }: Report,
  proved: boolean,
  { system, plan, language }: RenderOptions,
): readonly string[] {
  const say = words[language];
  const { permissions, limits } = system.texts[language];
  const sources = sourcesOf(system, language, (part) => part === 'limits')
    .map(({ line }) => line)
    .join(', ');
  const whySkipped: Readonly<Partial<Record<StepId, string>>> = say.skipped;
  const name = (id: StepId) => stepName(language, id);
  const skipped = steps.filter(({ outcome }) => outcome === 'skipped');
  const untried = steps.filter(({ outcome }) => outcome === 'not-tried');
  const personal = (plan?.notTested ?? []).map((endpoint) =>
    permissions?.[endpoint] === undefined ? endpoint : `${endpoint} (${permissions[endpoint]})`,
  );
  return [
    ...(untried.length === 0
      ? []
      : [
          fill(withoutSecrets === true && outcome !== 'failed' ? say.notTriedWithoutSecrets : say.notTried, {
            steps: formatList(language, [...new Set(untried.map(({ id }) => name(id)))]),
          }),
        ]),
    ...skipped.map(({ id }) => fill(whySkipped[id] ?? say.skipped.other, { step: name(id) })),
    ...(personal.length === 0 ? [] : [fill(say.personal, { names: personal.join(', ') })]),
    ...(proved && limits !== undefined ? [...limits, fill(say.limitsFrom, { sources })] : []),
  ];
}
