import { Readable } from 'node:stream';
import { noneInForce } from '@contract/policies';
import { type Report, reportSchema } from '@contract/report';
import { doubtsOf } from '@contract/verdict';
import { systemById } from '@systems/catalogue';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { savedSecrets, savedSubject } from '../../../electron/check/saved-connection';
import { SecretDigests } from '../../../electron/check/secret-digests';
import { checkConnection } from '../../../electron/cli/check-connection';
import { runCli } from '../../../electron/cli/run-cli';
import { Trust } from '../../../electron/http/trust';
import { FakeCipher } from '../../fakes/secret-cipher';
import { type SpoiltService, startSpoiltService } from '../../servers/spoilt-service';
import { makeAuthority } from '../../support/certificates';
import { temporaryFolder } from '../../support/temporary-folder';
import { wholeWizard } from '../../support/whole-wizard';

/*
 * Client ID and secret in the body of the token request, from the finding that offers it to a later check without a
 * window: in one place at a time, only where the user chose it, and to the same addresses as before.
 */

const WAY = 'credentials-in-body';
const client = ['powerschool', 'aeries-oneroster', 'oneroster'] as const;

let tls: { readonly key: string; readonly cert: string };
let root = '';
beforeAll(async () => {
  const authority = await makeAuthority();
  root = authority.root.pem;
  const leaf = await authority.leaf({ names: ['127.0.0.1'] });
  tls = { key: leaf.key, cert: `${leaf.pem}\n${authority.intermediate.pem}` };
});

interface Carried {
  readonly header: boolean;
  readonly body: boolean;
}
const inHeader: Carried = { header: true, body: false };
const inBody: Carried = { header: false, body: true };

