import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** KDE's wallet settings, which the daemon does not expose over D-Bus. */
export interface WalletConfig {
  /** False if the user or the administrator switched KWallet off. The daemon then exits right after it starts. */
  readonly enabled: boolean;
  /** True if KWallet asks the user about each program, even while the wallet is open. */
  readonly promptOnOpen: boolean;
  /** The user answered "Allow Always". */
  allows(wallet: string, application: string): boolean;
  /** The user answered "Deny Forever": KWallet refuses without a dialog. */
  denies(wallet: string, application: string): boolean;
}

/** Reads `kwalletrc`: the system-wide files first, then the user's own, which overrides them. Never throws. */
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

/** XDG Base Directory Specification, in ascending order of precedence. */
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

/** KConfig's format. `Key[$i]=` marks a value that later files must not override. */
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
