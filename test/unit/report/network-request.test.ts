import type { SystemId, Values } from '@contract/connection';
import { systemById } from '@systems/catalogue';
import { planOf } from '@systems/plan-of';
import { describe, expect, it } from 'vitest';
import { networkRequest, wantedHosts } from '../../../electron/report/network-request';
import { HOST, interceptedSteps, passedSteps, powerschoolValues, reportWith } from '../../fakes/reports';

const onsisValues: Values = {
  redirectUrl: 'https://sms.maple.example/onsis/callback',
  clientId: 'onsis-maple-4821',
  authenticationUrl: 'https://auth.onsis.example/authorize',
  tokenUrl: 'https://auth.onsis.example/token',
  apiUrl: 'https://api.onsis.example:8443',
  scopes: 'demo.read',
};

const request = (
  system: SystemId,
  values: Values,
  more: Partial<Parameters<typeof networkRequest>[0]> = {},
) =>
  networkRequest({
    system: systemById(system),
    connection: { name: 'Maple', environment: 'production', practice: false, values },
    report: null,
    language: 'en',
    timeZone: 'UTC',
    ...more,
  });

describe('what the network team has to let through', () => {
  it('names every server of a connection once, with port, protocol and reason', () => {
    const text = request('onsis', onsisValues) ?? '';
    const lines = text.split('\n').filter((line) => line.includes('TCP port'));
    expect(lines).toHaveLength(2);
    expect(lines[0]).toMatch(/^- auth\.onsis\.example, TCP port 443, HTTPS .+Authentication/);
    expect(lines[1]).toMatch(/^- api\.onsis\.example, TCP port 8443, HTTPS/);
    expect(text).toContain('What it is for:');
    expect(text).toContain('from our SMS server (name or address: ________)');
    expect(text).toContain('exempt them from TLS inspection');
  });

  it('asks for the default server where the person left the address empty', () => {
    const system = systemById('classlink-proxy');
    const values = { applicationId: 'maple' };
    expect(wantedHosts(planOf(system, { values, practice: false }))).toHaveLength(1);
  });

  it('says what was seen and when, of what is theirs to mend alone', () => {
    const filtered = reportWith(interceptedSteps, '2026-03-02T14:05:06.000Z');
    const text = request('powerschool', powerschoolValues, { report: filtered }) ?? '';
    expect(text).toContain('What was seen on March 2, 2026');
    expect(text).toContain('Maple Filter Root');
    const fine = request('powerschool', powerschoolValues, { report: reportWith(passedSteps) }) ?? '';
    expect(fine).not.toContain('What was seen');
  });

  it('leaves a gap for the name or address of this computer, which may lead to a person', () => {
    expect(request('powerschool', powerschoolValues)).toContain('(its name or address: ____');
    expect(request('powerschool', powerschoolValues, { language: 'fr' })).toContain(
      'son adresse\u00a0: ____',
    );
  });

  it('gives its one time with the zone', () => {
    const seen = reportWith(interceptedSteps, '2026-03-02T14:05:06.000Z');
    const inToronto = { report: seen, timeZone: 'America/Toronto' };
    const times = (text: string | null) => (text ?? '').match(/\d+[:\u00a0 ]*(?:h|:)[\u00a0 ]*\d\d.*/g);
    expect(times(request('powerschool', powerschoolValues, inToronto))).toEqual([
      expect.stringContaining('9:05:06 a.m. EST'),
    ]);
    expect(times(request('powerschool', powerschoolValues, { ...inToronto, language: 'fr' }))).toEqual([
      expect.stringContaining('HNE'),
    ]);
  });

  it('speaks French', () => {
    const text = request('powerschool', powerschoolValues, { language: 'fr' }) ?? '';
    expect(text).toMatch(/^Bonjour,\n/);
    expect(text).toContain(`- ${HOST}, port TCP 443`);
    expect(text).not.toMatch(/[^\u00a0] :|« [^\u00a0]|\b(Please|the|server)\b/);
  });

  it('is null while no address can be read', () => {
    expect(request('powerschool', {})).toBeNull();
    expect(request('onsis', {})).toBeNull();
  });

  it('holds no Client ID', () => {
    expect(request('powerschool', powerschoolValues)).not.toContain(powerschoolValues.clientId);
    expect(request('onsis', onsisValues)).not.toContain('onsis-maple-4821');
  });
});
