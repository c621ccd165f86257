import type { Language } from '@contract/channels';
import { type BrowserWindow, dialog } from 'electron';

const words = {
  en: { title: 'Choose a certificate', certificates: 'Certificates', all: 'All files' },
  fr: { title: 'Choisir un certificat', certificates: 'Certificats', all: 'Tous les fichiers' },
} as const;

/** The operating system's own file dialog; the path chosen, or null. The page never names a file. */
export async function chooseCertificateFile(
  window: BrowserWindow | null,
  language: Language,
): Promise<string | null> {
  if (window === null) return null;
  const { title, certificates, all } = words[language];
  const { canceled, filePaths } = await dialog.showOpenDialog(window, {
    title,
    properties: ['openFile', 'dontAddToRecent'],
    filters: [
      { name: certificates, extensions: ['pem', 'crt', 'cer', 'der'] },
      { name: all, extensions: ['*'] },
    ],
  });
  return canceled ? null : (filePaths[0] ?? null);
}
