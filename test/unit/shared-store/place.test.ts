import { isFolder } from '@contract/shared-folder';
import { sharedAboutSchema, sharedRecordSchema, sharedRefSchema } from '@contract/shared-record';
import { expect, it } from 'vitest';
import { fromMetadata, toMetadata } from '../../../electron/shared-store/about';
import { pathOf, placeProblem, recordPath, urlOf } from '../../../electron/shared-store/place';
import { chosenSeed, type Seeded } from '../../support/seeded';
import { aRecord, aRef, placeAt } from '../../support/shared-store';

/* Names from people and from the store, in addresses and in notes of a record. */

const PIECES = [
  ...[
    'a',
    'maple',
    'Z9',
    'secret',
    'board 7',
    '-',
    '_',
    '.',
    '..',
    '...',
    '/',
    '//',
    '\\',
    '%2e',
    '%2f',
    '%',
    '?',
    '#',
  ],
  ...[
    '@',
    ':',
    ';',
    '&',
    '=',
    ' ',
    '\u00a0',
    '\u3000',
    '\t',
    '\r\n',
    '\0',
    '\u202e',
    '\u200b',
    '\u2028',
    'é',
    'e\u0301',
  ],
  ...['学校', '🏫', '\ud800', '\udfff', 'İ', '＼', '．．', '／', '*', '+', "'", '"', '<', '|', '~', '..;'],
];
const made = (random: Seeded, most: number): string =>
  Array.from({ length: random.whole(0, most) }, () => random.pick(PIECES)).join('');

const GOOD = ['a', 'maple', 'Z9', 'board 7', 'x/y', 'b-c_d', 'q.r'];
/** Most of them could be right, so that some are in all places at once. */
const likely = (random: Seeded): string => (random.chance(0.6) ? random.pick(GOOD) : made(random, 3));

const ROUNDS = 20_000;

it('lead nowhere but to the mount, whatever they are', () => {
  const random = chosenSeed('places of a store');
  let accepted = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    const place = placeAt('https://vault.example:8200/ui/?x=1#y', {
      mount: likely(random),
      prefix: likely(random),
      namespace: random.chance(0.5) ? null : likely(random),
    });
    if (placeProblem(place) !== null) continue;
    const ref = sharedRefSchema.safeParse({ folder: likely(random), id: aRef().id });
    if (!ref.success) continue;
    accepted += 1;
    const url = new URL(urlOf(place, recordPath(place, 'data', ref.data), { list: made(random, 3) }));
    expect(url.origin).toBe('https://vault.example:8200');
    const inside = [place.mount, 'data', place.prefix, ref.data.folder, ref.data.id].filter(
      (part) => part !== '',
    );
    expect(decodeURIComponent(url.pathname)).toBe(`/v1/${inside.join('/')}`);
    expect([...url.searchParams.keys()]).toEqual(['list']);
    expect(url.hash).toBe('');
    // Whatever stands between may decode it once more.
    expect(new URL(decodeURIComponent(url.pathname), url).pathname.startsWith(`/v1/`)).toBe(true);
    expect(decodeURIComponent(url.pathname)).not.toMatch(/\/\.{1,2}(?:\/|$)|\/\/|[^\x20-\x7e]/);
  }
  expect(accepted).toBeGreaterThan(2000);
});

it('are folders only if each part is one', () => {
  const random = chosenSeed('folders of a store');
  const place = placeAt('https://vault.example');
  for (let round = 0; round < ROUNDS; round += 1) {
    const text = made(random, 4);
    if (!isFolder(text)) continue;
    expect(pathOf(place, 'metadata', text).split('/')).not.toContain('..');
    expect(text).toMatch(/^[A-Za-z0-9 ._/-]*$/);
  }
});

/** What the store takes as a note: 1 to 512 bytes, and of all blanks the ordinary one. */
const taken = (text: string): boolean =>
  text.length > 0 && Buffer.byteLength(text) <= 512 && /^[\p{L}\p{M}\p{N}\p{P}\p{S} ]+$/u.test(text);

it('are notes that the store takes, and that are read as they were written', () => {
  const random = chosenSeed('notes of a store');
  let written = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    const record = aRecord({
      name: made(random, 40).slice(0, 120),
      changedBy: made(random, 5).slice(0, 120),
    });
    if (!sharedRecordSchema.safeParse(record).success) continue;
    written += 1;
    const notes = toMetadata(record, round + 1, random.chance(0.5) ? null : '2027-01-31');
    expect(Object.values(notes).filter((note) => !taken(note))).toEqual([]);
    const about = fromMetadata(notes);
    expect(sharedAboutSchema.safeParse(about).success).toBe(true);
    expect(about?.forVersion).toBe(round + 1);
    if (/^[\x20-\x7e]*$/.test(record.name)) expect(about?.name).toBe(record.name);
  }
  expect(written).toBeGreaterThan(500);
});
