import { byLanguage } from '@contract/by-language';
import { escapeHtml } from '@contract/escape-html';
import { languages } from '@contract/languages';
import type english from '../../assets/locales/en/sign-in-page.json';

/*
 * What the browser shows once it came back: no script, no style from elsewhere, and the same words whatever came, since
 * the result stands in the wizard. In every language: nobody told the browser which one the person reads.
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
