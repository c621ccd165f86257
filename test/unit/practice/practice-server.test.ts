import { languages } from '@contract/languages';
import 'reflect-metadata';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import * as x509 from '@peculiar/x509';
import { systems } from '@systems/catalogue';
import { readReply } from '@systems/read-reply';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type PracticeServer, startPracticeServer } from '../../../electron/practice/practice-server';
import { practiceValues } from '../../../electron/practice/practice-systems';
import { ask } from '../../support/practice-client';

describe('the practice server', () => {
  let server: PracticeServer;
  beforeAll(async () => {
    server = await startPracticeServer();
  });
  afterAll(() => server.stop());

  it('is accepted by a plain client that trusts its authority, by address and by name', async () => {
    for (const host of ['127.0.0.1', 'localhost']) {
      const got = await ask(`https://${host}:${server.port}/onsis/api/ping`, { ca: server.ca });
      expect(got.status).toBe(401);
      expect(got.headers['x-emulator-basis']).toBe('invented');
    }
  });

  it('is refused by a client that does not', async () => {
    await expect(ask(`${server.origin}/onsis/api/ping`)).rejects.toMatchObject({
      code: expect.stringMatching(/SELF_SIGNED_CERT_IN_CHAIN|UNABLE_TO_(GET_ISSUER_CERT|VERIFY)/),
    });
  });

  it('shares no authority with another run', async () => {
    const other = await startPracticeServer();
    try {
      await expect(ask(`${other.origin}/onsis/api/ping`, { ca: server.ca })).rejects.toThrow();
    } finally {
      await other.stop();
    }
  });

  it('has an authority that signs server certificates only, and not for long', () => {
    const ca = new x509.X509Certificate(server.ca);
    const basics = ca.getExtension(x509.BasicConstraintsExtension);
    expect([basics?.ca, basics?.pathLength]).toEqual([true, 0]);
    const daysLeft = (ca.notAfter.getTime() - Date.now()) / 86_400_000;
    // Below 30 days a check would warn; a rehearsal must pass without warnings, however long the app runs.
    expect(daysLeft).toBeGreaterThan(45);
    expect(daysLeft).toBeLessThan(90);
    // A check takes these words in an issuer for a content filter.
    expect(ca.subject).not.toMatch(/filter|proxy|inspection|firewall|gateway/i);
  });

  it('makes certificates and dates its answers by the clock it is given', async () => {
    const then = new Date('2031-03-04T05:06:07Z');
    const other = await startPracticeServer({ now: () => then });
    try {
      expect(new x509.X509Certificate(other.ca).notBefore.toISOString()).toBe('2031-03-03T05:06:07.000Z');
      expect((await ask(`${other.browserOrigin}/onsis/authorize`)).headers.date).toBe(
        'Tue, 04 Mar 2031 05:06:07 GMT',
      );
    } finally {
      await other.stop();
    }
  });

  it('takes the port it is asked for, and another one when that is taken', async () => {
    const taken = createServer();
    const port = await new Promise<number>((resolve) => {
      taken.listen({ host: '127.0.0.1', port: 0 }, () => resolve((taken.address() as AddressInfo).port));
    });
    const beside = await startPracticeServer({ port });
    expect(beside.port).not.toBe(port);
    await beside.stop();
    await new Promise((resolve) => taken.close(resolve));
    const there = await startPracticeServer({ port });
    expect([there.port, there.origin]).toEqual([port, `https://127.0.0.1:${port}`]);
    await there.stop();
  });

  it('serves the browser’s pages without TLS, and nothing else there', async () => {
    const { clientId = '', scopes = '' } = server.systems.onsis?.values ?? {};
    const query = new URLSearchParams({
      response_type: 'code',
      client_id: clientId,
      redirect_uri: 'http://127.0.0.1:4711/onsis/callback',
      scope: scopes,
    });
    const got = await ask(`${server.browserOrigin}/onsis/authorize?${query}`);
    expect([got.status, got.text.includes('<title>Practice sign-in</title>')]).toEqual([200, true]);
    expect((await ask(`${server.browserOrigin}/onsis/token`, { method: 'POST' })).status).toBe(404);
    expect((await ask(`${server.browserOrigin}/onsis/api/ping`)).status).toBe(404);
  });

  it('answers nobody who comes under another name', async () => {
    const host = { host: 'practice.attacker.example' };
    expect((await ask(`${server.browserOrigin}/onsis/authorize`, { headers: host })).status).toBe(421);
    expect((await ask(`${server.origin}/onsis/api/ping`, { headers: host, ca: server.ca })).status).toBe(421);
  });

  it('knows no other path, no other method, and no endless body', async () => {
    const { ca } = server;
    expect((await ask(`${server.origin}/`, { ca })).status).toBe(404);
    expect((await ask(`${server.origin}/onsis/else`, { ca })).status).toBe(404);
    expect((await ask(`${server.origin}/onsis/token`, { ca })).status).toBe(405);
    const body = 'x'.repeat(70_000);
    await expect(
      ask(`${server.origin}/onsis/token`, { ca, method: 'POST', body }).then(({ status }) => status),
    ).resolves.toBe(413);
  });

  it('says of every practice system what to enter, and only fields that system has', () => {
    expect(server.systems).toEqual(practiceValues(server.origin));
    for (const [id, { values, secrets }] of Object.entries(server.systems)) {
      const system = systems[id as keyof typeof systems];
      const fields = system?.fields ?? [];
      expect(Object.keys(secrets).sort()).toEqual(
        fields
          .filter((field) => field.secret)
          .map(({ id: f }) => f)
          .sort(),
      );
      const open = fields.filter((field) => !field.secret);
      for (const field of Object.keys(values)) expect(open.map(({ id: f }) => f)).toContain(field);
      for (const field of open.filter(({ optional }) => !optional)) expect(values[field.id]).toBeTruthy();
    }
  });

  it.each(languages)('writes a reply in %s that the reader understands whole', (language) => {
    for (const [id, { values, secrets }] of Object.entries(server.systems)) {
      const system = systems[id as keyof typeof systems];
      if (system === undefined) throw new Error(`${id} is practised but not in the catalogue`);
      const reading = readReply(system, server.reply(id, language) ?? '');
      expect(reading.doubts).toEqual([]);
      const entered = { ...values, ...secrets };
      for (const field of system.fields.filter(({ askedAt, optional }) => askedAt === 'enter' && !optional)) {
        expect(reading.found.find((one) => one.field === field.id)?.value, field.id).toBe(entered[field.id]);
      }
    }
  });

  it('has no reply for what cannot be practised', () => {
    expect(server.reply('__proto__', 'en')).toBeNull();
    expect(server.reply('nothing', 'fr')).toBeNull();
  });

  it('ends with open connections', async () => {
    const other = await startPracticeServer();
    await ask(`${other.origin}/onsis/api/ping`, { ca: other.ca, headers: { connection: 'keep-alive' } });
    await other.stop();
    await expect(ask(`${other.browserOrigin}/onsis/authorize`)).rejects.toMatchObject({
      code: 'ECONNREFUSED',
    });
  });
});
