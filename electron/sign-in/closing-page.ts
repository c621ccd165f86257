import { byLanguage } from '@contract/by-language';
import { escapeHtml } from '@contract/escape-html';
import { languages } from '@contract/languages';
import type english from '../../assets/locales/en/sign-in-page.json';

/*
 * The page the browser shows after the redirect. No scripts, no external styles, and the same text whatever the
 * result, which is shown in the wizard. It contains every language, since the browser does not know which one the
 * user reads.
 */

const words = byLanguage<typeof english>('sign-in-page', () =>
  import.meta.glob<typeof english>('../../assets/locales/*/sign-in-page.json', {
    eager: true,
    import: 'default',
  }),
);

const [main, ...others] = languages;

const inOthers = others
  .map(
    (language) => `<div lang="${language}">
<h2>${escapeHtml(words[language].title)}</h2>
<p>${escapeHtml(words[language].text)}</p>
</div>`,
  )
  .join('\n');

export const CLOSING_PAGE = `<!doctype html>
<html lang="${main}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>School API Setup Wizard</title>
</head>
<body>
<main>
<h1>${escapeHtml(words[main].title)}</h1>
<p>${escapeHtml(words[main].text)}</p>
${inOthers}
</main>
</body>
</html>
`;

export const CLOSING_HEADERS: Readonly<Record<string, string>> = {
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy':
    "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'referrer-policy': 'no-referrer',
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
  connection: 'close',
};
