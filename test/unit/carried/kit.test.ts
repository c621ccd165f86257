import { spawnSync } from 'node:child_process';
import type { Connection } from '@contract/connection';
import { type Language, languages } from '@contract/languages';
import { systems } from '@systems/catalogue';
import { describe, expect, it } from 'vitest';
import { carriedKit } from '../../../electron/carried/kit';
import { aConnection } from '../../fakes/connections';
import { goodValues } from '../../support/good-values';
import { lacksPython } from '../../support/python';

/* The zip that carries a check: all another computer needs, and nothing it must not have. */

const now = new Date('2026-11-30T12:00:00.000Z');
/** Unpacked by a program that others wrote. */
function unpacked(connection: Connection, language: Language): Readonly<Record<string, string>> {
  const kit = carriedKit(connection, language, now);
  const { status, stdout, stderr } = spawnSync('python3', ['-c', UNZIP], {
    input: kit ?? '',
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout);
}
const UNZIP = `
import io, json, sys, zipfile
archive = zipfile.ZipFile(io.BytesIO(sys.stdin.buffer.read()))
assert archive.testzip() is None
print(json.dumps({ name: archive.read(name).decode() for name in archive.namelist() }))`;

describe.skipIf(lacksPython).each(languages)('in %s', (language) => {
  it.each(Object.keys(systems) as (keyof typeof systems)[])('%s: a file and a page, and no id', (system) => {
    const connection = aConnection({ system, values: goodValues[system], name: 'École <b>"Maple"' });
    const files = unpacked(connection, language);
    expect(Object.keys(files)).toHaveLength(2);
    expect(JSON.parse(files['connection.json'] ?? '')).toEqual({
      system,
      name: connection.name,
      environment: connection.environment,
      values: connection.values,
    });
    const [page = ''] = Object.entries(files).flatMap(([name, text]) =>
      name.endsWith('.html') ? [text] : [],
    );
    expect(JSON.stringify(files)).not.toContain(connection.id);
    expect(page).not.toMatch(/\{\{|undefined|<b>/);
    for (const command of ['powershell', 'cmd', 'macos', 'linux']) {
      expect(page).toMatch(
        new RegExp(`<pre data-kind="${command}">[^<]*--without-secrets --json &gt; result.json</pre>`),
      );
    }
    for (const { host } of hostsOf(connection.values))
      expect(page).toContain(`Test-NetConnection ${host} -Port`);
  });
});

/** The servers among the values, however many there are. */
const hostsOf = (values: Readonly<Record<string, string>>): readonly URL[] =>
  Object.entries(values).flatMap(([field, value]) =>
    /^https:/.test(value) && !/redirect/i.test(field) ? [new URL(value)] : [],
  );

it('is not made while no address is valid', () => {
  expect(carriedKit(aConnection({ system: 'powerschool', values: {} }), 'en', now)).toBeNull();
});