describe.each(client)('%s', (system) => {
  let service: SpoiltService;
  beforeAll(async () => {
    service = await startSpoiltService(system, tls);
  });
  afterAll(() => service.server.stop());

  /** Where the token requests since the last call carried the credentials; nothing else may carry the secret. */
  let looked = 0;
  const carried = (): readonly Carried[] => {
    const seen = service.server.requests.slice(looked);
    looked = service.server.requests.length;
    const isToken = ({ method }: { readonly method: string }) => method === 'POST';
    for (const request of seen.filter((one) => !isToken(one))) {
      expect(request.headers.authorization ?? 'Bearer').toMatch(/^Bearer/);
      expect(JSON.stringify([request.url, request.headers, request.text])).not.toContain(service.secret);
    }
    return seen.filter(isToken).map(({ headers, text }) => {
      const form = new URLSearchParams(text);
      const both = ['client_id', 'client_secret'].map((name) => form.getAll(name).length);
      expect([
        [0, 0],
        [1, 1],
      ]).toContainEqual(both);
      if (form.has('client_secret')) expect(form.get('client_secret')).toBe(service.secret);
      return { header: /^basic /i.test(headers.authorization ?? ''), body: form.has('client_secret') };
    });
  };

  it('is offered, chosen, kept, used, and let go', async () => {
    const network = {
      resolveProxy: async () => 'DIRECT',
      lookUp: () => Promise.reject(Object.assign(new Error('not found'), { code: 'ENOTFOUND' })),
      trust: new Trust([root]),
      now: Date.now,
    };
    const wizard = wholeWizard({ folder: temporaryFolder(), cipher: new FakeCipher(), network });
    const ask = async <Value>(channel: string, request: unknown): Promise<Value> => {
      const answer = await wizard.call(channel, request);
      if (!answer.ok) throw new Error(`${channel}: ${answer.failure.code}`);
      return answer.value as Value;
    };
    const instance = { name: 'Maple', environment: 'test', boardNumber: '', redirect: 'sis-server' };
    const { connection } = await ask<{ connection: { id: string } }>('create-connection', {
      ...instance,
      system,
      practice: false,
    });
    const { id } = connection;
    const save = { ...instance, id, step: 'test', registrationSentOn: null, finished: true };
    await ask('save-connection', { ...save, values: service.values });
    const plan = systemById(system).plan(service.values, false);
    const field = plan.signIn.kind === 'client-credentials' ? plan.signIn.secretField : '';
    await ask('save-secret', { id, field, secret: service.secret });
    const check = async (alternative?: string): Promise<Report> => {
      const asked = { id, attempt: crypto.randomUUID(), probe: 'none' };
      const ended = await ask<{ report: Report }>('run-check', {
        ...asked,
        ...(alternative === undefined ? {} : { alternative }),
      });
      return ended.report;
    };
    const signInOf = ({ steps }: Report) => steps.find((step) => step.id === 'sign-in');

    // Rejected in the header, and offered in the body.
    service.have({ kind: 'token', fault: 'only-in-body' });
    const refused = await check();
    expect(signInOf(refused)?.code).toBe('credentials-rejected');
    expect(refused.alternative).toBeUndefined();
    expect(carried()).toEqual([inHeader]);
    const signIn = signInOf(refused);
    const offered = systemById(system).alternatives?.find((other) => other.id === WAY);
    expect(signIn && doubtsOf(signIn)).toContain(offered?.changes);

    // Chosen once: one request, and the report says how.
    const chosen = await check(WAY);
    expect([chosen.outcome, chosen.alternative]).toEqual(['passed', WAY]);
    expect(carried()).toEqual([inBody]);
    // Not stored unasked.
    expect((await check()).alternative).toBeUndefined();
    expect(carried()).toEqual([inHeader]);

    // Stored: used by the next check, and by one without a window.
    await ask('keep-alternative', { id, alternative: WAY });
    expect((await check()).alternative).toBe(WAY);
    expect(carried()).toEqual([inBody]);
    const [kept] = wizard.connections.list();
    if (kept === undefined) throw new Error('nothing was saved');
    const all = wizard.connections.list();
    const digests = new SecretDigests(wizard.vault);
    const printed = { json: '', text: '' };
    for (const form of ['json', 'text'] as const) {
      const status = await runCli(['check', '--saved', id, ...(form === 'json' ? ['--json'] : [])], {
        path: (name) => name,
        input: Readable.from([]),
        print: (text) => {
          printed[form] += text;
        },
        complain: (line) => expect.unreachable(line),
        language: 'en',
        readCertificates: async () => ({ ok: true, value: [] }),
        saved: async () => [
          {
            ...savedSubject(kept, all, systemById(system)),
            ...savedSecrets(kept, all, wizard.vault, digests),
            leftOut: null,
          },
        ],
        policies: noneInForce,
        getReady: () => undefined,
        check: (one, options) =>
          checkConnection(one, options, {
            network,
            appVersion: '0.0.0-test',
            signal: new AbortController().signal,
          }),
        practice: async () => undefined,
      });
      expect(status).toBe(0);
      expect(carried()).toEqual([inBody]);
    }
    expect(reportSchema.parse(JSON.parse(printed.json))).toMatchObject({
      outcome: 'passed',
      alternative: WAY,
    });
    expect(printed.text).toContain(systemById(system).texts.en.alternatives?.[WAY]?.action);

    // A server that reads only the header: the stored way is rejected, and the usual one works once the stored one is
    // dropped.
    service.have({ kind: 'token', fault: 'only-in-header' });
    expect(signInOf(await check())?.code).toBe('credentials-rejected');
    expect(carried()).toEqual([inBody]);
    await ask('keep-alternative', { id, alternative: null });
    const usual = await check();
    expect([usual.outcome, usual.alternative]).toEqual(['passed', undefined]);
    expect(carried()).toEqual([inHeader]);

    // The secret may go to the same origins either way.
    const origins = systemById(system).secretOrigins(service.values)[field];
    expect(origins).toEqual([service.server.origin]);
    expect(await wizard.vault.open({ connection: id, field }, service.server.origin)).toMatchObject({
      ok: true,
    });
    expect(await wizard.vault.open({ connection: id, field }, 'https://elsewhere.example')).toMatchObject({
      ok: false,
    });
  });
});
