import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { environments, systemIds } from '@contract/connection-kinds';
import { type Language, languages, nameOf, windowsNamesOf } from '@contract/languages';
import {
  type PolicyKind,
  type PolicyName,
  PRESET_ID,
  policyNames,
  policyTable,
  restrictions,
} from '@contract/policies';
import { STORE_DEFAULTS } from '@contract/shared-store';
import { providerIds } from '@systems/providers/catalogue';
import type words from '../../assets/locales/en/policies.json';

/*
 * Everything that follows from the table of policies (electron/contract/policies.ts) and its words: the templates for
 * Windows' Group Policy, the profile for macOS, the JSON Schema, a sample and docs/policies.md.
 */

const root = join(import.meta.dirname, '../..');
const wordsOf = (language: Language): typeof words =>
  JSON.parse(readFileSync(join(root, `assets/locales/${language}/policies.json`), 'utf8'));

const TEMPLATE = 'school-api-setup-wizard';
const DOMAIN = 'org.schoolapisetup.wizard';
const REGISTRY_PATH = String.raw`Software\Policies\School API Setup Wizard`;

/** Path below the checkout → text. */
export function policyFiles(): ReadonlyMap<string, string> {
  const templates = 'assets/policies/windows';
  return new Map([
    [`${templates}/${TEMPLATE}.admx`, admx()],
    ...languages.flatMap((language) =>
      windowsNamesOf(language).map((name): [string, string] => [
        `${templates}/${name}/${TEMPLATE}.adml`,
        adml(wordsOf(language)),
      ]),
    ),
    [`assets/policies/${DOMAIN}.mobileconfig`, mobileconfig()],
    ['assets/policies/policies.schema.json', `${JSON.stringify(jsonSchema(), null, 2)}\n`],
    ['assets/policies/policies.sample.json', `${JSON.stringify(sample, null, 2)}\n`],
    ['docs/policies.md', page()],
  ]);
}

const sample: Readonly<Record<PolicyName, unknown>> = {
  presets: [
    {
      id: 'onsis-test',
      system: 'onsis',
      name: 'Maple DSB',
      environment: 'test',
      boardNumber: 'B12345',
      values: {
        redirectUrl: 'https://sms.maple.example/onsis/callback',
        clientId: 'maple-4821',
        authenticationUrl: 'https://auth.onsis.example/authorize',
        tokenUrl: 'https://auth.onsis.example/token',
        apiUrl: 'https://api.onsis.example/v1',
        scopes: 'demo.read demo.write',
      },
    },
    {
      id: 'genesis',
      provider: 'genesis',
      name: 'Maple SIS',
      environment: 'production',
      values: { serverUrl: 'https://genesis.maple.example/genesis' },
      editable: true,
    },
  ],
  allowedSystems: ['onsis', 'powerschool'],
  forbidExport: true,
  forbidReveal: true,
  longestClipboardSeconds: 15,
  certificateAuthorities: [],
  forbidProxySignIn: true,
  language: languages[0],
  supportContact: 'Maple IT, 705-555-0100, help@maple.example',
  forbidPractice: false,
  updateNotice: { url: 'https://it.maple.example/wizard/notice.json' },
  sharedStore: {
    address: 'https://vault.consortium.example:8200',
    mount: 'secret',
    prefix: 'school-api',
    signIn: { way: 'ldap', mount: 'ldap' },
  },
  sharedStoreOfflineHours: 72,
};

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
const kindOf = (name: PolicyName): PolicyKind => policyTable[name];

/* Windows */

const NAMESPACE = 'http://schemas.microsoft.com/GroupPolicy/2006/07/PolicyDefinitions';

function admx(): string {
  return `<?xml version="1.0" encoding="utf-8"?>
<!-- Made by node scripts/policies.mjs -->
<policyDefinitions xmlns="${NAMESPACE}" revision="1.0" schemaVersion="1.0">
  <policyNamespaces>
    <target prefix="wizard" namespace="SchoolAPISetup.Policies.Wizard"/>
  </policyNamespaces>
  <resources minRequiredRevision="1.0" fallbackCulture="${windowsNamesOf(languages[0])[0]}"/>
  <supportedOn>
    <definitions>
      <definition name="supported" displayName="$(string.supported)"/>
    </definitions>
  </supportedOn>
  <categories>
    <category name="wizard" displayName="$(string.category)"/>
  </categories>
  <policies>
${policyNames.map(admxPolicy).join('\n')}
  </policies>
</policyDefinitions>
`;
}

