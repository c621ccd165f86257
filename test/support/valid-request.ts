import type { ChannelName } from '@contract/channels';
import { channels } from '@contract/channels';
import type { Seeded } from './seeded';

/** The parts of zod's schema description that the contract uses. */
interface Definition {
  readonly type: string;
  readonly format?: string;
  readonly shape?: Readonly<Record<string, Described>>;
  readonly innerType?: Described;
  readonly element?: Described;
  readonly keyType?: Described;
  readonly valueType?: Described;
  readonly options?: readonly Described[];
  readonly entries?: Readonly<Record<string, string>>;
  readonly values?: readonly unknown[];
}
interface Described {
  readonly _zod: { readonly def: Definition };
}

/** Strings to use in requests, mostly meaningful ones. */
export interface Vocabulary {
  readonly ids: readonly string[];
  readonly texts: readonly string[];
}

/**
 * A request that this channel's guard accepts, covering most of what the contract allows; generated from the guard
 * itself.
 */
export function validRequest(channel: ChannelName, random: Seeded, words: Vocabulary): unknown {
  return valid(channels[channel].request as unknown as Described, random, words);
}

function valid(schema: Described, random: Seeded, words: Vocabulary): unknown {
  const { def } = schema._zod;
  const inner = (part: Described | undefined): unknown => {
    if (part === undefined) throw new Error(`A schema of type ${def.type} without its part`);
    return valid(part, random, words);
  };
  switch (def.type) {
    case 'null':
      return null;
    case 'boolean':
      return random.chance(0.5);
    case 'number':
    case 'int':
      return random.whole(0, 10);
    case 'string':
      if (def.format === 'uuid' || def.format === 'guid') {
        return words.ids.length > 0 && random.chance(0.9) ? random.pick(words.ids) : crypto.randomUUID();
      }
      if (def.format === 'date') return '2026-01-05';
      if (def.format === 'datetime') return '2026-01-05T08:00:00.000Z';
      return random.pick(words.texts);
    case 'enum':
      return random.pick(Object.values(def.entries ?? {}));
    case 'literal':
      return random.pick(def.values ?? []);
    case 'nullable':
      return random.chance(0.3) ? null : inner(def.innerType);
    case 'optional':
      return random.chance(0.5) ? undefined : inner(def.innerType);
    case 'array':
      return Array.from({ length: random.whole(0, 3) }, () => inner(def.element));
    case 'union':
      return inner(random.pick(def.options ?? []));
    case 'record':
      return Object.fromEntries(
        Array.from({ length: random.whole(0, 6) }, () => [String(inner(def.keyType)), inner(def.valueType)]),
      );
    case 'object': {
      const made = Object.entries(def.shape ?? {}).map(([name, part]) => [name, inner(part)] as const);
      return Object.fromEntries(made.filter(([, value]) => value !== undefined));
    }
    default:
      throw new Error(`The contract has a new kind of schema: ${def.type}`);
  }
}
