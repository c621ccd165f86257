import type { Connection } from '../../electron/contract/connection';
import type { Report } from '../../electron/contract/report';
import { decidingStep, isProved, overallOutcome } from '../../electron/contract/verdict';
import type { Scenario } from '../fakes/bridge';
import { type CheckScript, stepsOf } from '../fakes/check-scripts';
import { en } from '../support/window-words';

/* Saved connections for tests, in every state a list can show. */

export const SECRET = 'k7Tq90O-lI1x_Vb4';

export const maple: Connection = {
  id: '6f1c1e1a-0000-4000-8000-000000000001',
  system: 'onsis',
  name: en.wizard.instance.nameExample,
  environment: 'test',
  practice: false,
  boardNumber: 'B12345',
  values: {
    redirectUrl: 'https://sms.maple.example/onsis/callback',
    clientId: 'onsis-maple-4821',
    authenticationUrl: 'https://auth.onsis.example/authorize',
    tokenUrl: 'https://auth.onsis.example/token',
    apiUrl: 'https://api.onsis.example:8443',
    scopes: 'demo.read demo.write',
  },
  setup: { step: 'finish', registrationSentOn: '2026-01-05', finishedAt: '2026-01-12T09:00:00.000Z' },
  lastCheck: null,
  createdAt: '2026-01-05T08:00:00.000Z',
  updatedAt: '2026-01-12T09:00:00.000Z',
};

export const onThisComputer: Connection = {
  ...maple,
  values: { ...maple.values, redirectUrl: 'http://127.0.0.1:53682/onsis/callback' },
};

const vendorConnection = (
  system: Connection['system'],
  name: string,
  values: Connection['values'],
): Connection => ({
  ...maple,
  system,
  name,
  boardNumber: '',
  values,
  setup: { step: 'finish', registrationSentOn: null, finishedAt: '2026-01-12T09:00:00.000Z' },
});

export const powerschool = vendorConnection('powerschool', 'Maple District', {
  serverUrl: 'https://maple.powerschool.example/public/home.html',
  clientId: '11111111-2222-4333-8444-555555555555',
});
export const aeries = vendorConnection('aeries-oneroster', 'Reading vendor', {
  aeriesUrl: 'https://maple.aeries.example/aeries/Login.aspx',
  consumerId: '0123456789abcdef'.repeat(4),
});
export const oneroster = vendorConnection('oneroster', 'Maple SIS', {
  serverUrl: 'https://sis.maple.example',
  version: '1.1',
  signIn: 'oauth2',
  tokenUrl: 'https://sis.maple.example/oauth/token',
  clientId: 'maple-roster-4821',
});
export const edFi = vendorConnection('ed-fi', 'Maple Unified', {
  baseUrl: 'https://edfi.maple.example/v7.3/api/2027',
  clientId: 'maple4821',
});
export const classlink = vendorConnection('classlink-proxy', 'Maple District', {
  applicationId: 'bWFwbGUtZGVtby0xMjM=',
});

/** An unfinished setup, left at a step. */
export const leftAt = (step: Connection['setup']['step'], connection = maple): Connection => ({
  ...connection,
  setup: { ...connection.setup, step, finishedAt: null },
});

export function reportOf(connection: Connection, script: CheckScript, at: string): Report {
  const steps = [...stepsOf(script, 'none', connection.practice)];
  return {
    version: 1,
    app: '1.0.0',
    connection: {
      id: connection.id,
      system: connection.system,
      name: connection.name,
      environment: connection.environment,
    },
    startedAt: at,
    durationMs: 812,
    outcome: overallOutcome(steps),
    steps,
  };
}

/** The connection after such a check. */
export function checked(
  connection: Connection,
  script: CheckScript,
  at = new Date().toISOString(),
): Connection {
  const report = reportOf(connection, script, at);
  const deciding = decidingStep(report.steps);
  return {
    ...connection,
    lastCheck: {
      at,
      outcome: report.outcome,
      proved: isProved(report.steps),
      step: deciding?.id ?? null,
      code: deciding?.code ?? null,
    },
  };
}

/** Finished connections of different servers, never tested. */
export const someVendors = (count: number): readonly Connection[] =>
  Array.from({ length: count }, (_, at) => ({
    ...powerschool,
    id: `6f1c1e1a-0000-4000-8000-0000000001${String(at + 1).padStart(2, '0')}`,
    name: `School ${at + 1}`,
  }));

/** A window with this connection only, its secret stored. */
export const withOne = (connection: Connection, more: Scenario = {}): Scenario => ({
  connections: [connection],
  secrets: { [connection.id]: { clientSecret: SECRET, consumerSecret: SECRET, accessToken: SECRET } },
  ...more,
});

/** A list with one connection in each state. */
export function fullList(): Scenario {
  const pine = { ...maple, id: '6f1c1e1a-0000-4000-8000-000000000004', name: 'Pine Valley DSB' };
  return {
    connections: [
      checked(
        { ...onThisComputer, id: '6f1c1e1a-0000-4000-8000-000000000002', environment: 'production' },
        'proved',
      ),
      checked(maple, 'tls-intercepted'),
      checked(
        {
          ...maple,
          id: '6f1c1e1a-0000-4000-8000-000000000003',
          name: 'Cedar Catholic DSB',
          environment: 'production',
        },
        'not-proved',
        '2026-01-03T10:00:00.000Z',
      ),
      leftAt('enter', { ...pine, environment: 'production' }),
      leftAt('register', {
        ...pine,
        id: '6f1c1e1a-0000-4000-8000-000000000005',
        name: en.wizard.instance.namePractice,
        practice: true,
        setup: { ...pine.setup, registrationSentOn: null },
      }),
    ],
  };
}

export const REPLY = `From: ONSIS_SISON (EDU)
Subject: RE: OnSIS API registration

Hello Pat,

Your Redirect URL has been registered. Please find your settings below.

Client ID: onsis-maple-4821
Client Secret: ${SECRET}
Authentication URL/Board: https://auth.onsis.example/authorize
Authentication Token URL: https://auth.onsis.example/token
API URL / Port: https://api.onsis.example:8443
Scopes: demo.read demo.write

Regards,
OnSIS support`;
