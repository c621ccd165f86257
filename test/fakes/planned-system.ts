import { inEvery } from '@contract/languages';
import type { CheckPlan, Field, System, SystemText } from '@systems/system';

const text: SystemText = {
  name: 'Planned',
  summary: '',
  owner: 'Whoever runs the server',
  fields: {},
  findings: {},
  practiceName: '',
  guide: [],
};

const field = (id: string, kind: Field['kind'], secret = false): Field => ({
  id,
  kind,
  secret,
  optional: false,
  askedAt: 'enter',
});

/** A system whose check follows a test's plan exactly: an address, a client ID and one secret. */
export const plannedSystem = (plan: CheckPlan, changes: Partial<System> = {}): System => ({
  id: 'oneroster',
  source: 'docs/vendors/oneroster.md',
  fields: [field('serverUrl', 'address'), field('clientId', 'text'), field('clientSecret', 'text', true)],
  texts: inEvery(() => text),
  replyLabels: {},
  secretOrigins: ({ serverUrl }) => ({
    clientSecret: serverUrl !== undefined && URL.canParse(serverUrl) ? [new URL(serverUrl).origin] : [],
  }),
  notes: () => [],
  plan: () => plan,
  ...changes,
});
