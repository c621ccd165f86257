/* One KV mount of version 2, or of version 1 (docs/vendors/shared-store.md#versions). */

export interface Answer {
  readonly status: number;
  /** The `data` of a success or of a 404 about a deleted version. */
  readonly data?: unknown;
  readonly errors?: readonly string[];
  readonly warnings?: readonly string[];
}

export const refused = (status: number, ...errors: readonly string[]): Answer => ({ status, errors });
const done: Answer = { status: 204 };
const nothing = refused(404);

interface Version {
  readonly data: unknown;
  readonly created: string;
  deleted: string;
  destroyed: boolean;
}

interface Record {
  current: number;
  oldest: number;
  readonly versions: Map<number, Version>;
  readonly created: string;
  updated: string;
  maxVersions: number;
  casRequired: boolean;
  custom: { [name: string]: string } | null;
}

export interface Asked {
  readonly method: 'GET' | 'POST' | 'DELETE' | 'LIST';
  /** Below the mount. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly body: { readonly [name: string]: unknown };
}

const isObject = (value: unknown): value is { readonly [name: string]: unknown } =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Go's `unicode.IsPrint`: no blank but U+0020. */
const isPrintable = (text: string): boolean => /^[\p{L}\p{M}\p{N}\p{P}\p{S} ]*$/u.test(text);

const MOST_CUSTOM = 64;

export class KvEngine {
  readonly #now: () => number;
  readonly #records = new Map<string, Record>();
  readonly #plain = new Map<string, unknown>();
  #config = { max_versions: 0, cas_required: false };

  constructor(
    readonly version: '1' | '2',
    now: () => number,
  ) {
    this.#now = now;
  }

