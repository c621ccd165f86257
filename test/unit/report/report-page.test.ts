import { createHash } from 'node:crypto';
import type { Language } from '@contract/languages';
import { systemById } from '@systems/catalogue';
import { planOf } from '@systems/plan-of';
import { describe, expect, it } from 'vitest';
import { reportFileName } from '../../../electron/report/file-name';
import { PAGE_STYLE, PAGE_STYLE_HASH } from '../../../electron/report/page-style';
import { renderReport } from '../../../electron/report/render-report';
import { reportPage } from '../../../electron/report/report-page';
import {
  HOST,
  interceptedSteps,
  passedSteps,
  powerschoolValues,
  reportWith,
  step,
} from '../../fakes/reports';

const system = systemById('powerschool');
const plan = planOf(system, { values: powerschoolValues, practice: false });
const page = (steps = passedSteps, language: Language = 'en') =>
  reportPage(renderReport(reportWith(steps), { system, language, plan, timeZone: 'UTC' }), language);

describe('the saved page', () => {
  it('allows its own style and nothing else', () => {
    expect(createHash('sha256').update(PAGE_STYLE).digest('base64')).toBe(PAGE_STYLE_HASH);
    expect(page()).toContain(
      `content="default-src &#x27;none&#x27;; style-src &#x27;sha256-${PAGE_STYLE_HASH}&#x27;`,
    );
    expect(page()).toContain(`<style>${PAGE_STYLE}</style>`);
    expect(page()).not.toMatch(
      /<script|<link|<img|<iframe|javascript:| on\w+=|style="|url\(|@import|https?:\/\/(?!maple)/,
    );
  });

  it('says its language', () => {
    expect(page()).toContain('<html lang="en-CA">');
    expect(page(passedSteps, 'fr')).toContain('<html lang="fr-CA">');
    expect(page(interceptedSteps, 'fr')).toContain('Étape par étape');
  });

  it('takes whatever a stranger wrote into a certificate for text', () => {
    const issuer = `</p></style><script>alert("1")</script><img src=x onerror='x'>&\u202e\u0007`;
    const evil = [step('secure-connection', 'failed', 'tls-intercepted', { host: HOST, port: 443, issuer })];
    const html = page(evil);
    expect(html).not.toMatch(/<script|<img|onerror='/);
    expect(html).toContain('&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;');
    expect(html.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}]/u);
  });

  it('draws a bar for every step that ran, inside the whole', () => {
    const html = page();
    const rects = [...html.matchAll(/<rect class="[\w-]+" x="([\d.]+)" width="([\d.]+)"/g)];
    expect(rects.length).toBeGreaterThan(passedSteps.length);
    for (const [, x, width] of rects) expect(Number(x) + Number(width)).toBeLessThanOrEqual(1003);
  });
});

describe('the name of the saved file', () => {
  const named = (name: string, language: Language = 'en') => {
    const report = reportWith(passedSteps, '2026-01-05T08:00:00.000Z');
    return reportFileName({ ...report, connection: { ...report.connection, name } }, language, 'html');
  };
  it.each([
    ['Maple DSB', 'connection-report-maple-dsb-2026-01-05-0800.html'],
    ['École Étoile / test', 'connection-report-ecole-etoile-test-2026-01-05-0800.html'],
    ['../../etc/passwd', 'connection-report-etc-passwd-2026-01-05-0800.html'],
    ['CON', 'connection-report-con-2026-01-05-0800.html'],
    ['日本', 'connection-report-2026-01-05-0800.html'],
    ['a\u0000b\u202e:*?"<>|', 'connection-report-a-b-2026-01-05-0800.html'],
  ])('of %j is safe on every file system', (name, file) => {
    expect(named(name)).toBe(file);
  });
  it('is short however long the name, and French in French', () => {
    expect(named('x'.repeat(120)).length).toBeLessThan(110);
    expect(named('Maple', 'fr')).toBe('rapport-de-connexion-maple-2026-01-05-0800.html');
  });
});
