const ANY_CHALLENGE = 'throwaway';
const HEAD_BYTES = 56;
/** Unicode, target name, NTLM, always signed, of a domain, extended session security, target information, version. */
const FLAGS = 0x0289_8205;
const DOMAIN_NAME = 2;
const COMPUTER_NAME = 1;

const wide = (text: string): Buffer => Buffer.from(text, 'utf16le');

function pair(id: number, value: Buffer): Buffer {
  const head = Buffer.alloc(4);
  head.writeUInt16LE(id, 0);
  head.writeUInt16LE(value.length, 2);
  return Buffer.concat([head, value]);
}

/** A server's challenge (MS-NLMP 2.2.1.2) as browsers accept it, for a server that takes whatever they answer. */
export function ntlmChallenge(): string {
  const name = wide('SCHOOL');
  const about = Buffer.concat([
    pair(DOMAIN_NAME, name),
    pair(COMPUTER_NAME, wide('PROXY')),
    pair(0, Buffer.alloc(0)),
  ]);
  const head = Buffer.alloc(HEAD_BYTES);
  head.write('NTLMSSP\0', 0, 'latin1');
  head.writeUInt32LE(2, 8);
  const point = (at: number, { length }: Buffer, offset: number) => {
    head.writeUInt16LE(length, at);
    head.writeUInt16LE(length, at + 2);
    head.writeUInt32LE(offset, at + 4);
  };
  point(12, name, HEAD_BYTES);
  head.writeUInt32LE(FLAGS, 20);
  head.write(ANY_CHALLENGE.slice(0, 8), 24, 'latin1');
  point(40, about, HEAD_BYTES + name.length);
  return `NTLM ${Buffer.concat([head, name, about]).toString('base64')}`;
}
