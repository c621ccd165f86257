import {
  baseAddress,
  collectionRequests,
  keptAddress,
  personalCollections,
  readCollection,
  safeCollections,
  serviceAddress,
} from '@systems/one-roster-service';
import { describe, expect, it } from 'vitest';

const V1 = '/ims/oneroster/v1p1';

describe('serviceAddress', () => {
  it.each([
    ['https://d.example', `https://d.example${V1}`],
    ['https://d.example/', `https://d.example${V1}`],
    [`https://d.example${V1}`, `https://d.example${V1}`],
    [`https://d.example${V1}/`, `https://d.example${V1}`],
    [`https://d.example${V1}/orgs?limit=1`, `https://d.example${V1}`],
    [`https://d.example/aeries${V1}`, `https://d.example/aeries${V1}`],
    ['https://d.example/aeries', `https://d.example/aeries${V1}`],
    ['https://d.example:8443/a/b//', `https://d.example:8443/a/b${V1}`],
    ['https://d.example/learningdata/v1', `https://d.example${V1}`],
    ['https://d.example/ims/oneroster/rostering/v1p2', `https://d.example${V1}`],
    ['not an address', ''],
    ['http://d.example', ''],
  ])('%s becomes %s', (typed, made) => {
    expect(serviceAddress(typed, '1.1')).toBe(made);
  });

  it('has the longer path of 1.2, below a path that comes first', () => {
    expect(serviceAddress('https://d.example/x/ims/oneroster/gradebook/v1p2', '1.2')).toBe(
      'https://d.example/x/ims/oneroster/rostering/v1p2',
    );
    expect(baseAddress('https://d.example/x/ims/oneroster')).toBe('https://d.example/x');
  });
});

it('keeps an address with the path of the service or without it', () => {
  const kept = (serverUrl: string) => keptAddress('serverUrl', { serverUrl }, '1.1');
  expect(kept(`https://d.example${V1}/`)).toEqual({ serverUrl: `https://d.example${V1}` });
  expect(kept('https://d.example/x')).toEqual({ serverUrl: 'https://d.example/x' });
  expect(kept(`https://d.example${V1}/schools?limit=5`)).toEqual({ serverUrl: 'https://d.example' });
  expect(kept('nothing')).toEqual({});
});

describe('the requests', () => {
  it('ask for one record each, and never for people', () => {
    const urls = collectionRequests(`https://d.example${V1}`).map(({ url }) => new URL(url));
    expect(urls.map((url) => url.pathname.split('/').at(-1))).toEqual([...safeCollections]);
    for (const url of urls) {
      expect(url.search).toBe('?limit=1');
      expect(personalCollections.some((name) => url.pathname.includes(name))).toBe(false);
    }
  });

  const answer = (json: unknown) => ({ status: 200, contentType: 'application/json', json });
  it.each([
    ['orgs', { orgs: [{ sourcedId: '1' }] }, 'passed', 'ok'],
    ['schools', { orgs: [{}] }, 'passed', 'ok'],
    ['gradingPeriods', { academicSessions: [{}] }, 'passed', 'ok'],
    ['orgs', { orgs: [] }, 'warning', 'empty-data'],
    ['orgs', { schools: [{}] }, 'failed', 'unexpected-answer'],
    ['orgs', { orgs: { 0: {} } }, 'failed', 'unexpected-answer'],
    ['orgs', [{ orgs: [] }], 'failed', 'unexpected-answer'],
    ['orgs', null, 'failed', 'unexpected-answer'],
    ['orgs', JSON.parse('{"__proto__":{"orgs":[{}]}}'), 'failed', 'unexpected-answer'],
    ['orgs', { imsx_codeMajor: 'failure' }, 'failed', 'unexpected-answer'],
  ] as const)('%s: %j is %s, %s', (collection, json, outcome, code) => {
    expect(readCollection(collection, answer(json))).toMatchObject({ outcome, code });
  });
});
