import { parseAddress } from '@contract/address';
import type { SystemId } from '@contract/connection';
import { leftOutOf } from '@systems/addresses/tidy-address';
import { systems } from '@systems/catalogue';
import { blocks, fieldNotes } from '@systems/field-notes';
import { hostsOf } from '@systems/hosts';
import type { Note } from '@systems/notes';
import { readReply } from '@systems/read-reply';
import type { Field, System } from '@systems/system';
import { describe, expect, it } from 'vitest';
import { goodValues } from '../../support/good-values';
import { closedLinks, guardForms } from '../../support/guard-links';

/*
 * Whatever is pasted into an address field is used whole, or the note says what is used and what is dropped, or there
 * is a question, or it blocks. No part of it ever disappears silently.
 */

const all: readonly System[] = Object.values(systems);

const addressFields = all.flatMap((system) =>
  system.fields.filter(({ kind }) => kind === 'address').map((field) => [system, field] as const),
);
const rows = addressFields.map(([system, field]) => [`${system.id} ${field.id}`, system, field] as const);

/** All notes about one field, as the form and the first stage of a check combine them. */
const notesOf = (system: System, field: Field, value: string): readonly Note[] => {
  const values = { ...goodValues[system.id], [field.id]: value };
  return [...fieldNotes(field, value), ...system.notes(values, [], 'test')].filter(
    (note) => note.field === field.id,
  );
};
const used = (system: System, field: Field, value: string): string =>
  system.tidied?.({ ...goodValues[system.id], [field.id]: value })[field.id] ?? value;

it('says nothing of good values', () => {
  for (const [system, field] of addressFields) {
    const value = goodValues[system.id][field.id];
    if (value !== undefined) expect(notesOf(system, field, value), `${system.id} ${field.id}`).toEqual([]);
  }
});

describe.each(rows)('a guard’s link in %s', (_, system, field) => {
  const inner = goodValues[system.id][field.id] ?? 'https://sms.maple.example/onsis/pae';

  it('blocks, and shows the address behind it to take', () => {
    for (const { product, make } of guardForms) {
      const notes = notesOf(system, field, make(inner));
      expect(notes).toContainEqual({
        code: 'guard-link',
        field: field.id,
        severity: 'blocks',
        other: product,
        repaired: inner,
      });
      expect(notesOf(system, field, ` ${make(inner)}\n`).map(({ code }) => code)).toContain('guard-link');
    }
    expect(notesOf(system, field, inner)).toEqual([]);
  });

  it('blocks where nothing can be read behind it', () => {
    for (const [product, link] of closedLinks) {
      const note = { code: 'guard-link-closed', field: field.id, severity: 'blocks', other: product };
      expect(notesOf(system, field, link)).toContainEqual(note);
    }
  });

  it('binds no secret to it', () => {
    const links = [...guardForms.map(({ make }) => make(inner)), ...closedLinks.map(([, link]) => link)];
    for (const link of links) {
      const origins = Object.values(
        system.secretOrigins({ ...goodValues[system.id], [field.id]: link }),
      ).flat();
      expect(origins).not.toContain(parseAddress(link)?.origin);
    }
  });
});

describe.each(rows)('another address inside %s', (_, system, field) => {
  const outer = goodValues[system.id][field.id] ?? 'https://sms.maple.example/onsis/pae';
  const inner = 'https://api.maple.example/x';
  it.each([`${outer}?resource=${inner}`, `${outer}?resource=${encodeURIComponent(inner)}`])('%s', (value) => {
    const notes = notesOf(system, field, value);
    if (field.beginningOnly === true) {
      expect(notes).toContainEqual({
        code: 'address-within',
        field: field.id,
        severity: 'blocks',
        repaired: inner,
        instead: outer,
      });
      expect(notesOf(system, field, outer)).toEqual([]);
      expect(
        Object.values(system.secretOrigins({ ...goodValues[system.id], [field.id]: value })).flat(),
      ).toEqual([]);
      expect(
        hostsOf(system, { values: { ...goodValues[system.id], [field.id]: value }, practice: false }),
      ).not.toContain('api.maple.example');
    } else {
      expect(notes).toEqual([
        { code: 'address-inside', field: field.id, severity: 'warns', repaired: inner },
      ]);
      expect(used(system, field, value)).toBe(value);
    }
  });
});

/** What people paste after a host instead of a server's address. */
const tails: readonly string[] = [
  '/swagger/index.html',
  '/swagger/v1/swagger.json',
  '/api/swagger-ui.html',
  '/docs',
  '/api-docs/',
  '/onerosterdocs/?app=maple',
  '/redoc',
  '/openapi.json',
  '/.well-known/openid-configuration',
  '/index.html',
  '/admin/home.html',
  '/public/home.html?x=1',
  '/oauth/access_token',
  '/ws/v1/district',
  '/aeries/Login.aspx',
  '/aeries/Login.aspx?page=1',
  '/aeries/login?ReturnUrl=%2fHome',
  '/aeries/token',
  '/aeries/api/v5/systeminfo',
  '/login',
  '/ims/oneroster/v1p1',
  '/ims/oneroster/v1p1/',
  '/ims/oneroster/v1p1/orgs?limit=1',
  '/ims/oneroster/rostering/v1p2',
  '/ims/oneroster/gradebook/v1p2',
  '/ims/oneroster/resources/v1p2/resources',
  '/learningdata/v1',
  '/learningdata/v1/users',
  '/maple/api/ims/oneroster/v1p1/schools',
  '/bWFwbGU%3D/ims/oneroster/v1p1/orgs',
  '/applications',
  '/some/other/path',
  '?district=7',
  '/?district=7',
  '#top',
  ':8443',
  ':8443/swagger/index.html',
];

