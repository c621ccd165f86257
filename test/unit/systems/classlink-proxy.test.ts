import { classlinkProxy, encodeApplicationId } from '@systems/classlink-proxy';
import { describe, expect, it } from 'vitest';

const PROXY = 'https://oneroster-proxy.classlink.io';
const values = { applicationId: 'bWFwbGU%3D' };
const firstUrl = (changed: Record<string, string>) =>
  classlinkProxy.plan({ ...values, ...changed }, false).permission[0]?.url;

describe('the application ID', () => {
  it.each([
    ['bWFwbGU%3D', 'bWFwbGU%3D'],
    ['bWFwbGU%3d', 'bWFwbGU%3d'],
    ['bWFwbGU=', 'bWFwbGU%3D'],
    ['bWFwbA==', 'bWFwbA%3D%3D'],
    ['bWFwbA%3D=', 'bWFwbA%3D%3D'],
    ['a+b/c=', 'a%2Bb%2Fc%3D'],
    ['100%', '100%25'],
    [' plain ', 'plain'],
    ['../../applications', '..%2F..%2Fapplications'],
  ])('%j goes out as %s', (typed, sent) => {
    expect(encodeApplicationId(typed)).toBe(sent);
    expect(encodeApplicationId(encodeApplicationId(typed))).toBe(sent);
  });

  it('is one part of the path', () => {
    expect(firstUrl({})).toBe(`${PROXY}/bWFwbGU%3D/ims/oneroster/v1p1/orgs?limit=1`);
    expect(new URL(firstUrl({ applicationId: 'a/b?c#d' }) ?? '').pathname).toBe(
      '/a%2Fb%3Fc%23d/ims/oneroster/v1p1/orgs',
    );
  });

  it('is taken out of a pasted request', () => {
    const applicationId = `${PROXY}/bWFwbGU%3D/ims/oneroster/v1p1/schools`;
    expect(firstUrl({ applicationId })).toBe(firstUrl({}));
    expect(classlinkProxy.notes({ applicationId }, [], 'test')).toEqual([
      {
        code: 'unusual-form',
        field: 'applicationId',
        severity: 'warns',
        words: 'whole-address',
        repaired: 'bWFwbGU%3D',
      },
    ]);
  });

  it('encoded twice is noticed and can be put right', () => {
    expect(classlinkProxy.notes({ applicationId: 'bWFwbGU%253D' }, [], 'test')).toEqual([
      {
        code: 'unusual-form',
        field: 'applicationId',
        severity: 'warns',
        words: 'encoded-twice',
        repaired: 'bWFwbGU%3D',
      },
    ]);
  });
});

describe('the proxy', () => {
  it.each([
    ['', PROXY],
    ['https://proxy.example/', 'https://proxy.example'],
    ['https://proxy.example/bWFwbGU%3D/ims/oneroster/v1p1/orgs', 'https://proxy.example'],
    ['https://proxy.example/applications', 'https://proxy.example'],
    ['https://proxy.example:8443/classlink', 'https://proxy.example:8443/classlink'],
  ])('%j is %s', (proxyUrl, base) => {
    expect(classlinkProxy.plan({ ...values, proxyUrl }, false).addresses).toEqual([
      { subject: null, url: base },
    ]);
    expect(classlinkProxy.secretOrigins({ ...values, proxyUrl })).toEqual({
      accessToken: [new URL(base).origin],
    });
  });

  it('binds the token to none while the address cannot be read', () => {
    expect(classlinkProxy.secretOrigins({ proxyUrl: 'http://proxy.example' })).toEqual({ accessToken: [] });
  });

  it('has no public probe, and never asks for /applications', () => {
    const plan = classlinkProxy.plan(values, false);
    expect(plan.reach).toBeNull();
    expect(plan.signIn).toEqual({ kind: 'bearer', secretField: 'accessToken' });
    expect(plan.permission.every(({ url }) => !new URL(url).pathname.startsWith('/applications'))).toBe(true);
  });
});

it('notices the word Bearer, without repeating the token', () => {
  const noted = classlinkProxy.secretNotes?.('accessToken', 'Bearer canary', values);
  expect(noted?.[0]?.words).toBe('with-bearer');
  expect(JSON.stringify(noted)).not.toContain('canary');
  expect(classlinkProxy.secretNotes?.('accessToken', 'canary', values)).toEqual([]);
});

it('names the partner key as one possibility when the token is refused', () => {
  expect(classlinkProxy.texts.en.findings['token-rejected']?.happened).toMatch(/perhaps .*partner key/i);
  expect(classlinkProxy.texts.fr.findings['token-rejected']?.happened).toMatch(
    /peut-être .*clé de partenaire/i,
  );
});
