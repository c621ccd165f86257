import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readWalletConfig } from '../../../electron/secrets/kwallet-config';
import { temporaryFolder } from '../../support/temporary-folder';

/** @param shared the administrator's files in order of precedence, as in XDG_CONFIG_DIRS */
function config(own: string | null, shared: readonly string[] = []) {
  const folder = temporaryFolder();
  const write = (name: string, text: string): string => {
    mkdirSync(join(folder, name));
    writeFileSync(join(folder, name, 'kwalletrc'), text);
    return join(folder, name);
  };
  return readWalletConfig({
    XDG_CONFIG_HOME: own === null ? '/nowhere' : write('own', own),
    XDG_CONFIG_DIRS: shared.map((text, at) => write(`shared-${at}`, text)).join(':') || '/nowhere',
  });
}

describe('KDE’s settings of its wallet', () => {
  it.each([
    ['no file', null, true, false],
    ['an empty file', '', true, false],
    ['the defaults', '[Wallet]\nFirst Use=false\n', true, false],
    ['off', '[Wallet]\nEnabled=false\n', false, false],
    ['off, with spaces and CRLF', '[Wallet]\r\n Enabled = False \r\n', false, false],
    ['asking', '[Wallet]\nPrompt on Open=true\n', true, true],
    ['the same key of another group', '[org.freedesktop.secrets]\nEnabled=false\n', true, false],
    ['a comment', '[Wallet]\n#Enabled=false\n', true, false],
    ['no text at all', '\u0000\u0001[[[=\n]=\n', true, false],
  ] as const)('%s', (_what, text, enabled, promptOnOpen) => {
    expect(config(text)).toMatchObject({ enabled, promptOnOpen });
  });

  it('the person’s own file counts more than the administrator’s, and the first of those more than the others', () => {
    const [on, off] = ['[Wallet]\nEnabled=true\n', '[Wallet]\nEnabled=false\n'];
    expect(config(on, [off]).enabled).toBe(true);
    expect(config(null, [off, on]).enabled).toBe(false);
    expect(config(null, [on, off]).enabled).toBe(true);
  });

  it('what the administrator fixed stays', () => {
    expect(config('[Wallet]\nEnabled=true\n', ['[Wallet]\nEnabled[$i]=false\n']).enabled).toBe(false);
  });

  it('lists by wallet who is let in and who is not', () => {
    const { allows, denies } = config(
      '[Auto Allow]\nkdewallet=Other,School API Setup Wizard\n\n[Auto Deny]\nmine=School API Setup Wizard\n',
    );
    const app = 'School API Setup Wizard';
    expect([allows('kdewallet', app), allows('mine', app), denies('kdewallet', app)]).toEqual([
      true,
      false,
      false,
    ]);
    expect([denies('mine', app), denies('mine', 'School'), allows('kdewallet', 'Other')]).toEqual([
      true,
      false,
      true,
    ]);
  });
});
