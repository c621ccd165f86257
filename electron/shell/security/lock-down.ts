import { parseAddress } from '@contract/address';
import type { App, Session, WebContents } from 'electron';
import { DEV_ORIGIN, PAGE_ORIGIN } from '../../identity';

/** True for an address of the window's own pages; compared as parsed, never by prefix. */
export function isOwnAddress(address: string): boolean {
  const url = parseAddress(address);
  // `origin` is "null" for custom schemes, so protocol and host are compared.
  return url !== null && `${url.protocol}//${url.host}` === PAGE_ORIGIN;
}

/** The page gets no network, no device, no permission. */
export function lockDownSession(session: Session): void {
  // The pages of a development build come over the network, and so do their changes.
  if (DEV_ORIGIN !== null) return;
  // WebRTC asks neither the content policy nor `onBeforeRequest`; through a proxy that is not there it gets nowhere.
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

/** Port 1 of this computer, which nothing listens on. */
const NOWHERE = '127.0.0.1:1';

const mayLoad = (address: string): boolean => isOwnAddress(address) || address.startsWith('devtools://');

/** No navigation, no second window, no webview, for every web contents that ever comes to be. */
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
