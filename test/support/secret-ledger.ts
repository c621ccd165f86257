import { type Captured, readable } from './capturing-servers';

/*
 * Records which secret was entered for which addresses, independently of the app's code. Addresses come from a list
 * whose origins are spelled out by hand, so that nothing here parses an address.
 */

/** The fields whose origins this system's secret may be sent to, and the secret's field. */
export const systemsInPlay = {
  powerschool: { addresses: ['serverUrl'], secret: 'clientSecret' },
  'aeries-oneroster': { addresses: ['aeriesUrl'], secret: 'consumerSecret' },
  'classlink-direct': { addresses: ['serverUrl'], secret: 'clientSecret' },
  'classlink-proxy': { addresses: ['proxyUrl'], secret: 'accessToken' },
  oneroster: { addresses: ['serverUrl', 'tokenUrl'], secret: 'clientSecret' },
  'ed-fi': { addresses: ['baseUrl', 'tokenUrl'], secret: 'clientSecret' },
  onsis: { addresses: ['tokenUrl'], secret: 'clientSecret' },
} as const;
export type SystemInPlay = keyof typeof systemsInPlay;
export const systemNames = Object.keys(systemsInPlay) as SystemInPlay[];

/** What a typed address refers to. */
export interface Named {
  /** null if nothing may be sent to it. */
  readonly origin: string | null;
  /** False if the app may ask for a better address; a secret entered with this one is bound to none yet. */
  readonly isPlain: boolean;
}

type Slot = 'current' | 'next' | 'previous';

interface Entered {
  readonly secret: string;
  readonly allowed: Set<string>;
  /** Entered while addresses were missing: the first complete set saved with it counts as well. */
  isOpen: boolean;
}

interface Known {
  readonly system: SystemInPlay;
  values: Readonly<Record<string, string>>;
  readonly slots: Map<Slot, Entered>;
}

export interface Leak {
  readonly secret: string;
  readonly to: string;
  readonly allowed: readonly string[];
  readonly request: string;
}

export class SecretLedger {
  readonly #connections = new Map<string, Known>();
  /** Includes deleted and replaced secrets: a running check may still send them. */
  readonly #entered: Entered[] = [];
  readonly #origins: ReadonlyMap<string, Named>;

  /** @param origins every address in play, as typed */
  constructor(origins: ReadonlyMap<string, Named>) {
    this.#origins = origins;
  }

  get ids(): readonly string[] {
    return [...this.#connections.keys()];
  }

  systemOf(id: string): SystemInPlay {
    return this.#known(id).system;
  }

  isKnown(id: string): boolean {
    return this.#connections.has(id);
  }

  created(id: string, system: SystemInPlay): void {
    this.#connections.set(id, { system, values: {}, slots: new Map() });
  }

  /** Saved through the app, or changed in its file by another program. */
  valuesChanged(id: string, values: Readonly<Record<string, string>>): void {
    const known = this.#known(id);
    known.values = values;
    const { origins, isComplete } = this.#named(known);
    for (const [slot, entered] of known.slots) {
      if (!entered.isOpen) continue;
      for (const origin of origins) entered.allowed.add(origin);
      if (slot === 'current' && isComplete) entered.isOpen = false;
    }
  }

  /** Records the current addresses. Call the returned function once the app has accepted the secret. */
  entering(id: string, secret: string): (slot: Slot) => void {
    const known = this.#known(id);
    const { origins, isComplete } = this.#named(known);
    const entered = { secret, allowed: new Set(origins), isOpen: !isComplete };
    this.#entered.push(entered);
    return (slot) => known.slots.set(slot, entered);
  }

  moved(id: string, action: string): void {
    const { slots } = this.#known(id);
    const move = (from: Slot, to: Slot): void => {
      const entered = slots.get(from);
      slots.delete(from);
      if (entered !== undefined) slots.set(to, entered);
    };
    if (action === 'switch') {
      move('current', 'previous');
      move('next', 'current');
    } else if (action === 'undo') {
      move('current', 'next');
      move('previous', 'current');
    } else if (action === 'cancel') slots.delete('next');
    else if (action === 'remove-old') slots.delete('previous');
  }

  deleted(id: string): void {
    this.#connections.delete(id);
  }

  /** What was sent to a wrong place, and how many secrets rightly reached the right one. */
  judge(captured: readonly Captured[]): { readonly leaks: readonly Leak[]; readonly rightly: number } {
    const leaks: Leak[] = [];
    let rightly = 0;
    const everywhere = new Set(this.#entered.flatMap(({ allowed }) => [...allowed]));
    for (const request of captured) {
      const text = readable(request);
      const leak = (secret: string, allowed: Iterable<string>): void => {
        const sent = `${request.method} ${request.url}`;
        leaks.push({ secret, to: request.origin, allowed: [...allowed], request: sent });
      };
      for (const { secret, allowed } of this.#entered) {
        if (!text.includes(secret)) continue;
        if (allowed.has(request.origin)) rightly += 1;
        else leak(secret, allowed);
      }
      // A signature or token made from a secret is worth as much as the secret to whoever collects it.
      const isSigned =
        request.headers.authorization !== undefined || /client_secret|client_assertion/.test(text);
      if (isSigned && !everywhere.has(request.origin)) leak('an authorization', everywhere);
    }
    return { leaks, rightly };
  }

  #known(id: string): Known {
    const known = this.#connections.get(id);
    if (known === undefined) throw new Error(`Nobody made ${id}`);
    return known;
  }

  #named({ system, values }: Known): { readonly origins: readonly string[]; readonly isComplete: boolean } {
    const named = systemsInPlay[system].addresses.map((field) => this.#origins.get(values[field] ?? ''));
    return {
      origins: named.flatMap((one) => one?.origin ?? []),
      isComplete: named.every((one) => one?.isPlain === true),
    };
  }
}
