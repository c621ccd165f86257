import { mkdirSync, readdirSync, readFileSync, rmdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { Generations } from '../../../electron/connections/generations';
import { temporaryFolder } from '../../support/temporary-folder';

const ID = '0b6f2f0e-5f0f-4d55-9a4e-000000000001';
const withoutSecret = (text: string) => (text.includes('secret') ? null : text);

it('a rewriting that is still owed is owed for the file it failed on, not for later ones', () => {
  const folder = temporaryFolder();
  const kept = new Generations(folder, 'connections', 1, withoutSecret, () => '');
  kept.add('a secret');
  const [first = ''] = readdirSync(join(folder, 'generations'));
  const path = join(folder, 'generations', first);
  // A folder in its place can neither be read nor deleted like a file.
  rmSync(path);
  mkdirSync(path);
  kept.announce([[ID, '']]);
  kept.settle();
  const again = 'the secret, brought in again';
  kept.add(again);
  kept.add('and what came after');
  expect(kept.newestGood((text) => (text === again ? text : null))).toBe(again);
});

it('and it is owed across a restart, once and no longer', () => {
  const folder = temporaryFolder();
  const place = join(folder, 'generations');
  const open = () => {
    const asked: string[] = [];
    const kept = new Generations(
      folder,
      'connections',
      1,
      (text, ids) => {
        asked.push(...ids);
        return withoutSecret(text);
      },
      () => '',
    );
    kept.prepare();
    return { kept, asked };
  };
  const first = open();
  first.kept.add('a secret');
  const [held = ''] = readdirSync(place);
  rmSync(join(place, held));
  mkdirSync(join(place, held));
  first.kept.announce([[ID, '']]);
  first.kept.settle();
  first.kept.add('what came after');

  // The other program releases it only while this one is not running.
  rmdirSync(join(place, held));
  writeFileSync(join(place, held), 'a secret');
  const second = open();
  second.kept.add('what came after');
  expect(second.asked).toEqual([ID]);
  const texts = () => readdirSync(place).map((name) => readFileSync(join(place, name), 'utf8'));
  expect(texts()).toEqual(['what came after']);

  const third = open();
  third.kept.add('a secret of later');
  expect(third.asked).toEqual([]);
  expect(texts()).toEqual(['what came after', 'a secret of later']);
});

/** Stores a secret, announces its removal, and is killed; the next run finds the connection in this state. */
function afterAKill(found: string): string[] {
  const folder = temporaryFolder();
  const open = (state: string) => {
    const kept = new Generations(folder, 'connections', 1, withoutSecret, () => state);
    kept.prepare();
    return kept;
  };
  const first = open('as it was');
  first.add('a secret');
  first.announce([[ID, 'as it was to be']]);
  open(found).add('what is there now');
  const place = join(folder, 'generations');
  // Later runs must not see the announcement any more.
  open('as it was to be').add('a secret of later');
  return readdirSync(place).map((name) => readFileSync(join(place, name), 'utf8'));
}

it('what a killed run was about to purge is purged by the next one', () => {
  expect(afterAKill('as it was to be')).toEqual(['what is there now', 'a secret of later']);
});

it('but not when the change that it belonged to was never made', () => {
  expect(afterAKill('as it was')).toEqual(['a secret', 'what is there now', 'a secret of later']);
});

/** A stored secret, with this text as the announcement that the next run finds; every connection's mark is `now`. */
function announcedAs(text: string): string[] {
  const folder = temporaryFolder();
  const open = () => new Generations(folder, 'connections', 1, withoutSecret, () => 'now');
  open().add('a secret');
  const place = join(folder, 'generations');
  writeFileSync(join(place, 'connections.v1.meant.json'), text);
  const kept = open();
  kept.prepare();
  kept.add('what is there now');
  const names = readdirSync(place).filter((name) => !name.includes('meant'));
  return names.map((name) => readFileSync(join(place, name), 'utf8'));
}

it('an announcement that is one counts', () => {
  expect(announcedAs(JSON.stringify([[ID, 'now']]))).toEqual(['what is there now']);
});

// If taken at face value, all but the first three would name a connection found in its announced state.
it.each([
  '',
  'junk',
  '{}',
  '[["a","now",7]]',
  '[[7,"now"]]',
  '[[null,"now"]]',
  '[["a","now"],["b",7]]',
  '[["a","now"],"b"]',
])('an announcement that is none counts for nothing: %s', (text) => {
  expect(announcedAs(text)).toEqual(['a secret', 'what is there now']);
});

it.each([
  '',
  'junk',
  '{}',
  '[["../../x.0000000001.json",["a"]]]',
  '[["connections.v1.0000000001.json",[7]]]',
])('a list of what is owed that is none counts for nothing: %s', (text) => {
  const folder = temporaryFolder();
  mkdirSync(join(folder, 'generations'));
  writeFileSync(join(folder, 'generations', 'connections.v1.owed.json'), text);
  writeFileSync(join(folder, 'x.0000000001.json'), 'somebody else’s');
  const kept = new Generations(
    folder,
    'connections',
    1,
    () => null,
    () => '',
  );
  kept.prepare();
  kept.add('a state');
  expect(readFileSync(join(folder, 'x.0000000001.json'), 'utf8')).toBe('somebody else’s');
  expect(kept.newestGood((found) => found)).toBe('a state');
});
