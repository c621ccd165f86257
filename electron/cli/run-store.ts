import { fill } from '@contract/fill';
import { formatInstant } from '@contract/formats';
import type { Language } from '@contract/languages';
import { systemName } from '@contract/names';
import { printable } from '@contract/printable';
import { ok, type Result } from '@contract/result';
import { isWithin } from '@contract/shared-folder';
import {
  type KeptInStep,
  type SharedFailure,
  type SharedRow,
  STORE_DEFAULTS,
  type StoreSettings,
  storeAddressIn,
  storePathIn,
  storeSettingsSchema,
} from '@contract/shared-store';
import { findingWords } from '@systems/finding-words';
import { words as reportWords } from '../report/words';
import { isSamePlace } from '../shared-store/in-use';
import type { InputProblem } from './input';
import { readStandardInput } from './input';
import { jsonLine } from './json-line';
import { oneNamed } from './one-named';
import { type RootsPorts, readRoots } from './read-roots';
import { credentialsOf, type SharedHere } from './shared-here';
import type { StoreCommand } from './store-arguments';
import { printStoreReport } from './store-report';
import { sayProblem, sayTrouble, words } from './words';

/* `store …`. Exit status: 0 done, 1 something was not, 2 nothing could be tried, 3 a secret cannot be read or kept. */

const [DONE, NOT_DONE, NOTHING, NO_SECRET] = [0, 1, 2, 3] as const;

export interface StorePorts extends RootsPorts {
  readonly input: AsyncIterable<Buffer | string>;
  readonly print: (text: string) => void;
  readonly complain: (line: string) => void;
  readonly language: Language;
  readonly signal: AbortSignal;
  readonly open: (extraRoots: readonly string[]) => Promise<SharedHere>;
}

export async function runStore(command: StoreCommand, ports: StorePorts): Promise<number> {
  return new Run(command, ports).run();
}

class Run {
  readonly #say;
  readonly #language: Language;

  constructor(
    private readonly command: StoreCommand,
    private readonly ports: StorePorts,
  ) {
    this.#language = command.language ?? ports.language;
    this.#say = words[this.#language].store;
  }

  async run(): Promise<number> {
    const { does } = this.command;
    const needsInput = does === 'login' || this.command.tokenFromStdin;
    const input = needsInput ? await readStandardInput(this.ports.input) : null;
    if (input !== null && !input.ok) return this.#problem(input.failure);
    const secret = input?.value.trim() ?? null;
    const roots = await readRoots(this.command.caFile, this.ports);
    if (!roots.ok) return this.#problem(roots.failure);
    const here = await this.ports.open(roots.value);
    if (does === 'login') return this.#login(here, secret ?? '');
    if (here.inUse.settings === null) return this.#complain(this.#say.noStore, NOTHING);
    if (does === 'status') return this.#status(here, secret);
    if (secret === null && here.inUse.state.role === null)
      return this.#complain(this.#say.failure['not-signed-in'], NO_SECRET);
    const closed = await this.#closedKeyring(here, secret);
    if (closed !== null) return this.#complain(closed, NO_SECRET);
    const entered = await here.service.signIn(credentialsOf(secret), { signal: this.ports.signal });
    if (!entered.ok) return this.#failed(null, entered.failure);
    const listed = await here.service.refresh();
    const status = listed.ok ? await this.#does(here) : this.#failed(null, listed.failure);
    here.service.signOut();
    return status;
  }

