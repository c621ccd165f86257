import { systemById } from '@systems/catalogue';
import { planOf } from '@systems/plan-of';
import { practiceValues } from '../../electron/practice/practice-systems';
import { parts, type Service } from '../servers/spoilt-service';

export interface PractisedRequest {
  readonly method: string;
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** A practice system without a server: a connection's values for it, and its answers. */
export function practiceWorld(service: Service, origin: string) {
  const system = service === 'oneroster oauth1' ? 'oneroster' : service;
  const part = parts[system]();
  const credentials = practiceValues(origin)[system];
  if (credentials === undefined) throw new Error(`${system} cannot be practised`);
  const values = {
    ...credentials.values,
    ...(service === 'oneroster oauth1' ? { signIn: 'oauth1' } : {}),
  };
  const own = `/${system}`;
  return {
    system,
    values,
    secret: Object.values(credentials.secrets)[0] ?? '',
    plan: planOf(systemById(system), { values, practice: true }),
    answer: ({ method, url, headers, body }: PractisedRequest) => {
      const { pathname, searchParams: query } = url;
      const path = pathname.startsWith(`${own}/`) ? pathname.slice(own.length) : pathname;
      const asked = { address: `${origin}${pathname}`, at: Date.now() };
      const request = { ...asked, method, path, query, headers, body, origin };
      return part.answer(request);
    },
  };
}
