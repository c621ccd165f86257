/*
 * No Electron fuse disables these switches (electron/fuses#2), nor these variables, so the app checks how it was
 * started. This is only a second line of defence: whoever can start programs as this user can do more, but a link, a
 * shortcut or a forgotten variable cannot open up the app.
 */

/** Chromium and Node switches that would let another program read or control the window, or give away more than we do. */
const refusedAlways = [
  'remote-debugging-port',
  'remote-debugging-pipe',
  'remote-allow-origins',
  'inspect',
  'inspect-brk',
  'inspect-port',
  'inspect-publish-uid',
  'js-flags',
  'disable-web-security',
  'load-extension',
  'ignore-certificate-errors',
  'host-rules',
  'host-resolver-rules',
  'renderer-cmd-prefix',
  'utility-cmd-prefix',
  'gpu-launcher',
  'disable-site-isolation-trials',
  'single-process',
  'browser-subprocess-path',
  'enable-blink-features',
  'disable-blink-features',
  'log-net-log',
  'user-agent',
  'in-process-gpu',
  'disable-features',
  'enable-experimental-web-platform-features',
  'allow-sandbox-debugging',
  'enable-blink-test-features',
  'ssl-key-log-file',
  // They would give a proxy the user's whole Kerberos identity, a ticket for another service, or a weaker NTLM response.
  'auth-negotiate-delegate-whitelist',
  'auth-server-whitelist',
  'enable-auth-negotiate-port',
  'disable-ntlm-v2',
] as const;

/** These disable the sandbox. Without a window, there is no web content to isolate. */
const refusedWithWindow = [
  'no-sandbox',
  'no-sandbox-and-elevated',
  'allow-no-sandbox-job',
  'disable-sandbox',
  'disable-setuid-sandbox',
  'disable-namespace-sandbox',
  'disable-seccomp-filter-sandbox',
  'disable-gpu-sandbox',
  'no-zygote',
  'no-zygote-sandbox',
  'zygote-cmd-prefix',
] as const;

/**
 * The first switch on the command line with which this program refuses to run, or null.
 * @param hasSwitch Electron's `app.commandLine.hasSwitch`
 */
export function refusedSwitch(hasSwitch: (name: string) => boolean, hasWindow: boolean): string | null {
  const refused = hasWindow ? [...refusedAlways, ...refusedWithWindow] : refusedAlways;
  return refused.find((name) => hasSwitch(name)) ?? null;
}

/** With these, Node prints what it sends and receives, credentials included, on standard error. */
const refusedVariables = ['NODE_DEBUG', 'NODE_DEBUG_NATIVE'] as const;

/** The first environment variable with which this program refuses to run, or null. */
export function refusedVariable(environment: NodeJS.ProcessEnv): string | null {
  return refusedVariables.find((name) => (environment[name] ?? '') !== '') ?? null;
}
