/*
 * What the browser shows once it came back: no script, no style from elsewhere, and the same words whatever came, since
 * the result stands in the wizard.
 */

export const CLOSING_PAGE = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>School API Setup Wizard</title>
</head>
<body>
<main>
<h1>Back to the wizard</h1>
<p>School API Setup Wizard has the answer. You can close this tab.</p>
<div lang="fr">
<h2>Retour à l’assistant</h2>
<p>L’assistant a reçu la réponse. Vous pouvez fermer cet onglet.</p>
</div>
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