  exists(path: string): boolean {
    const name = path.replace(/^(?:data|metadata|delete|undelete|destroy)\//, '');
    return this.version === '1' ? this.#plain.has(path) : this.#records.has(name);
  }

  answer(asked: Asked): Answer {
    if (asked.method === 'POST' && asked.path.endsWith('/'))
      return refused(400, "cannot write to a path ending in '/'");
    return this.version === '1' ? this.#first(asked) : this.#second(asked);
  }

  #first({ method, path, body }: Asked): Answer {
    switch (method) {
      case 'GET':
        return this.#plain.has(path) ? { status: 200, data: this.#plain.get(path) } : nothing;
      case 'POST':
        if (Object.keys(body).length === 0) return refused(400, 'missing data fields');
        this.#plain.set(path, body);
        return done;
      case 'DELETE':
        this.#plain.delete(path);
        return done;
      case 'LIST':
        return listed([...this.#plain.keys()], path);
    }
  }

  #second(asked: Asked): Answer {
    const [part = '', ...rest] = asked.path.split('/');
    const name = rest.join('/');
    switch (part) {
      case 'config':
        return this.#configured(asked);
      case 'data':
        return this.#data(asked, name);
      case 'metadata':
        return this.#metadata(asked, name);
      case 'delete':
      case 'undelete':
      case 'destroy':
        return asked.method === 'POST' ? this.#mark(part, asked.body, name) : unsupported;
      default:
        // As for a client that takes it for version 1.
        return {
          ...nothing,
          warnings: [
            'Invalid path for a versioned K/V secrets engine. See the API docs for the appropriate API endpoints to use.',
          ],
        };
    }
  }

  #configured({ method, body }: Asked): Answer {
    if (method === 'GET') return { status: 200, data: { ...this.#config, delete_version_after: '0s' } };
    if (method !== 'POST') return unsupported;
    if (typeof body.cas_required === 'boolean') this.#config.cas_required = body.cas_required;
    if (typeof body.max_versions === 'number') this.#config.max_versions = body.max_versions;
    return done;
  }

  #data(asked: Asked, name: string): Answer {
    const record = this.#records.get(name);
    switch (asked.method) {
      case 'GET': {
        const wanted = Number(asked.query.get('version') ?? 0);
        if (!Number.isInteger(wanted)) return refused(400, 'error converting input for field "version"');
        const number = wanted > 0 ? wanted : (record?.current ?? 0);
        const version = record?.versions.get(number);
        if (record === undefined || version === undefined) return nothing;
        const metadata = this.#described(record, number, version);
        return this.#isGone(version)
          ? { status: 404, data: { data: null, metadata } }
          : { status: 200, data: { data: version.data, metadata } };
      }
      case 'POST':
        return this.#write(asked.body, name);
      case 'DELETE':
        return record === undefined ? done : this.#mark('delete', { versions: [record.current] }, name);
      case 'LIST':
        return unsupported;
    }
  }

  #write({ data, options = {} }: Asked['body'], name: string): Answer {
    if (name === '') return refused(400, 'missing path');
    if (!isObject(data)) return refused(400, 'no data provided');
    const record = this.#records.get(name) ?? this.#created();
    if (isObject(options) && 'cas' in options) {
      const cas = Number(options.cas);
      if (!Number.isInteger(cas)) return refused(400, 'error parsing check-and-set parameter');
      if (cas !== record.current)
        return refused(400, 'check-and-set parameter did not match the current version');
    } else if (this.#config.cas_required || record.casRequired)
      return refused(400, 'check-and-set parameter required for this call');
    this.#records.set(name, record);
    const created = this.#instant();
    const version: Version = { data: structuredClone(data), created, deleted: '', destroyed: false };
    record.current += 1;
    record.versions.set(record.current, version);
    record.updated = created;
    if (record.oldest === 0) record.oldest = 1;
    const most = Math.max(record.maxVersions, this.#config.max_versions) || 10;
    for (; record.current - record.oldest >= most; record.oldest += 1) record.versions.delete(record.oldest);
    return { status: 200, data: this.#described(record, record.current, version) };
  }

  #metadata({ method, path, body }: Asked, name: string): Answer {
    const record = this.#records.get(name);
    switch (method) {
      case 'LIST':
        return listed([...this.#records.keys()], path.replace(/^metadata\//, ''));
      case 'GET':
        return record === undefined ? nothing : { status: 200, data: this.#allOf(record) };
      case 'POST':
        return this.#describe(body, name);
      case 'DELETE':
        this.#records.delete(name);
        return done;
    }
  }

  #describe(
    { custom_metadata: custom, max_versions: most, cas_required: cas }: Asked['body'],
    name: string,
  ): Answer {
    if (name === '') return refused(400, 'missing path');
    if (custom === undefined && most === undefined && cas === undefined) return done;
    const given = isObject(custom) ? Object.entries(custom) : [];
    const problem = 'custom_metadata validation failed';
    if (custom !== undefined && !isObject(custom)) return refused(400, problem);
    if (given.length > MOST_CUSTOM) return refused(400, `${problem}: payload must contain at most 64 keys`);
    for (const [key, value] of given) {
      if (typeof value !== 'string') return refused(400, problem);
      const sizes = [Buffer.byteLength(key), Buffer.byteLength(value)] as const;
      if (sizes[0] === 0 || sizes[0] > 128) return refused(400, `${problem}: length of key`);
      if (sizes[1] === 0 || sizes[1] > 512) return refused(400, `${problem}: length of value for key`);
      if (!isPrintable(key) || !isPrintable(value)) return refused(400, `${problem}: unprintable characters`);
    }
    const record = this.#records.get(name) ?? this.#created();
    this.#records.set(name, record);
    if (custom !== undefined) record.custom = Object.fromEntries(given) as { [name: string]: string };
    if (typeof most === 'number') record.maxVersions = most;
    if (typeof cas === 'boolean') record.casRequired = cas;
    return done;
  }

  #mark(what: 'delete' | 'undelete' | 'destroy', { versions }: Asked['body'], name: string): Answer {
    const numbers = Array.isArray(versions) ? versions.map(Number) : [];
    if (numbers.length === 0) return refused(400, 'No version number provided');
    const record = this.#records.get(name);
    if (record === undefined) return what === 'destroy' ? nothing : done;
    for (const number of numbers) {
      const version = record.versions.get(number);
      if (version === undefined || version.destroyed) continue;
      if (what === 'destroy') version.destroyed = true;
      else if (what === 'undelete') version.deleted = '';
      else if (!this.#isGone(version)) version.deleted = this.#instant();
    }
    return done;
  }

  #created(): Record {
    const created = this.#instant();
    return {
      current: 0,
      oldest: 0,
      versions: new Map(),
      created,
      updated: created,
      maxVersions: 0,
      casRequired: false,
      custom: null,
    };
  }

  #isGone({ deleted, destroyed }: Version): boolean {
    return destroyed || (deleted !== '' && Date.parse(deleted) <= this.#now());
  }

  #described(record: Record, version: number, { created, deleted, destroyed }: Version): object {
    return {
      version,
      created_time: created,
      deletion_time: deleted,
      destroyed,
      custom_metadata: record.custom,
    };
  }

  #allOf(record: Record): object {
    const versions = [...record.versions].map(([number, { created, deleted, destroyed }]) => [
      String(number),
      { created_time: created, deletion_time: deleted, destroyed },
    ]);
    return {
      versions: Object.fromEntries(versions),
      current_version: record.current,
      oldest_version: record.oldest,
      created_time: record.created,
      updated_time: record.updated,
      max_versions: record.maxVersions,
      cas_required: record.casRequired,
      delete_version_after: '0s',
      custom_metadata: record.custom,
    };
  }

  /** As Go writes it, with nanoseconds. */
  #instant(): string {
    return new Date(this.#now()).toISOString().replace('Z', '123456Z');
  }
}

const unsupported = refused(405, '1 error occurred:\n\t* unsupported operation\n\n');

/** The names directly below a folder, sorted; a folder's ends in a slash. */
function listed(names: readonly string[], folder: string): Answer {
  const prefix = folder === '' || folder.endsWith('/') ? folder : `${folder}/`;
  const inside = names.filter((name) => name.startsWith(prefix)).map((name) => name.slice(prefix.length));
  const keys = new Set(inside.map((name) => (name.includes('/') ? `${name.split('/')[0]}/` : name)));
  return keys.size === 0 ? nothing : { status: 200, data: { keys: [...keys].toSorted() } };
}