function admxPolicy(name: PolicyName): string {
  const isSwitch = kindOf(name).kind === 'switch';
  const ends = isSwitch
    ? `      <enabledValue><decimal value="1"/></enabledValue>
      <disabledValue><decimal value="0"/></disabledValue>`
    : `      <elements>
        ${admxElement(name)}
      </elements>`;
  const shown = isSwitch ? `valueName="${name}"` : `presentation="$(presentation.${name})"`;
  return `    <policy name="${name}" class="Machine" displayName="$(string.${name})" explainText="$(string.${name}_help)" ${shown} key="${REGISTRY_PATH}">
      <parentCategory ref="wizard"/>
      <supportedOn ref="supported"/>
${ends}
    </policy>`;
}

function admxElement(name: PolicyName): string {
  const kind = kindOf(name);
  const named = `id="${name}" valueName="${name}" required="true"`;
  switch (kind.kind) {
    case 'number':
      return `<decimal ${named} minValue="${kind.from}" maxValue="${kind.to}"/>`;
    case 'choice': {
      const items = kind.of.map(
        (one) => `<item displayName="$(string.${name}_${one})"><value><string>${one}</string></value></item>`,
      );
      return `<enum ${named}>${items.join('')}</enum>`;
    }
    case 'text':
    case 'address':
      return `<text ${named} maxLength="${kind.most}"/>`;
    default:
      return `<multiText ${named} maxLength="16383"/>`;
  }
}

function adml(say: typeof words): string {
  const choices = policyNames.flatMap((name): [string, string][] => {
    const kind = kindOf(name);
    return kind.kind === 'choice' ? kind.of.map((one) => [`${name}_${one}`, nameOf(one as Language)]) : [];
  });
  const strings: readonly (readonly [string, string])[] = [
    ['category', say.template.category],
    ['supported', say.template.supported],
    ...policyNames.flatMap((name): [string, string][] => [
      [name, say.name[name]],
      [`${name}_help`, helpFor(name, say)],
    ]),
    ...choices,
  ];
  return `<?xml version="1.0" encoding="utf-8"?>
<!-- Made by node scripts/policies.mjs -->
<policyDefinitionResources xmlns="${NAMESPACE}" revision="1.0" schemaVersion="1.0">
  <displayName>${escaped(say.template.category)}</displayName>
  <description>${escaped(say.template.category)}</description>
  <resources>
    <stringTable>
${strings.map(([id, text]) => `      <string id="${id}">${escaped(text)}</string>`).join('\n')}
    </stringTable>
    <presentationTable>
${policyNames.flatMap((name) => presentation(name, say)).join('\n')}
    </presentationTable>
  </resources>
</policyDefinitionResources>
`;
}

/** With how a value of several lines is written. */
function helpFor(name: PolicyName, say: typeof words): string {
  const kind = kindOf(name);
  const form =
    kind.kind === 'presets' || kind.kind === 'store'
      ? [say.template.json]
      : kind.kind === 'choices'
        ? [say.template.oneLine, kind.of.join(', ')]
        : kind.kind === 'certificates'
          ? [say.template.oneLine]
          : [];
  return [say.help[name], ...form].join('\n\n');
}

function presentation(name: PolicyName, say: typeof words): string | [] {
  const label = escaped(say.name[name]);
  const control = () => {
    const kind = kindOf(name);
    switch (kind.kind) {
      case 'switch':
        return null;
      case 'number':
        return `<decimalTextBox refId="${name}" defaultValue="${kind.to}">${label}</decimalTextBox>`;
      case 'choice':
        return `<dropdownList refId="${name}">${label}</dropdownList>`;
      case 'text':
      case 'address':
        return `<textBox refId="${name}"><label>${label}</label></textBox>`;
      default:
        return `<multiTextBox refId="${name}">${label}</multiTextBox>`;
    }
  };
  const made = control();
  return made === null ? [] : `      <presentation id="${name}">${made}</presentation>`;
}

/* macOS */

const PROFILE = '0B1A7C52-5E0F-4C55-9F0A-6D1D5C3E8A10';
const PAYLOAD = '7C1F5B9E-2D64-4E8B-8C9B-3A52F1E7D611';

