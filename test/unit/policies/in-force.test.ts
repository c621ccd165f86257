import { join } from 'node:path';
import { noneInForce, restrictions, strictest } from '@contract/policies';
import { ok, type Result, refuse } from '@contract/result';
import { describe, expect, it } from 'vitest';
import { inForce, type Place } from '../../../electron/policies/in-force';
import { policyPlaces } from '../../../electron/policies/places';

const place = (name: string, read: Awaited<ReturnType<Place['read']>>): Place => ({
  name,
  read: async () => read,
});

describe('the policies of several places', () => {
  it('are decided by the first that sets each', async () => {
    const { policies, from, problems } = await inForce([
      place('registry', ok({ forbidExport: false, language: 'fr' })),
      place('file', ok({ forbidExport: true, forbidReveal: true })),
    ]);
    expect([policies.forbidExport, policies.forbidReveal, policies.language]).toEqual([false, true, 'fr']);
    expect(from).toEqual({ forbidExport: 'registry', language: 'registry', forbidReveal: 'file' });
    expect(problems).toEqual([]);
  });

  it('are none where nothing is there', async () => {
    expect(await inForce([place('file', ok(null))])).toEqual({ ...noneInForce, places: ['file'] });
  });

  it('are at their strictest where a place cannot be read, and it is said', async () => {
    const { policies, from, problems } = await inForce([place('file', refuse('not-json'))]);
    expect(policies).toEqual(strictest);
    expect(Object.keys(from).sort()).toEqual([...restrictions].sort());
    expect(problems).toEqual([{ place: 'file', policy: null, reason: 'not-json', detail: null }]);
  });

  it('keep what a readable place says first', async () => {
    const { policies } = await inForce([
      place('registry', ok({ forbidExport: false })),
      place('file', refuse('writable')),
    ]);
    expect([policies.forbidExport, policies.forbidReveal]).toEqual([false, true]);
  });
});

/** A line as the Windows program prints it. */
const value = (name: string, type: number, data: Buffer): string =>
  `${Buffer.from(name, 'utf16le').toString('hex')} ${type} ${data.toString('hex')}\r\n`;
const text = (words: string): Buffer => Buffer.from(`${words}\0`, 'utf16le');
const number = (given: number): Buffer => {
  const data = Buffer.alloc(4);
  data.writeUInt32LE(given);
  return data;
};

describe('Windows', () => {
  const folder = '/program';
  const asked: string[] = [];
  const read = (printed: Result<string, 'missing' | 'failed'>) =>
    inForce(
      policyPlaces('win32', folder, async (program) => {
        asked.push(program);
        return printed;
      }),
    );

  it('has them in the registry as Group Policy writes them', async () => {
    const { policies, problems } = await read(
      ok(
        [
          value('forbidExport', 4, number(1)),
          value('FORBIDREVEAL', 4, number(0)),
          value('longestClipboardSeconds', 4, number(12)),
          value('language', 1, text('fr')),
          value('supportContact', 1, text('Aidé à l’école')),
          value('allowedSystems', 7, text('onsis\0powerschool\0')),
          value('updateNotice', 1, text('https://updates.example/notice.json')),
          value(
            'presets',
            7,
            text('[{"id":"a","system":"onsis",\0"name":"Érable","environment":"test","values":{}}]\0'),
          ),
        ].join(''),
      ),
    );
    expect(problems).toEqual([]);
    expect(policies).toMatchObject({
      forbidExport: true,
      forbidReveal: false,
      longestClipboardSeconds: 12,
      language: 'fr',
      supportContact: 'Aidé à l’école',
      allowedSystems: ['onsis', 'powerschool'],
      updateNotice: { url: 'https://updates.example/notice.json' },
      presets: [{ id: 'a', name: 'Érable' }],
    });
    expect(asked).toEqual([join(folder, 'school-api-setup-wizard-policies.exe')]);
  });

  it.each([
    ['a text where a number belongs', value('forbidExport', 1, text('0'))],
    ['a number that is no yes or no', value('forbidExport', 4, number(2))],
    ['bytes', value('forbidExport', 3, number(0))],
    ['half a number', value('forbidExport', 4, Buffer.alloc(2))],
  ])('counts as forbidden: %s', async (_what, printed) => {
    const { policies, problems } = await read(ok(printed));
    expect(policies.forbidExport).toBe(true);
    expect(problems.map(({ policy }) => policy)).toEqual(['forbidExport']);
  });

  it('is at its strictest where the registry could not be read, and without policies where nobody installed', async () => {
    expect((await read(refuse('failed'))).policies).toEqual(strictest);
    expect((await read(ok('Access is denied.'))).policies).toEqual(strictest);
    expect((await read(refuse('missing'))).policies).toEqual(noneInForce.policies);
    expect((await read(ok(''))).policies).toEqual(noneInForce.policies);
  });
});

describe('the places', () => {
  it('are an administrator’s alone, whatever folder, user or environment the program is started in', () => {
    const named = (['linux', 'darwin', 'win32'] as const).map((platform) =>
      policyPlaces(platform, String.raw`C:\Program Files\W`).map(({ name }) => name),
    );
    expect(named).toEqual([
      ['/etc/school-api-setup-wizard/policies.json'],
      [
        '/Library/Managed Preferences/org.schoolapisetup.wizard.plist',
        '/Library/Application Support/School API Setup Wizard/policies.json',
      ],
      [
        String.raw`HKLM\Software\Policies\School API Setup Wizard`,
        String.raw`C:\Program Files\W\policies.json`,
      ],
    ]);
  });
});
