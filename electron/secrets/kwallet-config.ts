import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What KDE's settings say about the wallet. The daemon tells none of it over D-Bus. */
export interface WalletConfig {
  /** False when the person, or the administrator, switched KWallet off. The daemon then ends as soon as it is started. */
  readonly enabled: boolean;
  /** True when KWallet asks the person about each program, even while the wallet is open. */
  readonly promptOnOpen: boolean;
  /** The answer "Allow Always" is on record. */
  allows(wallet: string, application: string): boolean;
  /** The answer "Deny Forever" is on record: KWallet then refuses without a dialog. */
  denies(wallet: string, application: string): boolean;
}

/** Reads `kwalletrc`: the administrator's files first, then the person's own on top. Never throws. */
export function readWalletConfig(env: NodeJS.ProcessEnv): WalletConfig {
  const values = new Map<string, string>();
  for (const folder of configFolders(env)) addValues(values, textOf(join(folder, 'kwalletrc')));
  const isTrue = (key: string, otherwise: boolean): boolean => {
    const value = values.get(entry('Wallet', key));
    return value === undefined ? otherwise : ['true', 'on', 'yes', '1'].includes(value.toLowerCase());
  };
  const lists = (group: string, wallet: string, application: string): boolean =>
    (values.get(entry(group, wallet)) ?? '').split(',').includes(application);
  return {
    enabled: isTrue('Enabled', true),
    promptOnOpen: isTrue('Prompt on Open', false),
    allows: (wallet, application) => lists('Auto Allow', wallet, application),
    denies: (wallet, application) => lists('Auto Deny', wallet, application),
  };
}

/** XDG Base Directory Specification: what comes later counts more. */
function configFolders(env: NodeJS.ProcessEnv): readonly string[] {
  const shared = (env.XDG_CONFIG_DIRS || '/etc/xdg').split(':').reverse();
  return [...shared, env.XDG_CONFIG_HOME || join(env.HOME ?? '/', '.config')];
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

const entry = (group: string, key: string): string => `${group}\n${key}`;

/** KConfig's format. `Key[$i]=` marks a value that the files after it may not change. */
function addValues(values: Map<string, string>, text: string): void {
  let group = '';
  for (const line of text.split(/\r?\n/)) {
    const header = /^\[(.+?)\](?:\[\$i\])?\s*$/.exec(line);
    if (header !== null) {
      group = header[1] ?? '';
      continue;
    }
    const [, key, marks, value] = /^\s*([^#[=][^[=]*?)\s*(?:\[\$(\w+)\])?\s*=\s*(.*?)\s*$/.exec(line) ?? [];
    if (key === undefined || value === undefined) continue;
    const name = entry(group, key);
    if (values.has(`${name}\n$i`)) continue;
    values.set(name, value);
    if (marks?.includes('i')) values.set(`${name}\n$i`, '');
  }
}