/** A profile to start from: the sample's policies, for a management system to sign and install. */
function mobileconfig(): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
<!-- Made by node scripts/policies.mjs. A sample: change or remove the policies in it. -->
<plist version="1.0">
${plist(
  {
    PayloadContent: [
      {
        ...sample,
        PayloadIdentifier: `${DOMAIN}.policies`,
        PayloadType: DOMAIN,
        PayloadUUID: PAYLOAD,
        PayloadVersion: 1,
      },
    ],
    PayloadDisplayName: 'School API Setup Wizard',
    PayloadIdentifier: DOMAIN,
    PayloadScope: 'System',
    PayloadType: 'Configuration',
    PayloadUUID: PROFILE,
    PayloadVersion: 1,
  },
  '',
)}
</plist>
`;
}

function plist(value: unknown, indent: string): string {
  const inside = `${indent}  `;
  if (typeof value === 'string') return `${indent}<string>${escaped(value)}</string>`;
  if (typeof value === 'number') return `${indent}<integer>${value}</integer>`;
  if (typeof value === 'boolean') return `${indent}<${value}/>`;
  if (Array.isArray(value)) {
    const items = value.map((one: unknown) => `${plist(one, inside)}\n`);
    return items.length === 0 ? `${indent}<array/>` : `${indent}<array>\n${items.join('')}${indent}</array>`;
  }
  const members = Object.entries(value as object).map(
    ([key, one]) => `${inside}<key>${escaped(key)}</key>\n${plist(one, inside)}\n`,
  );
  return `${indent}<dict>\n${members.join('')}${indent}</dict>`;
}

/* JSON Schema */

function jsonSchema(): object {
  const say = wordsOf(languages[0]);
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'School API Setup Wizard: policies.json',
    type: 'object',
    additionalProperties: false,
    properties: Object.fromEntries(
      policyNames.map((name) => [name, { description: say.help[name], ...schemaOf(kindOf(name)) }]),
    ),
  };
}

function schemaOf(kind: PolicyKind): object {
  switch (kind.kind) {
    case 'switch':
      return { type: 'boolean' };
    case 'number':
      return { type: 'integer', minimum: kind.from, maximum: kind.to };
    case 'choice':
      return { enum: kind.of };
    case 'choices':
      return { type: 'array', items: { enum: kind.of } };
    case 'text':
      return { type: 'string', minLength: 1, maxLength: kind.most };
    case 'address':
      return {
        type: 'object',
        additionalProperties: false,
        required: ['url'],
        properties: { url: { type: 'string', pattern: '^https://', maxLength: kind.most } },
      };
    case 'certificates':
      return { type: 'array', maxItems: kind.most, items: { type: 'string' } };
    case 'store':
      return storeSchema;
    default:
      return { type: 'array', maxItems: kind.most, items: presetSchema };
  }
}

const storeSchema = {
  type: 'object',
  additionalProperties: false,
  required: ['address', 'signIn'],
  properties: {
    address: { type: 'string', pattern: '^https://[^/]+$' },
    mount: { type: 'string' },
    prefix: { type: 'string' },
    namespace: { type: ['string', 'null'] },
    signIn: {
      type: 'object',
      required: ['way'],
      properties: { way: { enum: ['token', 'ldap', 'oidc', 'app-role'] } },
    },
  },
};

const presetSchema = {
  type: 'object',
  additionalProperties: false,
  required: ['id', 'name', 'environment', 'values'],
  oneOf: [{ required: ['system'] }, { required: ['provider'] }],
  properties: {
    id: { type: 'string', pattern: PRESET_ID.source },
    system: { enum: systemIds },
    provider: { enum: providerIds },
    name: { type: 'string', minLength: 1 },
    environment: { enum: environments },
    boardNumber: { type: 'string' },
    values: { type: 'object', additionalProperties: { type: 'string' } },
    editable: { type: 'boolean' },
  },
};

/* The page */

const registryTypes: Readonly<Record<PolicyKind['kind'], string>> = {
  switch: '`REG_DWORD`, 0 or 1',
  number: '`REG_DWORD`',
  choice: '`REG_SZ`',
  choices: '`REG_MULTI_SZ`, one per line',
  text: '`REG_SZ`',
  address: '`REG_SZ`, the address alone',
  certificates: '`REG_MULTI_SZ`, one per line',
  presets: '`REG_MULTI_SZ`, the JSON of the list',
  store: '`REG_MULTI_SZ`, the JSON of the object',
};

function inFile(kind: PolicyKind): string {
  switch (kind.kind) {
    case 'switch':
      return '`true` or `false`';
    case 'number':
      return `a whole number, ${kind.from} to ${kind.to}`;
    case 'choice':
      return kind.of.map((one) => `\`"${one}"\``).join(' or ');
    case 'choices':
      return `a list of ${kind.of.map((one) => `\`"${one}"\``).join(', ')}`;
    case 'text':
      return `a text of one line, at most ${kind.most} characters`;
    case 'address':
      return '`{ "url": "https://…" }`';
    case 'certificates':
      return `a list of at most ${kind.most} texts`;
    case 'store':
      return 'an object, see [below](#the-store)';
    default:
      return `a list of at most ${kind.most} connections, see [below](#prepared-connections)`;
  }
}

