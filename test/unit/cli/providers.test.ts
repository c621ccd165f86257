import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { languages } from '@contract/languages';
import { providerIds, providers } from '@systems/providers/catalogue';
import { describe, expect, it } from 'vitest';
import { readConnectionFile } from '../../../electron/cli/input';
import { sayProblem, sayUsage } from '../../../electron/cli/words';

/* `provider` of a OneRoster connection, as a file names it. */

const file = (provider: unknown): string => {
  const path = join(mkdtempSync(join(tmpdir(), 'provider-')), 'sis.json');
  const values = { provider, serverUrl: 'https://sis.maple.example', clientId: 'maple' };
  writeFileSync(path, JSON.stringify({ system: 'oneroster', name: 'Maple', environment: 'test', values }));
  return path;
};

describe('a connection file', () => {
  it.each(providerIds)('may name %s', (provider) => {
    expect(readConnectionFile(file(provider)).ok).toBe(true);
  });

  it.each(['infinite campus', 'Infinite-Campus', 'constructor', 'maple-sis'])(
    'names no product that is not known: %s',
    (provider) => {
      const read = readConnectionFile(file(provider));
      expect(read).toMatchObject({ ok: false, failure: { reason: 'unknown-provider' } });
      if (read.ok) return;
      for (const language of languages) {
        const said = sayProblem(read.failure, language);
        expect(said).toContain(`"${provider}"`);
        expect(said).toContain('infinite-campus');
      }
    },
  );

  it('may leave it empty', () => {
    expect(readConnectionFile(file('')).ok).toBe(true);
    expect(readConnectionFile(file(7))).toMatchObject({ ok: false, failure: { reason: 'wrong-type' } });
  });
});

it('help lists them all', () => {
  for (const language of languages)
    for (const { id, name } of Object.values(providers)) {
      expect(sayUsage(language)).toContain(id);
      expect(sayUsage(language)).toContain(name);
    }
});
