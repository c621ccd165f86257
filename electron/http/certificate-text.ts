/*
 * Finds certificates in text: PEM as tools write it, and as people forward it. Mail quotes, indents and wraps it,
 * Outlook merges its dashes, configuration files write line ends as `\\n`, web pages add tags, and some people lose
 * the first and last line.
 */

/** The text between `BEGIN` and `END`, not decoded. */
export interface Block {
  /** Upper case: `CERTIFICATE`. */
  readonly label: string;
  /** null if no `END` with the same label follows. */
  readonly body: string | null;
}

const JOINED_DASHES = /[\u2010-\u2015\u2212]/g;
/** All parts are bounded, so text full of dashes or `BEGIN` lines cannot cause slow matching. */
const EDGE = /(?<=--[ \t]{0,3})(BEGIN|END) ([A-Z0-9 #]{1,40}?)[ \t]{0,3}--+/gi;

export function blocksOf(text: string): readonly Block[] {
  const lines = text.replaceAll(JOINED_DASHES, '--').replaceAll(/(?:\\r)?\\n/g, '\n');
  const blocks: Block[] = [];
  let open: { readonly label: string; readonly from: number } | null = null;
  for (const edge of lines.matchAll(EDGE)) {
    const label = (edge[2] ?? '').toUpperCase();
    const begins = edge[1]?.toUpperCase() === 'BEGIN';
    if (open !== null) {
      const closes = !begins && label === open.label;
      blocks.push({ label: open.label, body: closes ? lines.slice(open.from, edge.index) : null });
    }
    open = begins ? { label, from: edge.index + edge[0].length } : null;
  }
  return open === null ? blocks : [...blocks, { label: open.label, body: null }];
}

const TAG = /<[^<>]{0,200}>/g;
/** Block headers, HTML tags and entities, and what mail puts before or after each line. */
const AROUND_BASE64 = [/^[^\n:]{1,64}:[^\n]*$/gm, TAG, /&[a-z]{2,6};/g, /=3D/g, /[\s>|="',\\\u200b\ufeff-]/g];
const BASE64 = /^[A-Za-z0-9+/]+$/;

/** The bytes of a block; null if it contains anything but base64. */
export function bytesOf(body: string): Buffer | null {
  const plain = AROUND_BASE64.reduce((rest, around) => rest.replaceAll(around, ''), body);
  return BASE64.test(plain) ? Buffer.from(plain, 'base64') : null;
}

const QUOTED = /^[\s>|]+/;
const BASE64_LINE = /^[A-Za-z0-9+/]+={0,2}$/;
/** The start of a DER sequence in base64, long enough not to be a word. */
const BEGINNING = /^M[A-P][A-Za-z0-9+/]{30,}/;

/** Runs of base64 lines that start like DER, for text without `BEGIN`, such as an XML file. */
export function bareBase64(text: string): readonly Buffer[] {
  const runs: string[] = [];
  let inside = false;
  for (const line of text
    .replaceAll(TAG, '\n')
    .replace(/^data:[^,\n]{0,100},/, '')
    .split('\n')) {
    const plain = line.replace(QUOTED, '').trimEnd();
    if (!BASE64_LINE.test(plain)) inside = false;
    else if (inside) runs.push(`${runs.pop()}${plain}`);
    else if (BEGINNING.test(plain)) {
      inside = true;
      runs.push(plain);
    }
    // Padding ends a run; what follows is another one.
    if (plain.endsWith('=')) inside = false;
  }
  return runs.map((run) => Buffer.from(run, 'base64'));
}
