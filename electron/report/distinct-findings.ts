import type { ShortReport, ShortStep, ToldFinding } from '@contract/told-report';

interface DistinctFinding extends Pick<ShortStep, 'name' | 'outcome'> {
  readonly finding: ToldFinding;
}

/** What a report found, each once, at its first step: several addresses of one server often say the same. */
export function distinctFindings({ steps }: ShortReport): readonly DistinctFinding[] {
  const found = new Map<string, DistinctFinding>();
  for (const { name, outcome, finding } of steps) {
    if (finding === null) continue;
    const said = JSON.stringify(finding);
    if (!found.has(said)) found.set(said, { name, outcome, finding });
  }
  return [...found.values()];
}
