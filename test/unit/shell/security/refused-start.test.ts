import { describe, expect, it } from 'vitest';
import { refusedSwitch, refusedVariable } from '../../../../electron/shell/security/refused-start';

const having =
  (...present: string[]) =>
  (name: string) =>
    present.includes(name);

describe('refusedSwitch', () => {
  it('lets an ordinary command line through', () => {
    expect(refusedSwitch(having('user-data-dir', 'force-device-scale-factor', 'lang'), true)).toBeNull();
  });

  it.each([
    'remote-debugging-port',
    'remote-debugging-pipe',
    'inspect',
    'inspect-brk',
    'js-flags',
    'host-rules',
    'in-process-gpu',
    'disable-features',
    'allow-sandbox-debugging',
    'auth-negotiate-delegate-whitelist',
    'disable-ntlm-v2',
  ])('refuses --%s with and without a window', (name) => {
    expect(refusedSwitch(having(name), true)).toBe(name);
    expect(refusedSwitch(having(name), false)).toBe(name);
  });

  it.each(['disable-seccomp-filter-sandbox', 'disable-namespace-sandbox', 'no-sandbox-and-elevated'])(
    'refuses --%s where there is web content',
    (name) => {
      expect(refusedSwitch(having(name), true)).toBe(name);
    },
  );

  it('refuses --no-sandbox only where there is web content', () => {
    expect(refusedSwitch(having('no-sandbox'), true)).toBe('no-sandbox');
    expect(refusedSwitch(having('no-sandbox'), false)).toBeNull();
  });
});

describe('refusedVariable', () => {
  it.each(['NODE_DEBUG', 'NODE_DEBUG_NATIVE'])('refuses %s', (name) => {
    expect(refusedVariable({ PATH: '/bin', [name]: 'http' })).toBe(name);
  });

  it('lets an ordinary environment through', () => {
    expect(refusedVariable({ PATH: '/bin', NODE_DEBUG: '', NODE_EXTRA_CA_CERTS: '/etc/ca.pem' })).toBeNull();
  });
});
