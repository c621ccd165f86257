import type { Failure } from '@contract/channels';
import { ok, type Result, refuse } from '@contract/result';
import type { Handlers } from './register';

export interface ProxyHandlerPorts {
  save(proxy: string, user: string, password: string): Promise<Result<'saved' | 'session-only', 'not-saved'>>;
  forget(proxy: string): Result<null, 'not-saved'>;
}

/** Sign-ins to proxies: they go in, and never come out by a channel. */
export function proxyHandlers(
  proxySignIns: ProxyHandlerPorts,
): Pick<Handlers, 'save-proxy-sign-in' | 'forget-proxy-sign-in'> {
  return {
    async 'save-proxy-sign-in'({ proxy, user, password }) {
      // Only an origin can be what a sign-in is bound to.
      if (!URL.canParse(proxy) || new URL(proxy).origin !== proxy)
        return refuse<Failure>({ code: 'bad-request' });
      const saved = await proxySignIns.save(proxy, user, password);
      return saved.ok ? ok({ state: saved.value }) : refuse<Failure>({ code: saved.failure });
    },
    'forget-proxy-sign-in'({ proxy }) {
      const forgotten = proxySignIns.forget(proxy);
      return forgotten.ok ? ok(null) : refuse<Failure>({ code: forgotten.failure });
    },
  };
}
