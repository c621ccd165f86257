import { html, type Markup } from './markup';

/*
 * The style of the saved page. The page's content security policy contains its hash, so that the page accepts no
 * other style and runs no scripts. A test compares the two.
 */

export const PAGE_STYLE = `
:root { color-scheme: light dark; --paper: #fff; --ink: #16202c; --soft: #52606f; --line: #d9dfe7; --ok: #0a6b3d;
  --warning: #8a5200; --bad: #a4262c; --lookup: #8a63b0; --connect: #2f7fc1; --tls: #0f8f86; --first: #c77f1a; --rest: #7b8794; }
@media (prefers-color-scheme: dark) { :root { --paper: #12171d; --ink: #e9eef4; --soft: #a7b3c0; --line: #2e3843;
  --ok: #62d39a; --warning: #f2b65c; --bad: #ff9a9a; --lookup: #b794dc; --connect: #6db1f5; --tls: #4cc4ba; --first: #e8ac55; --rest: #8b98a6; } }
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 32px 24px 48px; max-width: 760px; background: var(--paper); color: var(--ink);
  font: 16px/1.5 "Atkinson Hyperlegible Next", system-ui, sans-serif; }
h1 { margin: 0; font-size: 27px; line-height: 1.25; overflow-wrap: anywhere; }
h2 { margin: 32px 0 8px; font-size: 20px; }
h3 { margin: 0; font-size: 17px; }
p { margin: 4px 0; overflow-wrap: anywhere; }
.soft { color: var(--soft); font-size: 15px; }
.verdict { margin-top: 12px; font-weight: 600; font-size: 18px; }
.passed { color: var(--ok); } .warning { color: var(--warning); } .failed { color: var(--bad); }
.skipped, .not-tried { color: var(--soft); }
table { width: 100%; border-collapse: collapse; font-size: 15px; }
th, td { padding: 6px 10px 6px 0; border-top: 1px solid var(--line); text-align: left; vertical-align: top; font-weight: 400; overflow-wrap: anywhere; }
thead th, thead td { border-top: 0; color: var(--soft); font-size: 14px; }
th.took, td.took { white-space: nowrap; text-align: right; font-variant-numeric: tabular-nums; }
td.bar { width: 32%; padding-right: 0; vertical-align: middle; }
svg { display: block; width: 100%; height: 10px; }
.legend { display: flex; flex-wrap: wrap; gap: 4px 18px; margin-top: 8px; }
.legend svg { display: inline-block; width: 12px; margin-right: 6px; }
rect.track { fill: var(--line); } rect.own { fill: var(--soft); } rect.lookup { fill: var(--lookup); } rect.connect { fill: var(--connect); }
rect.tls { fill: var(--tls); } rect.first-byte { fill: var(--first); } rect.rest { fill: var(--rest); }
article { margin-top: 14px; padding: 12px 16px; border: 1px solid var(--line); border-left: 4px solid var(--line); border-radius: 8px; break-inside: avoid; }
article.passed, article.failed, article.warning { color: inherit; } article.failed { border-left-color: var(--bad); } article.warning { border-left-color: var(--warning); }
dl { display: grid; grid-template-columns: 130px minmax(0, 1fr); gap: 4px 16px; margin: 8px 0 0; font-size: 15px; }
dt { color: var(--soft); } dd { margin: 0; overflow-wrap: anywhere; }
pre { margin: 10px 0 0; padding: 10px 12px; border: 1px solid var(--line); border-radius: 8px; font: inherit; font-size: 15px; white-space: pre-wrap; overflow-wrap: anywhere; }
ul { margin: 4px 0; padding-left: 22px; }
footer { margin-top: 32px; padding-top: 12px; border-top: 1px solid var(--line); }
@media (max-width: 560px) { dl { grid-template-columns: minmax(0, 1fr); gap: 0; } dd { margin-bottom: 6px; } td.bar { display: none; } }
@media print { :root { color-scheme: light; --paper: #fff; --ink: #000; --soft: #444; --line: #bbb; --ok: #0a6b3d; --warning: #8a5200; --bad: #a4262c;
  --lookup: #8a63b0; --connect: #2f7fc1; --tls: #0f8f86; --first: #c77f1a; --rest: #7b8794; }
  body { max-width: none; padding: 0; font-size: 11pt; } table, dl, pre, .soft { font-size: 10pt; } h1 { font-size: 18pt; } h2 { font-size: 13pt; margin-top: 18pt; break-after: avoid; }
  h3 { font-size: 11pt; } tr, article, pre { break-inside: avoid; } article.finding { break-inside: auto; } svg { print-color-adjust: exact; -webkit-print-color-adjust: exact; } }
@page { margin: 18mm 16mm; }
`;

const policy = () =>
  `default-src 'none'; style-src 'sha256-${PAGE_STYLE_HASH}'; base-uri 'none'; form-action 'none'`;

/** The head of every page the program writes, without its style. */
export const pageHead = (title: string): Markup => html`<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy()}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>${title}</title>`;

/** SHA-256 of {@link PAGE_STYLE}, base64. */
export const PAGE_STYLE_HASH = 'LDdJbI7hZKO+BEJj3JG1XGWC2nqbysAITx/gy2sEDt0=';