describe.each(rows)('what is pasted behind the host in %s', (_, system, field) => {
  it.each(tails)('%s', (tail) => {
    const value = `https://sis.maple.example${tail}`;
    const notes = notesOf(system, field, value);
    const kept = used(system, field, value);
    const leftOut = leftOutOf(value, kept);
    // Host and port never change.
    if (!blocks(notes)) expect(parseAddress(kept)?.origin).toBe(parseAddress(value)?.origin);
    // What is dropped appears in a note, or is this system's own path and is shown below the field with the result.
    if (leftOut !== '' && !blocks(notes)) {
      const said = notes.filter(({ code }) => ['address-tidied', 'address-cut'].includes(code));
      expect(said).toHaveLength(1);
      expect(said[0]?.repaired).toBeDefined();
      if (said[0]?.code === 'address-cut') expect(parseAddress(value)?.href).toContain(said[0].other);
    }
    // A documentation page is never taken for the server, nor silently turned into the server's address.
    if (/swagger|docs|redoc|openapi|well-known/.test(tail) && field.askedAt === 'enter') {
      expect(notes.some(({ code }) => ['page-address', 'address-cut'].includes(code))).toBe(true);
    }
    // Accepting the suggestions terminates.
    let text = value;
    for (let round = 0; round < 6; round += 1) {
      const next = notesOf(system, field, text).find(({ repaired }) => repaired !== undefined)?.repaired;
      if (next === undefined) break;
      text = next;
    }
    expect(notesOf(system, field, text).filter(({ repaired }) => repaired !== undefined)).toEqual([]);
  });
});

/** Systems drop their own pages without a question; every other system asks. */
describe('is asked about only where it may matter', () => {
  const codes = (id: SystemId, fieldId: string, value: string): readonly string[] => {
    const system = systems[id];
    const field = system.fields.find((one) => one.id === fieldId);
    return field === undefined
      ? []
      : notesOf(system, field, value).map(({ code, other }) => `${code} ${other ?? ''}`.trim());
  };
  it.each([
    ['powerschool', 'serverUrl', '/admin/home.html', ['address-tidied']],
    ['powerschool', 'serverUrl', '/oauth/access_token', ['address-tidied']],
    ['powerschool', 'serverUrl', '/swagger/index.html', ['address-cut /swagger/index.html']],
    ['powerschool', 'serverUrl', '/sis', ['address-cut /sis']],
    ['powerschool', 'serverUrl', '/?district=7', ['address-cut /?district=7']],
    ['aeries-oneroster', 'aeriesUrl', '/aeries/Login.aspx?page=1', ['address-tidied']],
    [
      'aeries-oneroster',
      'aeriesUrl',
      '/aeries/swagger/index.html',
      ['address-cut /index.html', 'page-address'],
    ],
    ['aeries-oneroster', 'aeriesUrl', '/aeries?school=7', ['address-cut ?school=7']],
    ['oneroster', 'serverUrl', '/maple/ims/oneroster/v1p1/orgs?limit=1', ['address-tidied']],
    [
      'oneroster',
      'serverUrl',
      '/ims/oneroster/gradebook/v1p2',
      ['address-cut /ims/oneroster/gradebook/v1p2'],
    ],
    ['oneroster', 'serverUrl', '/learningdata/v1', ['address-cut /learningdata/v1']],
    ['oneroster', 'serverUrl', '/api/swagger/index.html', ['page-address']],
    ['oneroster', 'serverUrl', '/oauth/token', ['page-address']],
    ['oneroster', 'tokenUrl', '/oauth/token', []],
    ['oneroster', 'tokenUrl', '/swagger/index.html', ['page-address']],
    ['classlink-direct', 'serverUrl', '/?x=1', ['address-cut /?x=1']],
    ['classlink-proxy', 'proxyUrl', '/bWFwbGU%3D/ims/oneroster/v1p1/orgs', ['address-tidied']],
    ['classlink-proxy', 'proxyUrl', '/applications', ['address-tidied']],
    ['onsis', 'apiUrl', '/swagger/index.html', ['page-address']],
    ['onsis', 'redirectUrl', '/public/onsis.html', []],
  ] as const)('%s %s %s', (id, field, tail, expected) => {
    expect(codes(id, field, `https://sis.maple.example${tail}`)).toEqual([...expected]);
  });
});

