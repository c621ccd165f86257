import type { Connection } from '@contract/connection';
import { fill } from '@contract/fill';
import { type Language, localeOf } from '@contract/languages';
import { html, type Markup } from '../report/markup';
import type { WantedHost } from '../report/network-request';
import { PAGE_STYLE, pageHead } from '../report/page-style';
import { words } from './words';

export interface InstructionsOptions {
  readonly connection: Pick<Connection, 'name' | 'environment'>;
  readonly systemName: string;
  readonly hosts: readonly WantedHost[];
  readonly language: Language;
}

/** The connection in the kit. Commands name it, so it has neither blanks nor letters beyond ASCII. */
export const KIT_FILE = 'connection.json';
const CHECK = `check --connection ${KIT_FILE} --without-secrets --json > result.json`;
const WINDOWS = 'School API Setup Wizard\\school-api-setup-wizard-cli.exe';

/**
 * What is typed, by kind of computer. The program's folder lies beside the connection's file: it can be moved
 * anywhere, and needs no installation and no rights.
 */
const commands = {
  powershell: [`& '.\\${WINDOWS}' ${CHECK}`],
  cmd: [`"${WINDOWS}" ${CHECK}`],
  macos: [`"./School API Setup Wizard.app/Contents/Resources/school-api-setup-wizard-cli" ${CHECK}`],
  linux: [
    'tar xf school-api-setup-wizard-*-linux-x64.tar.gz',
    `./school-api-setup-wizard-*-linux-x64/school-api-setup-wizard-cli ${CHECK}`,
  ],
} as const;

/** What Windows can tell by itself. The last one looks at the certificate, whoever issued it, and sends nothing. */
const byPowerShell = ({ host, port }: WantedHost): readonly string[] => [
  "(Get-Date).ToUniversalTime().ToString('s')",
  'netsh winhttp show proxy',
  `(Resolve-DnsName ${host}).IPAddress`,
  `Test-NetConnection ${host} -Port ${port}`,
  `curl.exe -sSI https://${host}:${port}/`,
  `$c = [Net.Sockets.TcpClient]::new('${host}', ${port}); $s = [Net.Security.SslStream]::new($c.GetStream(), $false, {$true}); $s.AuthenticateAsClient('${host}'); $s.RemoteCertificate.Issuer; $s.SslProtocol; $c.Close()`,
];

/** One page for whoever sits at the other computer, who may never have seen this program. */
export function instructions({ connection, systemName, hosts, language }: InstructionsOptions): string {
  const say = words[language].kit;
  const title = fill(say.title, { system: systemName, name: connection.name });
  const where = (one: WantedHost) => `https://${one.host}${one.port === 443 ? '' : `:${one.port}`}/`;
  const body = html`<body>
<main>
<h1>${title}</h1>
<p>${say.lead}</p>
<p class="soft">${say.noSecret}</p>
<section>
<h2>${say.programTitle}</h2>
<ul>
<li>${say.program.windows}</li>
<li>${say.program.macos}</li>
<li>${say.program.linux}</li>
</ul>
<p>${say.programNote}</p>
</section>
<section>
<h2>${say.commandTitle}</h2>
<p>${say.commandLead}</p>
${(['powershell', 'cmd', 'macos', 'linux'] as const).map(
  (kind) => html`<h3>${say.kind[kind]}</h3>
<pre data-kind="${kind}">${commands[kind].join('\n')}</pre>
`,
)}
<p>${say.after}</p>
</section>
<section>
<h2>${say.backTitle}</h2>
<p>${say.back}</p>
</section>
<section>
<h2>${say.byHandTitle}</h2>
<p>${say.byHandLead}</p>
<h3>${say.browserTitle}</h3>
<ul>
${hosts.map((one) => html`<li>${where(one)}</li>`)}
</ul>
<p>${say.browser}</p>
<h3>${say.powershellTitle}</h3>
${hosts.map((one) => html`<pre>${byPowerShell(one).join('\n')}</pre>`)}
<h3>${say.writeTitle}</h3>
<table>
<thead><tr><th scope="col">${say.question}</th><th scope="col">${say.answer}</th></tr></thead>
<tbody>
${hosts.flatMap((one) => say.questions.map((question) => row(fill(question, { host: one.host, port: one.port }))))}
</tbody>
</table>
</section>
</main>
</body>`;
  return `<!doctype html>\n<html lang="${localeOf(language)}">\n<head>\n${pageHead(title)}\n<style>${PAGE_STYLE}</style>\n</head>\n${body}\n</html>\n`;
}

const row = (question: string): Markup => html`<tr><td>${question}</td><td></td></tr>
`;
