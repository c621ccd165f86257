import type { ProxySignIns } from '../secrets/proxy-sign-ins';
import { answered, answeredAs } from './answered';
import type { Handlers } from './handlers';

/** Proxy sign-ins are write-only: no channel returns them. */
export function proxyHandlers(
  proxySignIns: Pick<ProxySignIns, 'save' | 'useOwn' | 'forget'>,
): Pick<Handlers, 'save-proxy-sign-in' | 'use-own-sign-in' | 'forget-proxy-sign-in'> {
  return {
    'save-proxy-sign-in': ({ proxy, ...account }) => answeredAs('state', proxySignIns.save(proxy, account)),
    'use-own-sign-in': ({ proxy }) => answered(proxySignIns.useOwn(proxy)),
    'forget-proxy-sign-in': ({ proxy }) => answered(proxySignIns.forget(proxy)),
  };
}
