import { createHash } from 'node:crypto';
import { escapeHtml } from '@contract/escape-html';
import { languages } from '@contract/languages';
import type { Basis, PracticeAnswer } from './practice-part';
import { type Said, said, words } from './words';

/* Pages for the user's browser, in every language and without scripts. */

const STYLE = `
:root { color-scheme: light dark; --ink: #16202c; --soft: #52606f; --card: #fff; --back: #f6f7f9; --accent: #0b5cad; --on: #fff; --edge: #7d8996; }
@media (prefers-color-scheme: dark) { :root { --ink: #e9eef4; --soft: #a7b3c0; --card: #1a2129; --back: #12171d; --accent: #6db1f5; --on: #12171d; --edge: #7d8996; } }
body { margin: 0; min-height: 100vh; display: grid; place-items: center; background: var(--back); color: var(--ink); font: 16px/1.5 system-ui, sans-serif; }
main { max-width: 460px; margin: 24px; padding: 32px; border-radius: 12px; background: var(--card); }
h1 { margin: 0 0 16px; font-size: 27px; line-height: 1.25; }
h1 span, p span { display: block; color: var(--soft); }
h1 span { font-size: 18px; font-weight: 400; }
form { display: flex; gap: 12px; margin-top: 24px; }
button { flex: 1; min-height: 44px; border: 1px solid var(--edge); border-radius: 8px; background: none; color: inherit; font: inherit; font-weight: 600; cursor: pointer; }
button[value='allow'] { border-color: var(--accent); background: var(--accent); color: var(--on); }
button:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
`;

// Chromium also applies `form-action` to redirects of the form's response, which lead to our own loopback listener.
const POLICY = [
  "default-src 'none'",
  `style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'`,
  "form-action 'self' http://127.0.0.1:*",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

const [main, ...others] = languages;
const { title } = words[main].page.signIn;

export function page(
  status: number,
  basis: Basis,
  heading: Said,
  paragraphs: readonly Said[],
  form = '',
): PracticeAnswer {
  return {
    status,
    basis,
    headers: {
      'content-type': 'text/html;charset=UTF-8',
      'content-security-policy': POLICY,
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
    },
    body: `<!doctype html>
<html lang="${main}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escapeHtml(title)}</title><style>${STYLE}</style></head>
<body><main>
<h1>${inAll(heading)}</h1>
${paragraphs.map((paragraph) => `<p>${inAll(paragraph)}</p>`).join('\n')}
${form}
</main></body>
</html>
`,
  };
}

/** The page's main language first, then the others, since the browser does not know which one the user reads. */
const inAll = (text: Said, between = ' '): string =>
  [
    escapeHtml(text[main]),
    ...others.map((language) => `<span lang="${language}">${escapeHtml(text[language])}</span>`),
  ].join(between);

/** Allow and Refuse; `handle` identifies the request the user decides on. */
export function decisionForm(action: string, handle: string): string {
  const button = (value: string, label: Said) =>
    `<button name="decision" value="${value}">${inAll(label, ' · ')}</button>`;
  return (
    `<form method="post" action="${escapeHtml(action)}"><input type="hidden" name="handle" value="${escapeHtml(handle)}">` +
    button(
      'allow',
      said(({ page }) => page.signIn.allow),
    ) +
    `${button(
      'refuse',
      said(({ page }) => page.signIn.refuse),
    )}</form>`
  );
}
