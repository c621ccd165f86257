import { gzipSync } from 'node:zlib';

/*
 * A zip archive of a few small files. Node packs and computes the checksum; only the headers are written here, so this
 * needs no library (APPNOTE.TXT 4.3).
 */

interface Entry {
  readonly header: Buffer;
  readonly packed: Buffer;
  readonly at: number;
}

/** gzip's header, and its checksum and size at the end, around the same packed bytes that zip has. */
const GZIP = { head: 10, tail: 8 } as const;
const DEFLATED = 8;
const VERSION = 20;
/** Names are UTF-8. */
const FLAGS = 0x0800;

/** @param files name → content; names in ASCII, without folders */
export function zipOf(files: Readonly<Record<string, string>>, now: Date): Buffer {
  const entries: Entry[] = [];
  let at = 0;
  for (const [name, content] of Object.entries(files)) {
    const gzipped = gzipSync(content, { level: 9 });
    const packed = gzipped.subarray(GZIP.head, -GZIP.tail);
    const header = Buffer.alloc(26);
    header.writeUInt16LE(VERSION, 0);
    header.writeUInt16LE(FLAGS, 2);
    header.writeUInt16LE(DEFLATED, 4);
    header.writeUInt32LE(dosTime(now), 6);
    gzipped.copy(header, 10, gzipped.length - GZIP.tail, gzipped.length - 4);
    header.writeUInt32LE(packed.length, 14);
    header.writeUInt32LE(Buffer.byteLength(content), 18);
    header.writeUInt16LE(Buffer.byteLength(name), 22);
    entries.push({ header: Buffer.concat([header, Buffer.from(name)]), packed, at });
    at += 4 + 26 + Buffer.byteLength(name) + packed.length;
  }
  const local = entries.flatMap(({ header, packed }) => [Buffer.from('PK\x03\x04'), header, packed]);
  const central = Buffer.concat(entries.map(centralEntry));
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06');
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...local, central, end]);
}

/** The same header once more, with where the file lies. */
function centralEntry({ header, at }: Entry): Buffer {
  const more = Buffer.alloc(14);
  more.writeUInt32LE(at, 10);
  const made = Buffer.alloc(2);
  made.writeUInt16LE(VERSION);
  return Buffer.concat([Buffer.from('PK\x01\x02'), made, header.subarray(0, 26), more, header.subarray(26)]);
}

/** MS-DOS time and date in local time; zip knows no other. */
const dosTime = (now: Date): number =>
  (((now.getFullYear() - 1980) << 25) |
    ((now.getMonth() + 1) << 21) |
    (now.getDate() << 16) |
    (now.getHours() << 11) |
    (now.getMinutes() << 5) |
    (now.getSeconds() >> 1)) >>>
  0;