function page(): string {
  const say = wordsOf(languages[0]);
  return `# Policies

What an organization sets for all its computers. Made by \`node scripts/policies.mjs\` from the table of policies
(\`electron/contract/policies.ts\`) and its words; the templates, the schema and the samples in \`assets/policies\` are made with
it. Each policy is optional. The window shows what is set, by whom, and does not let it be changed;
\`school-api-setup-wizard-cli policies\` prints what is in force, where it comes from, and what is wrong with it (exit status 1 if
anything is; \`--json\` for scripts).

## Where

Only where an administrator alone can write. Never in the working folder, a home folder, the data folder, the command line or the
environment.

| system | place | who may have written it |
|---|---|---|
| Windows | the registry, \`HKLM\\${REGISTRY_PATH}\`: Group Policy or Intune, with the templates in \`policies\` of the installation folder | Windows guards this key |
| Windows | \`policies.json\` in the installation folder | whoever may write there may replace the program as well: keep the folder below \`C:\\Program Files\`, or where users cannot write |
| Linux | \`/etc/school-api-setup-wizard/policies.json\` | file and all folders above: owned by root, not writable by others, no symbolic link |
| macOS | a profile of a management system, which appears as \`/Library/Managed Preferences/${DOMAIN}.plist\` | as on Linux |
| macOS | \`/Library/Application Support/School API Setup Wizard/policies.json\` | as on Linux |

If two places of a computer set the same policy, the upper one decides. The file is JSON in UTF-8, at most 1 MiB, without duplicate
keys. Policies are read when the program starts. An empty list can only be set in a file: Group Policy writes none.

## What

| policy | in the file | in the registry |
|---|---|---|
${policyNames.map((name) => `| [\`${name}\`](#${name.toLowerCase()}) | ${inFile(kindOf(name))} | ${registryTypes[kindOf(name).kind]} |`).join('\n')}

${policyNames.map((name) => `### ${name}\n\n${say.name[name]}. ${say.help[name]}\n`).join('\n')}
## Mistakes

A mistake is told in the window and by \`policies\`, and never allows more than the program does by itself:

- A restriction whose value cannot be understood counts at its strictest. Restrictions are ${restrictions.map((name) => `\`${name}\``).join(', ')};
  the strictest list of systems is an empty one, the strictest time on the clipboard and without the store the shortest.
- Any other policy that cannot be understood counts as not set; of a list, only what is wrong in it is left out.
- A name that differs from a policy's by capitals, or by at most two letters, restricts as that policy at its strictest. Any other unknown
  name is told and does nothing, so that a policy of a newer version does not stop an older one.
- A file that cannot be read, is no JSON, or could have been written by others, counts as if every restriction in it were wrong. Saved
  connections can still be tested, corrected and deleted, and their secrets replaced; nothing new is set up until the file is mended.

## Prepared connections

A preset is a connection file of the command line ([command-line.md](command-line.md)) with an \`id\`; \`help\` lists each system's values:

\`\`\`json
${JSON.stringify((sample.presets as readonly object[])[0], null, 2)}
\`\`\`

| key | meaning |
|---|---|
| \`id\` | letters, digits, \`.\`, \`_\`, \`-\`, at most 40; each preset has its own. Keep it when you change the rest |
| \`system\` or \`provider\` | a system, or a OneRoster product by name |
| \`name\`, \`environment\` | the user may change the name, not the environment |
| \`boardNumber\` | optional, for OnSIS |
| \`values\` | addresses, Client ID, redirect URL …; never a secret. A value that is missing or empty is asked for |
| \`editable\` | \`true\`: the user may change the values. Otherwise they are shown and kept |

The user presses *${sayStart()}*, sees where the secret will go, enters it and tests. A changed preset reaches its
connection when that is next opened. A secret is bound to the addresses it was entered for: if a preset moves to another server, the
program asks for it again instead of sending it there. Without its preset, a connection stays, and is the user's.

Presets may be of systems that \`allowedSystems\` does not name: with an empty list, they alone can be set up.

## The store

Where an OpenBao or HashiCorp Vault with a KV version 2 engine keeps connections that several people share:

\`\`\`json
${JSON.stringify(sample.sharedStore, null, 2)}
\`\`\`

| key | meaning |
|---|---|
| \`address\` | \`https://host\` or \`https://host:port\`, nothing else |
| \`mount\` | of the KV engine; default \`${STORE_DEFAULTS.mount}\` |
| \`prefix\` | the folder below it; default \`${STORE_DEFAULTS.prefix}\` |
| \`namespace\` | only where the store has them |
| \`signIn\` | \`{"way": "ldap", "mount": "ldap"}\`, \`{"way": "oidc", "mount": "oidc", "role": ""}\` (an empty role: the store's default), \`{"way": "app-role", "mount": "approle", "roleId": "…"}\` or \`{"way": "token"}\` |

Never a token, a password or a secret_id. With this policy, no other store can be chosen. Where export is forbidden, connections
can be shared with this store only.
`;
}

const sayStart = (): string =>
  JSON.parse(readFileSync(join(root, `assets/locales/${languages[0]}/connections.json`), 'utf8')).prepared
    .start;
