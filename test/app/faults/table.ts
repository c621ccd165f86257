import type { Report } from '@contract/report';
import { decidingStep } from '@contract/verdict';
import type { Expected, Fault } from './fault';
import { BLOCK_PAGE, TOKEN } from './nginx';

/** A report's result on one line: `failed connect proxy-refused`. */
function given(report: Report, { expected }: Fault): string {
  const said = typeof expected === 'object' && expected.outcome === 'passed' ? expected : null;
  // A finding that is only mentioned in a passed check.
  const told =
    said === null ? undefined : report.steps.find((step) => step.id === said.step && step.code !== 'ok');
  const step = decidingStep(report.steps) ?? told;
  if (step === undefined) return report.outcome === 'passed' ? 'all passed' : `${report.outcome} nowhere`;
  const subject = typeof expected === 'object' && expected.subject !== undefined ? ` ${step.subject}` : '';
  return `${step.outcome} ${step.id} ${step.code}${subject}${factsOf(step.facts, expected)}`;
}

function factsOf(facts: Readonly<Record<string, unknown>>, expected: Expected): string {
  const wanted = typeof expected === 'object' ? expected.facts : undefined;
  if (wanted === undefined) return '';
  const pairs = Object.keys(wanted).map((name) => `${name}=${JSON.stringify(facts[name])}`);
  return ` (${pairs.join(', ')})`;
}

function wanted({ expected }: Fault): string {
  if (typeof expected === 'string') return expected;
  const subject = expected.subject === undefined ? '' : ` ${expected.subject}`;
  const head = `${expected.outcome ?? 'failed'} ${expected.step} ${expected.code}${subject}`;
  return `${head}${factsOf(expected.facts ?? {}, expected)}`;
}

export interface Row {
  readonly fault: Fault;
  readonly expected: string;
  readonly given: string;
  readonly isRight: boolean;
  /** The report contains a secret, a token or a body. */
  readonly leaks: boolean;
  readonly durationMs: number;
}

export function judge(fault: Fault, report: Report): Row {
  const row = { expected: wanted(fault), given: given(report, fault) };
  const text = JSON.stringify(report);
  const leaks = [...Object.values(fault.connection.secrets), TOKEN, BLOCK_PAGE].some((word) =>
    text.includes(word),
  );
  return { ...row, fault, isRight: row.expected === row.given, leaks, durationMs: report.durationMs };
}

/** The table as text: one line per fault, wrong ones marked with what came instead. */
export function print(rows: readonly Row[]): string {
  const widths = {
    what: Math.max(...rows.map(({ fault }) => fault.what.length)),
    by: Math.max(...rows.map(({ fault }) => fault.by.length)),
  };
  const lines = rows.map(({ fault, expected, given: came, isRight, durationMs }) => {
    const head = `${fault.what.padEnd(widths.what)}  ${fault.by.padEnd(widths.by)}  ${String(durationMs).padStart(6)} ms`;
    return isRight ? `  right  ${head}  ${came}` : `  WRONG  ${head}  expected ${expected}, given ${came}`;
  });
  const right = rows.filter(({ isRight }) => isRight).length;
  return [...lines, `${rows.length} produced, ${right} named rightly`].join('\n');
}
