import { findingVariants } from '@contract/finding-variants';
import { findingCodes, stepIds } from '@contract/findings';
import { describe, expect, it } from 'vitest';
import {
  brokenReferences,
  lostFiles,
  outsideCitations,
  readAnchors,
  textOf,
  texts,
} from '../support/documents';

/** These two contain examples of such citations. */
const OWN = ['test/unit/documents.test.ts', 'test/support/documents.ts'];
const files = texts().filter((file) => !OWN.includes(file));
const pages = files.filter((file) => file.endsWith('.md'));

describe('reasons in comments and pages', () => {
  it('cite no page that a reader of the repository does not have', () => {
    expect(files.flatMap((file) => outsideCitations(textOf(file)).map((one) => `${file}: ${one}`))).toEqual(
      [],
    );
  });

  it('point to pages and headings that are there', () => {
    expect(files.flatMap((file) => brokenReferences(file, textOf(file)))).toEqual([]);
  });

  it('name files that are there', () => {
    expect(pages.flatMap((file) => lostFiles(file, textOf(file)))).toEqual([]);
  });
});

describe('the readers of references', () => {
  it.each([
    'RFC 6749, as design §5 says',
    'not documented (§2.4)',
    '(protocols §1.4), RFC 6749',
    'Design §7: an iss (RFC 9207)',
    'RFC 5246, field §4.2',
    '(look/README)',
    '(seed 003)',
    'style 15)',
  ])('find %j', (text) => {
    expect(outsideCitations(text)).toHaveLength(1);
  });

  it.each(['RFC 6749 §5.2', 'the design of it', 'a field of its own', 'the style sheet', 'Unseeded 00'])(
    'leave %j alone',
    (text) => {
      expect(outsideCitations(text)).toEqual([]);
    },
  );

  it.each([
    ['electron/x.ts', '// docs/nowhere.md'],
    ['electron/x.ts', '// docs/vendors/onsis.md#nowhere'],
    ['docs/x.md', '[there](vendors/nowhere.md)'],
    ['docs/x.md', '[there](vendors/onsis.md#nowhere)'],
    ['docs/map.md', '[here](#nowhere)'],
    ['docs/x.md', '[out](../../secret.md)'],
  ])('find what %s points to in vain: %s', (file, text) => {
    expect(brokenReferences(file, text)).toHaveLength(1);
  });

  it.each([
    ['electron/x.ts', '// docs/vendors/onsis.md#probes, and SECURITY.md'],
    [
      'docs/x.md',
      '[there](vendors/onsis.md#probes), [here](../README.md), [web](https://nowhere.example/a.md#b)',
    ],
  ])('follow what %s points to: %s', (file, text) => {
    expect(brokenReferences(file, text)).toEqual([]);
  });

  it('make anchors as GitHub does', () => {
    const markdown =
      '# One `two` & three\n## The API’s own\n### Same\n### Same\n```\n# no heading\n```\n<a id="x"></a>';
    expect([...readAnchors(markdown)]).toEqual(['x', 'one-two--three', 'the-apis-own', 'same', 'same-1']);
  });
});

describe('the pages of products', () => {
  const named = (code: string): readonly string[] =>
    [...textOf(code).matchAll(/\bname: '([^']+)'/g)].map(([, name = '']) => name);

  it.each([
    ['electron/answers/guards.ts', 'docs/vendors/firewalls.md'],
    ['electron/systems/addresses/guard-links.ts', 'docs/vendors/rewritten-links.md'],
  ])('of %s: %s has a row for each, and no other', (code, page) => {
    const rows = [...textOf(page).matchAll(/^\| (?!product|-)([^|]+?) \|/gm)].map(([, name = '']) => name);
    expect(rows.toSorted()).toEqual([...new Set(named(code))].toSorted());
  });

  it('list every service of short addresses', () => {
    const code = textOf('electron/systems/addresses/guard-links.ts');
    const hosts = code.slice(code.lastIndexOf('...['), code.indexOf('].map((host)')).match(/'[^']+'/g) ?? [];
    expect(hosts.length).toBeGreaterThan(10);
    const page = textOf('docs/vendors/rewritten-links.md');
    expect(hosts.filter((host) => !page.includes(host.replaceAll("'", '`')))).toEqual([]);
  });
});

describe('docs/how-answers-are-read.md', () => {
  const text = textOf('docs/how-answers-are-read.md');

  it('has a place for every finding', () => {
    const missing = findingCodes.filter((code) => !text.includes(`\`${code}\``));
    expect(missing, 'add a row to docs/how-answers-are-read.md for each').toEqual([]);
  });

  it('and for every special case', () => {
    expect(findingVariants.filter((variant) => !text.includes(`\`${variant}\``))).toEqual([]);
  });

  it('and the steps in their order', () => {
    const table = text.slice(text.indexOf('## The steps'), text.indexOf('## The order'));
    const rows = [...table.matchAll(/^\| `([\w-]+)` \|/gm)].map(([, id]) => id);
    expect(rows).toEqual(stepIds);
  });
});
