import { isLanguage, type Language } from '@contract/languages';
import { isFolder } from '@contract/shared-folder';
import { readOptions } from './watch-arguments';

/** `store`: shared connections (docs/command-line.md#shared-connections). */
export interface StoreCommand {
  readonly kind: 'store';
  readonly does: 'login' | 'status' | 'list' | 'publish' | 'fetch';
  /** Where the store is; null: as it is set up. */
  readonly address: string | null;
  readonly mount: string | null;
  readonly prefix: string | null;
  readonly namespace: string | null;
  readonly roleId: string | null;
  /** Mount of the sign-in by role. */
  readonly roleMount: string;
  /** What comes on standard input for `login` is a wrapping token. */
  readonly wrapped: boolean;
  /** A token comes on standard input, for this command alone. */
  readonly tokenFromStdin: boolean;
  /** Ids, or names where they are known; empty with `all`. */
  readonly names: readonly string[];
  readonly all: boolean;
  readonly folder: string | null;
  /** Confirms the addresses that the store has. */
  readonly confirms: boolean;
  readonly caFile: string | null;
  readonly json: boolean;
  readonly language: Language | null;
}

interface Unclear {
  readonly kind: 'unclear';
  readonly argument: string;
}

/** The options of each, besides `--ca` and `--lang`. */
const OPTIONS: Readonly<Record<StoreCommand['does'], readonly string[]>> = {
  login: ['--address', '--mount', '--prefix', '--namespace', '--role-id', '--role-mount', '--wrapped'],
  status: ['--json', '--token-stdin'],
  list: ['--json', '--token-stdin', '--folder'],
  publish: ['--token-stdin', '--folder'],
  fetch: ['--token-stdin', '--folder', '--all', '--confirm-addresses'],
};

export function readStore(rest: readonly string[]): StoreCommand | Unclear {
  const [word = 'store', ...more] = rest;
  const does = (Object.keys(OPTIONS) as StoreCommand['does'][]).find((one) => one === word);
  if (does === undefined) return { kind: 'unclear', argument: word };
  const texts = new Map<string, string>();
  const switches = new Set<string>();
  let language: Language | null = null;
  const text = (name: string, fits: (value: string) => boolean = () => true) => ({
    [name]: (value: string) => {
      texts.set(name, value);
      return fits(value);
    },
  });
  const names = readOptions(
    more,
    {
      ...text('--address'),
      ...text('--mount'),
      ...text('--prefix'),
      ...text('--namespace'),
      ...text('--role-id'),
      ...text('--role-mount'),
      ...text('--folder', isFolder),
      ...text('--ca'),
      '--lang': (value) => {
        if (isLanguage(value)) language = value;
        return language !== null;
      },
    },
    Object.fromEntries(
      ['--wrapped', '--token-stdin', '--all', '--confirm-addresses', '--json'].map((name) => [
        name,
        () => switches.add(name),
      ]),
    ),
  );
  if ('kind' in names) return names;
  const foreign = [...texts.keys(), ...switches].find(
    (name) => name !== '--ca' && !OPTIONS[does].includes(name),
  );
  if (foreign !== undefined) return { kind: 'unclear', argument: foreign };
  const placed = ['--mount', '--prefix', '--namespace'].find((name) => texts.has(name));
  if (placed !== undefined && !texts.has('--address')) return { kind: 'unclear', argument: placed };
  const all = switches.has('--all');
  const takesNames = does === 'publish' || does === 'fetch';
  const [first] = names;
  if (!takesNames && first !== undefined) return { kind: 'unclear', argument: first };
  if (takesNames && all === names.length > 0) return { kind: 'unclear', argument: does };
  if (does === 'publish' && !texts.has('--folder')) return { kind: 'unclear', argument: '--folder' };
  if (does === 'login' && !texts.has('--role-id')) return { kind: 'unclear', argument: '--role-id' };
  return {
    kind: 'store',
    does,
    address: texts.get('--address') ?? null,
    mount: texts.get('--mount') ?? null,
    prefix: texts.get('--prefix') ?? null,
    namespace: texts.get('--namespace') ?? null,
    roleId: texts.get('--role-id') ?? null,
    roleMount: texts.get('--role-mount') ?? 'approle',
    wrapped: switches.has('--wrapped'),
    tokenFromStdin: switches.has('--token-stdin'),
    names,
    all,
    folder: texts.get('--folder') ?? null,
    confirms: switches.has('--confirm-addresses'),
    caFile: texts.get('--ca') ?? null,
    json: switches.has('--json'),
    language,
  };
}
