import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

/* What comments and pages point to: every page and heading that is named must be there for the reader to open. */

const root = join(import.meta.dirname, '../..');

const FOLDERS = ['electron', 'renderer', 'scripts', 'test', 'docs', 'assets', '.github', '.vscode'];
const TEXT = /\.(?:tsx?|mjs|css|md|ya?ml|json|html|py|sh|cmd)$/;
/** Made by npm. */
const LEFT_OUT = ['package-lock.json'];

const inFolder = (folder: string): readonly string[] =>
  existsSync(join(root, folder))
    ? readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((file) => join(folder, file))
    : [];

/** Every text of the repository, by its path from the root. */
export const texts = (): readonly string[] =>
  [...readdirSync(root), ...FOLDERS.flatMap(inFolder)].filter(
    (file) => TEXT.test(file) && !LEFT_OUT.includes(file),
  );

export const textOf = (file: string): string => readFileSync(join(root, file), 'utf8');

/** Pages that only this project's makers ever had: a section of them, or one of them by its number. */
const OUTSIDE =
  /\b(?:design|protocols|field|providers|proxies|shipping|words|beyond)(?:\.md)? §|\blook\/|\bseeds?[ /]00\d|\bstyle \d+\b/gi;

/** Also a section whose page the text never names: `§2.4` alone is nobody's. */
export function outsideCitations(text: string): readonly string[] {
  const nameless = /\bRFC\b|\bCore §/.test(text) ? [] : (text.match(/§\d[\d.]*/g) ?? []);
  return [...new Set([...(text.match(OUTSIDE) ?? []), ...nameless])];
}

/** GitHub's own rule for the anchor of a heading. */
const slug = (heading: string): string =>
  heading
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .trim()
    .replace(/\s/g, '-');

const known = new Map<string, ReadonlySet<string>>();

function anchorsOf(file: string): ReadonlySet<string> {
  const found = known.get(file) ?? readAnchors(textOf(file));
  known.set(file, found);
  return found;
}

export function readAnchors(markdown: string): ReadonlySet<string> {
  const prose = withoutFences(markdown);
  const anchors = new Set([...prose.matchAll(/<a id="([^"]+)">/g)].map(([, id = '']) => id));
  for (const [, heading = ''] of prose.matchAll(/^#{1,6} +(.+)$/gm)) {
    const first = slug(heading);
    let anchor = first;
    for (let more = 1; anchors.has(anchor); more++) anchor = `${first}-${more}`;
    anchors.add(anchor);
  }
  return anchors;
}

const withoutFences = (markdown: string): string => markdown.replace(/^```[\s\S]*?^```/gm, '');

/** A page of the project by its path from the root, in a comment or in prose, with or without a heading. */
const PAGE =
  /(?<![\w/.-])((?:docs\/[\w./-]+|README|LISEZMOI|SECURITY|CONTRIBUTING|CHANGELOG)\.md)(?:#([\p{L}\p{N}_-]+))?/gu;
const LINK = /\]\(([^)\s]+)\)/g;

/** What a text points to in vain. */
export function brokenReferences(file: string, text: string): readonly string[] {
  const isPage = file.endsWith('.md');
  // A link's target is relative to its page, a page named in prose to the root.
  const prose = isPage ? text.replace(LINK, ']') : text;
  const pages = [...prose.matchAll(PAGE)].map(([, page = '', anchor]) => ({ page, anchor }));
  const links = isPage ? linksOf(file, withoutFences(text)) : [];
  return [...pages, ...links]
    .filter(({ page, anchor }) => !isThere(page, anchor))
    .map(({ page, anchor }) => `${file}: ${page}${anchor === undefined ? '' : `#${anchor}`}`);
}

interface Reference {
  readonly page: string;
  readonly anchor: string | undefined;
}

const linksOf = (file: string, markdown: string): readonly Reference[] =>
  [...markdown.matchAll(LINK)]
    .map(([, target = '']) => target)
    .filter((target) => !/^[a-z]+:/i.test(target))
    .map((target) => {
      const [path = '', anchor] = target.split('#', 2);
      return { page: path === '' ? file : join(dirname(file), path), anchor };
    });

function isThere(page: string, anchor: string | undefined): boolean {
  const path = join(root, page);
  if (relative(root, path).startsWith('..') || !existsSync(path)) return false;
  return anchor === undefined || (page.endsWith('.md') && anchorsOf(page).has(anchor));
}

/** Files of the project that a page names in backticks, and that are not there. */
export const lostFiles = (file: string, markdown: string): readonly string[] =>
  [...markdown.matchAll(/`((?:electron|renderer|scripts|test|assets)\/[\w./-]+\.\w+)`/g)]
    .map(([, path = '']) => path)
    .filter((path) => !existsSync(join(root, path)))
    .map((path) => `${file}: ${path}`);
