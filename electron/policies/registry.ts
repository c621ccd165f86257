import { type PolicyKind, type PolicyName, policyNames, policyTable } from '@contract/policies';

/*
 * Policies as Windows' registry holds them, where Group Policy and Intune write them from the ADMX template. A program
 * of our own beside the window's prints the key (assets/launchers/windows-policies.c): `reg.exe` does not run where a
 * school forbids registry tools, and loses letters in the console's code page.
 */

export const REGISTRY_KEY = String.raw`HKLM\Software\Policies\School API Setup Wizard`;

/** Value types of winnt.h. */
const [SZ, DWORD, MULTI_SZ] = [1, 4, 7];

interface RegistryValue {
  readonly type: number;
  readonly data: Buffer;
}

/**
 * The members a file with these policies would have. What does not fit a policy's type is passed on as it is, so that
 * it is judged as wrong.
 * @param printed one line a value: its name, its type and its bytes; name and bytes as hexadecimal digits
 * @returns null if the output is not what that program prints
 */
export function policiesInRegistry(printed: string): Readonly<Record<string, unknown>> | null {
  const found: [string, unknown][] = [];
  for (const line of printed.split(/\r?\n/)) {
    if (line === '') continue;
    const parts = /^((?:[\da-f]{4})*) (\d+) ((?:[\da-f]{2})*)$/.exec(line);
    if (parts === null) return null;
    const [, hexName = '', type = '', hexData = ''] = parts;
    const word = Buffer.from(hexName, 'hex').toString('utf16le');
    // The registry does not tell capitals from small letters.
    const name = policyNames.find((one) => one.toLowerCase() === word.toLowerCase());
    const value = { type: Number(type), data: Buffer.from(hexData, 'hex') };
    found.push([name ?? word, name === undefined ? null : asMember(name, value)]);
  }
  return Object.fromEntries(found);
}

/** How a kind of policy is written in a value of the registry. */
function asMember(name: PolicyName, value: RegistryValue): unknown {
  const { kind }: PolicyKind = policyTable[name];
  const plain = plainOf(value);
  switch (kind) {
    case 'switch':
      return plain === 0 || plain === 1 ? plain === 1 : plain;
    case 'address':
      return typeof plain === 'string' ? { url: plain } : plain;
    case 'choices':
    case 'certificates':
      return typeof plain === 'string' ? linesOf(plain) : plain;
    case 'presets':
    case 'store':
      return typeof plain === 'string' ? parsed(plain) : plain;
    default:
      return plain;
  }
}

/** A number, or a text with one line for each string. */
function plainOf({ type, data }: RegistryValue): number | string | null {
  if (type === DWORD && data.length === 4) return data.readUInt32LE(0);
  if (type !== SZ && type !== MULTI_SZ) return null;
  return data.toString('utf16le').replace(/\0+$/, '').replaceAll('\0', '\n');
}

const linesOf = (text: string): readonly string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
