/*
 * Certificates in a text: PEM as tools write it, and as people pass it on. Mail quotes, indents and wraps it, Outlook joins
 * its dashes, a configuration file writes `\\n` for its line ends, a web page puts tags between, and some take its first
 * and last line off.
 */

/** What stands between `BEGIN` and `END`, not decoded. */
export interface Block {
  /** In capitals: `CERTIFICATE`. */
  readonly label: string;
  /** null where no `END` of the same label follows. */
  readonly body: string | null;
}

const JOINED_DASHES = /[\u2010-\u2015\u2212]/g;
/** All its parts are bounded, so that a text of dashes or of beginnings takes no time. */
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
/** Headers of a block, tags and spaces of a web page, and what mail puts before each line or at its end. */
const AROUND_BASE64 = [/^[^\n:]{1,64}:[^\n]*$/gm, TAG, /&[a-z]{2,6};/g, /=3D/g, /[\s>|="',\\\u200b\ufeff-]/g];
const BASE64 = /^[A-Za-z0-9+/]+$/;

/** The bytes of a block; null where other things stand in it. */
export function bytesOf(body: string): Buffer | null {
  const plain = AROUND_BASE64.reduce((rest, around) => rest.replaceAll(around, ''), body);
  return BASE64.test(plain) ? Buffer.from(plain, 'base64') : null;
}

const QUOTED = /^[\s>|]+/;
const BASE64_LINE = /^[A-Za-z0-9+/]+={0,2}$/;
/** A sequence of DER in base64, and so many characters that it is no word. */
const BEGINNING = /^M[A-P][A-Za-z0-9+/]{30,}/;

/** Runs of lines that are base64 of something in DER, for a text without any `BEGIN`, such as an XML file. */
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
    // What comes after the padding is another one.
    if (plain.endsWith('=')) inside = false;
  }
  return runs.map((run) => Buffer.from(run, 'base64'));
}