  #does(here: SharedHere): Promise<number> | number {
    switch (this.command.does) {
      case 'publish':
        return this.#publish(here);
      case 'fetch':
        return this.#fetch(here);
      default:
        return this.#list(here);
    }
  }

  /** What works now is kept until the new sign-in has succeeded. */
  async #login(here: SharedHere, secret: string): Promise<number> {
    const { door, inUse, service } = here;
    const { roleId, roleMount, wrapped } = this.command;
    const { signal } = this.ports;
    const known = inUse.settings;
    const settings = this.#settings(known);
    if (typeof settings === 'number') return settings;
    // A store that the organization has named is as it is.
    const { isGiven } = service.view();
    if (isGiven && settings.address !== known?.address) return this.#failed(null, { code: 'not-allowed' });
    if ((await here.protection()).verdict !== 'os-keyring')
      return this.#complain(this.#say.noKeyring, NO_SECRET);
    const role = { mount: roleMount, roleId: roleId ?? '' };
    const opened = wrapped ? await door.unwrap(settings, role.mount, secret, signal) : null;
    if (opened !== null && !opened.ok) return this.#failed(null, opened.failure);
    const secretId = opened?.value ?? secret;
    const way = { way: 'app-role', ...role, secretId: async () => ok(secretId) } as const;
    const entered = await door.signIn(settings, way, { signal });
    if (entered.ok) entered.value.close();
    // What was wrapped cannot be opened again, so it is kept unless it was refused.
    else if (!wrapped || entered.failure.finding === 'store-sign-in-rejected')
      return this.#failed(null, entered.failure);
    if (!isGiven && this.command.address !== null) {
      const isMoved = known !== null && !isSamePlace(known, settings) && inUse.state.links.size > 0;
      const set = service.setUp({ ...settings, signIn: known?.signIn ?? { way: 'app-role', ...role } });
      if (!set.ok) return this.#failed(null, set.failure);
      if (isMoved) this.ports.complain(printable(fill(this.#say.moved, { address: known.address })));
    }
    const kept = await service.keepRole(role, secretId);
    if (!kept.ok) return this.#failed(null, kept.failure);
    if (kept.value !== 'saved') return this.#complain(this.#say.noKeyring, NO_SECRET);
    if (!entered.ok) return this.#failed(null, entered.failure);
    const { person } = entered.value.identity;
    this.ports.print(`${printable(fill(this.#say.loggedIn, { person, address: settings.address }))}\n`);
    return DONE;
  }

  /** Where the store is, or the exit status. What was not said of a known store is as it is. */
  #settings(known: StoreSettings | null): StoreSettings | number {
    if (this.command.address === null) return known ?? this.#complain(this.#say.noStore, NOTHING);
    const address = storeAddressIn(this.command.address);
    if (address === null) return this.#complain(this.#say.badAddress, NOTHING);
    const before = known?.address === address ? known : { ...STORE_DEFAULTS, namespace: null };
    const [mount, prefix, namespace] = (['mount', 'prefix', 'namespace'] as const).map((part) => {
      const typed = this.command[part];
      return typed === null ? before[part] : storePathIn(typed);
    });
    const signIn = known?.signIn ?? { way: 'token' };
    const read = storeSettingsSchema.safeParse({ address, mount, prefix, namespace, signIn });
    if (read.success) return read.data;
    const argument = JSON.stringify(`--${String(read.error.issues[0]?.path[0])}`);
    return this.#complain(fill(words[this.#language].unclear, { argument }), NOTHING);
  }

  /** Why the role's secret cannot be opened; null if it can, or is not needed. */
  async #closedKeyring({ inUse, protection }: SharedHere, token: string | null): Promise<string | null> {
    if (token !== null || inUse.state.role === null) return null;
    const kept = await protection();
    return kept.verdict === 'os-keyring'
      ? null
      : sayTrouble({ code: 'keyring-unavailable', reason: kept.reason }, this.#language);
  }

  async #status(here: SharedHere, token: string | null): Promise<number> {
    const { service, inUse } = here;
    const { signal } = this.ports;
    const hasRole = inUse.state.role !== null;
    const closed = await this.#closedKeyring(here, token);
    if (closed !== null) return this.#complain(closed, NO_SECRET);
    const tested = await service.test(token === null && !hasRole ? null : credentialsOf(token), { signal });
    service.signOut();
    if (!tested.ok) return this.#failed(null, tested.failure);
    const { print } = this.ports;
    if (this.command.json) print(jsonLine({ version: 1, ...tested.value }));
    else print(printStoreReport(tested.value, inUse.settings?.address ?? '', this.#language));
    return tested.value.outcome === 'failed' ? NOT_DONE : DONE;
  }

  #list(here: SharedHere): number {
    const rows = this.#rows(here);
    if (this.command.json) {
      const connections = rows.map(({ about, ...row }) => ({ ...about, ...row }));
      this.ports.print(jsonLine({ version: 1, connections }));
      return DONE;
    }
    const say = this.#say;
    const lines = rows.map(({ id, folder, standing, about, there }) => {
      const what =
        about === null
          ? '?'
          : `${about.name} (${systemName(this.#language, about.system)}, ${reportWords[this.#language].environment[about.environment]})`;
      const written =
        there === null
          ? ''
          : `  ${fill(say.written, { by: there.by ?? '?', at: formatInstant(this.#language, there.at) })}`;
      return printable(`${id}  ${folder}/${what}  ${say.standing[standing]}${written}`);
    });
    this.ports.print(lines.length === 0 ? `${say.empty}\n` : `${lines.join('\n')}\n`);
    return DONE;
  }

  async #publish({ service, connections }: SharedHere): Promise<number> {
    const all = connections.list().filter(({ practice }) => !practice);
    const chosen: string[] = [];
    for (const name of this.command.names) {
      const one = oneNamed(all, name, (connection) => connection);
      if (!one.ok) return this.#problem(one.failure);
      chosen.push(one.value.id);
    }
    let status: number = DONE;
    for (const { id, result } of await service.publish(chosen, this.command.folder ?? '')) {
      const name = connections.get(id)?.name ?? id;
      if (result.ok) this.#tell(name, this.#say.published);
      else status = Math.max(status, this.#failed(name, result.failure));
    }
    return status;
  }

  async #fetch(here: SharedHere): Promise<number> {
    const { names, all } = this.command;
    const rows = this.#rows(here);
    const chosen = all
      ? rows
      : rows.filter(({ id, about }) => names.includes(id) || names.includes(about?.name ?? ''));
    for (const name of names) {
      // Whoever may write in one folder can give a connection the name, or the id, of another.
      const one = oneNamed(chosen, name, ({ id, about }) => ({ id, name: about?.name }));
      if (!one.ok) return this.#problem(one.failure);
    }
    if (chosen.length === 0) return this.#complain(this.#say.empty, NOTHING);
    let status: number = DONE;
    for (const row of chosen) status = Math.max(status, await this.#fetchOne(here, row));
    return status;
  }

  async #fetchOne({ service }: SharedHere, row: SharedRow): Promise<number> {
    const { id, folder, standing, about } = row;
    const name = about?.name ?? id;
    if (standing !== 'not-here' && standing !== 'apart') {
      const [outcome] = await service.keepInStep([id]);
      if (outcome?.result.ok !== true || outcome.result.value !== 'address-to-confirm')
        return this.#kept(name, outcome?.result);
      const details = await service.details(id);
      const address = details.ok ? details.value.address : null;
      if (address === null) return this.#kept(name, outcome.result);
      const origins = [...new Set(address.secrets.flatMap(({ there }) => there))];
      const { by, at, version } = address.theirs;
      if (!this.command.confirms) return this.#unconfirmed(name, origins, by, at);
      this.#tell(name, fill(this.#say.confirmed, { origins: origins.join(', ') }));
      return this.#kept(name, await service.confirmAddresses(id, version, origins));
    }
    const ref = { folder: folder ?? '', id };
    const offered = await service.offer(ref);
    if (!offered.ok) return this.#failed(name, offered.failure);
    const { origins, written } = offered.value;
    if (!this.command.confirms) return this.#unconfirmed(name, origins, written.by, written.at);
    this.#tell(name, fill(this.#say.confirmed, { origins: origins.join(', ') }));
    return this.#kept(name, await service.bring(ref, { version: written.version, origins }));
  }

  #unconfirmed(name: string, origins: readonly string[], by: string | null, at: string): number {
    const what = fill(this.#say.unconfirmed, {
      origins: origins.join(', '),
      by: by ?? '?',
      at: formatInstant(this.#language, at),
    });
    return this.#complain(fill(this.#say.about, { name, what }), NOT_DONE);
  }

  #kept(name: string, result: Result<KeptInStep, SharedFailure> | undefined): number {
    if (result === undefined) return NOT_DONE;
    if (!result.ok) return this.#failed(name, result.failure);
    const isDone = ['unchanged', 'pulled', 'pushed', 'joined'].includes(result.value);
    if (!isDone)
      return this.#complain(fill(this.#say.about, { name, what: this.#say.kept[result.value] }), NOT_DONE);
    this.#tell(name, this.#say.kept[result.value]);
    return DONE;
  }

  /** What the store has, or had. */
  #rows({ service }: SharedHere): readonly SharedRow[] {
    const { folder: wanted } = this.command;
    return service
      .view()
      .rows.filter(({ folder }) => folder !== null && (wanted === null || isWithin(folder, wanted)))
      .toSorted((one, other) => order.compare(placeOf(one), placeOf(other)));
  }

  #tell(name: string, what: string): void {
    this.ports.print(`${printable(fill(this.#say.about, { name, what }))}\n`);
  }

  #complain<Status extends number>(line: string, status: Status): Status {
    this.ports.complain(printable(line));
    return status;
  }

  #problem(problem: InputProblem): number {
    return this.#complain(sayProblem(problem, this.#language), NOTHING);
  }

  #failed(name: string | null, failure: SharedFailure): number {
    const what = sayStoreTrouble(failure, this.#language);
    const status =
      failure.code === 'secret-unreadable' ? NO_SECRET : failure.code === 'no-store' ? NOTHING : NOT_DONE;
    this.#complain(name === null ? what : fill(this.#say.about, { name, what }), status);
    for (const line of messageToSend(failure, this.#language)) this.#complain(line, status);
    return status;
  }
}

/** The lines of the message that the finding asks to send; empty if it asks for none. */
export function messageToSend(failure: SharedFailure, language: Language): readonly string[] {
  if (failure.code !== 'finding') return [];
  const { finding, facts } = failure;
  const { send = '' } = findingWords({ code: finding, subject: null, facts }, undefined, language);
  return send.split('\n').filter((line) => line.trim() !== '');
}

const order = new Intl.Collator(undefined, { numeric: true });
const placeOf = ({ folder, about, id }: SharedRow): string => `${folder}/${about?.name ?? id}`;

/** Why the store could not be used, or something was not done. */
export function sayStoreTrouble(failure: SharedFailure, language: Language): string {
  const say = words[language].store;
  if (failure.code === 'finding') {
    const { finding, facts } = failure;
    const { title, happened, todo } = findingWords(
      { code: finding, subject: null, facts },
      undefined,
      language,
    );
    return `${title}. ${happened} ${todo}`;
  }
  if (failure.code === 'replaced-elsewhere') return fill(say.failure[failure.code], { by: failure.by });
  return say.failure[failure.code];
}
