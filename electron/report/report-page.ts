import { type Language, localeOf } from '@contract/languages';
import { phaseIds, type RenderedReport, type RenderedStep } from '@contract/rendered-report';
import { html, type Markup, nothing } from './markup';
import { PAGE_STYLE, pageHead } from './page-style';
import { words } from './words';

/** The bars' width in SVG units. */
const WIDTH = 1000;

/**
 * A rendered report as one self-contained page: no scripts, its own style, all text escaped. For screens in light and
 * dark mode, and for printing.
 */
export function reportPage(rendered: RenderedReport, language: Language): string {
  const { label } = words[language];
  const title = `${rendered.title} (${rendered.environment})`;
  // The style is ours and contains nothing that would end the element.
  const style = `<style>${PAGE_STYLE}</style>`;
  const body = html`<body>
<main>
<h1>${title}</h1>
<p class="verdict ${toneOf(rendered)}">${symbol[toneOf(rendered)]} ${rendered.verdict}</p>
${
  rendered.place === null
    ? nothing
    : html`<p class="soft">${label.place} ${rendered.place}</p>
`
}<p class="soft">${label.tested} ${rendered.when} · ${rendered.took}</p>
${timeline(rendered, language)}
${findings(rendered, language)}
<section>
<h2>${label.details}</h2>
${rendered.steps.filter(({ asked }) => asked !== null).map((step) => detail(step, language))}
</section>
${notTested(rendered, language)}
</main>
<footer class="soft"><p>${label.noSecret}</p><p>${rendered.madeBy}</p></footer>
</body>`;
  return `<!doctype html>\n<html lang="${localeOf(language)}">\n<head>\n${pageHead(title)}\n${style}\n</head>\n${body}\n</html>\n`;
}

const symbol = { passed: '✓', warning: '▲', failed: '✕', skipped: '–', 'not-tried': '○' } as const;

const toneOf = ({ outcome, proved }: RenderedReport): 'passed' | 'warning' | 'failed' =>
  outcome === 'passed' && !proved ? 'warning' : outcome;

function timeline(rendered: RenderedReport, language: Language): Markup {
  const { phase } = words[language];
  const label = rendered.timeline;
  return html`<section>
<h2>${label.title}</h2>
<table>
<thead><tr><th scope="col">${label.step}</th><th scope="col">${label.result}</th><th scope="col" class="took">${label.duration}</th><td class="bar"></td></tr></thead>
<tbody>
${rendered.steps.map(
  (
    step,
  ) => html`<tr><th scope="row">${step.name}</th><td class="${step.outcome}">${symbol[step.outcome]} ${step.outcomeWord}</td><td class="took">${step.took}</td><td class="bar" aria-hidden="true">${bar(step, rendered.totalMs)}</td></tr>
`,
)}</tbody>
</table>
<p class="legend soft">${label.legend} ${phaseIds.map(
    (id) =>
      html`<span><svg viewBox="0 0 10 10" aria-hidden="true"><rect class="${id}" width="10" height="10"/></svg>${phase[id]}</span>`,
  )}</p>
</section>`;
}

function bar({ bar: pieces }: RenderedStep, totalMs: number): Markup {
  if (pieces.length === 0) return nothing;
  const scale = WIDTH / totalMs;
  const rects = pieces.map(
    ({ id, startMs, ms }) =>
      html`<rect class="${id}" x="${round(startMs * scale)}" width="${round(Math.max(ms * scale, 2))}" height="10"/>`,
  );
  return html`<svg viewBox="0 0 ${WIDTH} 10" preserveAspectRatio="none"><rect class="track" y="4" width="${WIDTH}" height="2"/>${rects}</svg>`;
}

const round = (value: number): number => Math.round(value * 10) / 10;

function findings(rendered: RenderedReport, language: Language): Markup {
  const { label } = words[language];
  const cards = rendered.findings.map(
    ({ about, outcome, finding }) => html`<article class="finding ${outcome}"><h3>${finding.title}</h3>
<dl><dt>${label.about}</dt><dd>${about}</dd><dt>${label.happened}</dt><dd>${finding.happened}</dd><dt>${label.whoseJob}</dt><dd>${finding.whose}</dd><dt>${label.whatToDo}</dt><dd>${finding.todo}</dd>${finding.sources.map((source) => html`<dt>${label.source}</dt><dd class="soft">${source}</dd>`)}</dl>
${finding.send === null ? nothing : html`<p class="soft">${label.send}</p><pre>${finding.send}</pre>`}</article>`,
  );
  return cards.length === 0 ? nothing : html`<section>\n<h2>${label.findings}</h2>\n${cards}\n</section>`;
}

function detail(step: RenderedStep, language: Language): Markup {
  const { label } = words[language];
  const rows: readonly (readonly [string, string | null])[] = [
    [label.asked, step.asked],
    [label.answered, step.answered],
    [label.took, step.tookByPhase],
    [label.reading, step.reading],
    [label.code, step.code === 'ok' ? null : step.code],
    [label.sure, step.sure],
  ];
  return html`<article class="${step.outcome}"><h3>${step.name} <span class="${step.outcome}">${symbol[step.outcome]} ${step.outcomeWord}</span></h3>
<dl>${rows.flatMap(([name, value]) => (value === null ? [] : [html`<dt>${name}</dt><dd>${value}</dd>`]))}</dl></article>`;
}

function notTested(rendered: RenderedReport, language: Language): Markup {
  if (rendered.notTested.length === 0) return nothing;
  return html`<section>
<h2>${words[language].label.notTested}</h2>
<ul>${rendered.notTested.map((sentence) => html`<li>${sentence}</li>`)}</ul>
</section>`;
}
