import { byLanguage } from '@contract/by-language';
import { fill } from '@contract/fill';
import { formatDuration, formatInstant, formatUniversalDay } from '@contract/formats';
import type { Language } from '@contract/languages';
import { stepName } from '@contract/names';
import type { RenderedComparison } from '@contract/rendered-report';
import type { Report, Step } from '@contract/report';
import { findingWords } from '@systems/finding-words';
import type { System } from '@systems/system';
import type english from '../../assets/locales/en/comparison.json';
import { type Change, compareReports } from './compare';

const words = byLanguage<typeof english>('comparison', () =>
  import.meta.glob<typeof english>('../../assets/locales/*/comparison.json', {
    eager: true,
    import: 'default',
  }),
);

interface RenderOptions {
  readonly system: System;
  readonly language: Language;
  readonly timeZone?: string;
}

/** Renders the differences in `later` as plain sentences. */
export function renderComparison(earlier: Report, later: Report, options: RenderOptions): RenderedComparison {
  const { language, timeZone } = options;
  const sentences = compareReports(earlier, later).map((change) => sentenceOf(change, options));
  return {
    from: formatInstant(language, earlier.startedAt, timeZone),
    to: formatInstant(language, later.startedAt, timeZone),
    changes: [...new Set(sentences)],
  };
}

function sentenceOf(change: Change, { system, language }: RenderOptions): string {
  const say = words[language];
  const name = ({ id, subject }: Step): string =>
    subject === null
      ? stepName(language, id)
      : `${stepName(language, id)} · ${system.texts[language].fields[subject]?.label ?? subject}`;
  const finding = ({ code, subject, facts }: Step): string =>
    code === null || code === 'ok'
      ? say.asItShouldBe
      : findingWords({ code, subject, facts }, system, language).title;
  switch (change.kind) {
    case 'worked-then':
      return fill(say.workedThen, { step: name(change.step), finding: finding(change.now) });
    case 'works-now':
      return fill(say.worksNow, { step: name(change.step), finding: finding(change.before) });
    case 'other-finding':
      return fill(say.otherFinding, {
        step: name(change.step),
        before: finding(change.before),
        now: finding(change.step),
      });
    case 'fact': {
      const said = (value: string): string =>
        change.fact === 'validTo' ? formatUniversalDay(language, value) : value === '' ? say.direct : value;
      return fill(say.fact[change.fact], {
        host: change.host,
        before: said(change.before),
        now: said(change.now),
      });
    }
    case 'slower':
    case 'faster':
      return fill(say[change.kind], {
        step: name(change.step),
        before: formatDuration(language, change.beforeMs),
        now: formatDuration(language, change.nowMs),
      });
    case 'program':
      return fill(say.program, { before: change.before, now: change.now });
  }
}
