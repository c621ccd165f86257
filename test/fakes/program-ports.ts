import { noneInForce, noPolicies, type Policies } from '@contract/policies';
import type { ProgramPorts } from '../../electron/program';
import type { SecretCipher } from '../../electron/secrets/cipher';
import type { ClipboardPort } from '../../electron/secrets/secret-clipboard';
import { quickThread } from '../support/quick-thread';
import { FakeCipher } from './secret-cipher';

interface Choices {
  readonly folder: string;
  readonly now?: () => Date;
  readonly cipher?: SecretCipher;
  readonly clipboard?: FakeClipboard;
  readonly policies?: Partial<Policies>;
}

/**
 * Replaces Electron: a program with a keyring, a clipboard and a folder, but without a window, network, file dialogs or
 * other programs to open.
 */
export function programPorts({
  folder,
  now = () => new Date(),
  cipher = new FakeCipher(),
  clipboard = new FakeClipboard(),
  policies = {},
}: Choices): ProgramPorts {
  return {
    folder,
    now,
    policies: { ...noneInForce, policies: { ...noPolicies, ...policies } },
    about: { version: '0.0.0-test', electron: '0', platform: 'linux' },
    systemLanguage: () => 'en',
    region: null,
    cipher,
    keyring: {
      protection: () => cipher.protection(),
      unlock: () => cipher.protection(),
      stopUnlocking: () => undefined,
    },
    openNetwork: () => Promise.reject(new Error('Nobody is to be contacted here')),
    sendEvent: () => undefined,
    copyText: (text) => clipboard.writeText(text),
    secretClipboard: clipboard,
    dialogs: {
      saveAs: async () => ({ ok: true, value: null }),
      askWhereToSave: async () => null,
      askForExport: async () => null,
      askForCertificate: async () => null,
      askForReport: async () => null,
    },
    scheduleFacts: async () => ({
      platform: 'linux',
      launcher: null,
      home: folder,
      dataFolder: folder,
      configHome: null,
      userId: 1000,
      seed: 'computer user',
    }),
    openMail: async () => false,
    openLink: async () => false,
    openSignIn: null,
    protectScreen: () => undefined,
    isAssisted: () => false,
    onLanguageChosen: () => undefined,
    licences: async () => [
      { name: 'left-pad', version: '1.0.0', licence: 'MIT', text: 'Permission is granted …' },
    ],
    isDrawn: () => false,
    noteBug: () => 'details',
    log: () => undefined,
    loadDatabaseThread: async () => quickThread,
  };
}

export class FakeClipboard implements ClipboardPort {
  text = '';
  readText(): string {
    return this.text;
  }
  writeText(text: string): void {
    this.text = text;
  }
  clear(): void {
    this.text = '';
  }
}
