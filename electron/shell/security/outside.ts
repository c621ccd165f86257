import { parseAddress } from '@contract/address';
import { type LinkId, links } from '@contract/links';
import type { RegistrationMail } from '@systems/system';
import { shell } from 'electron';

/*
 * The only way from the window to other programs on this computer. All addresses are created or checked here; the
 * page cannot specify any.
 */

export async function openLink(link: LinkId): Promise<boolean> {
  return open(links[link]);
}

/** Passes a message to the mail program (RFC 6068: CRLF line ends, everything percent-encoded). */
export async function openMail(mail: RegistrationMail): Promise<boolean> {
  return open(mailAddress(mail));
}

function mailAddress(mail: RegistrationMail): string {
  const body = mail.body.replaceAll(/\r?\n/g, '\r\n');
  return `mailto:${encodeURIComponent(mail.to)}?subject=${encodeURIComponent(mail.subject)}&body=${encodeURIComponent(body)}`;
}

/** Opens a sign-in page: https, or http on this computer (practice). */
export async function openSignIn(address: string): Promise<boolean> {
  const url = parseAddress(address);
  const allowed =
    url !== null && (url.protocol === 'https:' || (url.protocol === 'http:' && url.hostname === '127.0.0.1'));
  return allowed ? open(url.href) : false;
}

/** Shows one of the program's own folders. */
export const openFolder = async (folder: string): Promise<boolean> => (await shell.openPath(folder)) === '';

/** True means that a program was started, not that a window appeared (docs/electron-notes.md#opening-a-browser). */
async function open(address: string): Promise<boolean> {
  try {
    await shell.openExternal(address);
    return true;
  } catch {
    return false;
  }
}