describe('the application ID of a ClassLink proxy', () => {
  const { notes, tidied, plan, fields } = systems['classlink-proxy'];
  const proxyUrl = 'https://proxy.maple.example';
  const said = (applicationId: string, proxy = proxyUrl) =>
    notes({ applicationId, proxyUrl: proxy }, [], 'test').map(
      ({ field, words, severity, repaired, other }) => `${field} ${words} ${severity} ${repaired} ${other}`,
    );

  it('of a request to the proxy in use is one part of it, below a path as well', () => {
    expect(said(`${proxyUrl}/bWFwbGU%3D/ims/oneroster/v1p1/orgs`)).toEqual([
      'applicationId whole-address warns bWFwbGU%3D undefined',
    ]);
    const deeper = `${proxyUrl}/classlink/bWFwbGU%3D/ims/oneroster/v1p1`;
    expect(said(deeper, `${proxyUrl}/classlink`)).toEqual([
      'applicationId whole-address warns bWFwbGU%3D undefined',
    ]);
    expect(tidied?.({ applicationId: deeper, proxyUrl: `${proxyUrl}/classlink` }).applicationId).toBe(
      'bWFwbGU%3D',
    );
  });

  it('of a request to another proxy is not used before the person has said which proxy it is', () => {
    expect(said('https://other.example:8443/bWFwbGU%3D/ims/oneroster/v1p1')).toEqual([
      'applicationId other-proxy blocks bWFwbGU%3D https://other.example:8443',
      'proxyUrl proxy-of-request warns https://other.example:8443 undefined',
    ]);
    expect(said('https://other.example/bWFwbGU%3D/ims/oneroster/v1p1', 'https://other.example')).toEqual([
      'applicationId whole-address warns bWFwbGU%3D undefined',
    ]);
    expect(said('https://oneroster-proxy.classlink.io/bWFwbGU%3D/ims/oneroster/v1p1', '')).toEqual([
      'applicationId whole-address warns bWFwbGU%3D undefined',
    ]);
  });

  it.each([
    `${proxyUrl}`,
    `${proxyUrl}/`,
    `${proxyUrl}/applications`,
    `${proxyUrl}/swagger/index.html`,
    `${proxyUrl}/docs`,
    `${proxyUrl}/a/b`,
    `${proxyUrl}/ims/oneroster/v1p1`,
    'http://proxy.maple.example/bWFwbGU%3D/ims/oneroster/v1p1',
    'https://me:pw@proxy.maple.example/bWFwbGU%3D/ims/oneroster/v1p1',
    `${proxyUrl}/bWFwbGU%3D?next=https://other.example`,
  ])('%s names none', (applicationId) => {
    expect(said(applicationId)).toEqual(['applicationId no-id-in-address blocks undefined undefined']);
    expect(tidied?.({ applicationId, proxyUrl })).toEqual({ proxyUrl });
  });

  it('behind a guard’s link is not the guard’s', () => {
    const request = `${proxyUrl}/bWFwbGU%3D/ims/oneroster/v1p1/orgs`;
    const field = fields.find(({ id }) => id === 'applicationId');
    for (const { product, make } of guardForms) {
      expect(field === undefined ? [] : fieldNotes(field, make(request))).toEqual([
        { code: 'guard-link', field: 'applicationId', severity: 'blocks', other: product, repaired: request },
      ]);
      expect(tidied?.({ applicationId: make(request), proxyUrl })).toEqual({ proxyUrl });
      expect(JSON.stringify(plan({ applicationId: make(request), proxyUrl }, false))).not.toContain(
        'safelinks',
      );
    }
  });
});

describe('a guard’s link in a pasted reply', () => {
  it.each(guardForms.map(({ product, make }, at) => [`${at} ${product}`, make] as const))(
    'is found whole, and so told as one: %s',
    (_, make) => {
      const link = make('https://auth.maple.example/oauth/token');
      for (const text of [
        `Token URL: ${link}`,
        `Hello,\n\nToken URL:\n${link}\n\nThank you`,
        `Token URL: <${link}>`,
      ]) {
        const { found, doubts } = readReply(systems.oneroster, text);
        const values = [...found, ...doubts.flatMap(({ candidates }) => candidates)].filter(
          ({ field }) => field === 'tokenUrl',
        );
        expect(values.length, text).toBeGreaterThan(0);
        const field = systems.oneroster.fields.find(({ id }) => id === 'tokenUrl');
        for (const { value } of values)
          if (field !== undefined) expect(blocks(fieldNotes(field, value)), `${text}\n${value}`).toBe(true);
      }
    },
  );

  it('tells no secret that the address behind it carries', () => {
    const secret = 'kP7vXq2LmN9r';
    const inner = `https://auth.maple.example/oauth/token?client_secret=${secret}`;
    for (const { product, make } of guardForms) {
      const { found, doubts } = readReply(systems.oneroster, `Token URL: ${make(inner)}`);
      const values = [...found, ...doubts.flatMap(({ candidates }) => candidates)];
      for (const { value } of values.filter(({ field }) => field === 'tokenUrl'))
        expect(value, product).not.toContain(secret);
    }
  });
});
