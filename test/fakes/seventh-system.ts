import type { SystemId } from '@contract/connection';
import { inEvery } from '@contract/languages';
import { originsOf, secureAddress } from '@systems/addresses/tidy-address';
import type { System, SystemText } from '@systems/system';

/* An unknown system, built as `docs/adding-a-system.md` describes: a bearer token and one list of buildings. */

const en: SystemText = {
  name: 'Seventh',
  summary: 'A system made up for a test',
  owner: 'Whoever runs Seventh',
  fields: {
    baseUrl: {
      label: 'Base URL',
      help: 'Where it is.',
      example: 'https://seventh.example',
      where: ['Ask for it.'],
    },
    key: { label: 'API key', help: 'What opens it.', example: '77…', where: ['Ask for it.'] },
  },
  findings: { 'permission-missing': { todo: 'Tick {{permission}} in Seventh.' } },
  practiceName: 'the practice Seventh',
  guide: ['Ask for both values.'],
  permissions: { buildings: 'Buildings (read)' },
};

export const seventhSystem: System = {
  // A real system's id also goes into `systemIds`; a test cannot widen a closed list.
  id: 'seventh' as SystemId,
  source: 'docs/vendors/oneroster.md',
  fields: [
    { id: 'baseUrl', kind: 'address', secret: false, optional: false, askedAt: 'enter' },
    { id: 'key', kind: 'text', secret: true, optional: false, askedAt: 'enter' },
  ],
  texts: { ...inEvery(() => en), fr: { ...en, name: 'Septième' } },
  replyLabels: { baseUrl: ['base url', 'url de base'], key: ['api key', 'cle d api'] },
  secretOrigins: (values) => ({ key: originsOf(values.baseUrl) }),
  notes: () => [],
  plan: (values) => {
    const base = secureAddress(values.baseUrl)?.origin ?? '';
    return {
      addresses: [{ subject: null, url: base }],
      reach: null,
      signIn: { kind: 'bearer', secretField: 'key' },
      permission: [
        {
          subject: 'buildings',
          url: `${base}/buildings?limit=1`,
          read: ({ json }) =>
            Array.isArray(json)
              ? { outcome: 'passed', code: 'ok', facts: { count: json.length } }
              : { outcome: 'failed', code: 'unexpected-answer', facts: {} },
        },
      ],
      proof: 'buildings',
      notTested: ['people'],
    };
  },
};
