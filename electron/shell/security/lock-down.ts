import { parseAddress } from '@contract/address';
import type { App, Session, WebContents } from 'electron';
import { DEV_ORIGIN, PAGE_ORIGIN } from '../../identity';

/** True for addresses of the window's own pages. Compares parsed URLs, never prefixes. */
export function isOwnAddress(address: string): boolean {
  const url = parseAddress(address);
  // `origin` is "null" for custom schemes, so protocol and host are compared.
  return url !== null && `${url.protocol}//${url.host}` === PAGE_ORIGIN;
}

/** Denies the page network access, devices and permissions. */
export function lockDownSession(session: Session): void {
  // A development build loads its pages and their updates over the network.
  if (DEV_ORIGIN !== null) return;
  // WebRTC is not subject to the content security policy or `onBeforeRequest`. A proxy that does not exist stops it.
  void session.setProxy({
    proxyRules: `http=${NOWHERE};https=${NOWHERE};socks=${NOWHERE}`,
    proxyBypassRules: '<-loopback>',
  });
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.webRequest.onBeforeRequest((details, answer) => answer({ cancel: !mayLoad(details.url) }));
  session.on('will-download', (event) => event.preventDefault());
}

/** Port 1 of this computer, where nothing listens. */
const NOWHERE = '127.0.0.1:1';

const mayLoad = (address: string): boolean => isOwnAddress(address) || address.startsWith('devtools://');

/** Forbids navigation, new windows and webviews in all web contents ever created. */
export function lockDownContents(app: App): void {
  app.on('web-contents-created', (_event, contents: WebContents) => {
    contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
    contents.on('will-navigate', (event) => {
      if (!isOwnAddress(event.url)) event.preventDefault();
    });
    contents.on('will-frame-navigate', (event) => {
      if (!isOwnAddress(event.url)) event.preventDefault();
    });
    contents.on('will-redirect', (event) => event.preventDefault());
    contents.on('will-attach-webview', (event) => event.preventDefault());
    contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  });
}
