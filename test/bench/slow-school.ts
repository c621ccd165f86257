import { randomUUID } from 'node:crypto';
import { startHttps } from '../servers/raw-servers';
import { makeAuthority } from '../support/certificates';
import type { Desktop } from '../support/desktop';

/* Servers that answer slowly, and connections to them. */

export const ANSWER_MS = 200;
/** The requests per connection: probe, token, district. */
export const REQUESTS = 3;

/** The command line checks at most four at one server, so that eight at once need two. */
const SERVERS = 2;

export interface School {
  readonly origins: readonly string[];
  /** PEM. */
  readonly root: string;
  /** The highest number of requests that waited at the same time. */
  readonly most: () => number;
  readonly stop: () => Promise<void>;
}

export async function startSchool(): Promise<School> {
  const authority = await makeAuthority();
  const leaf = await authority.leaf();
  const options = { key: leaf.key, cert: `${leaf.pem}\n${authority.intermediate.pem}` };
  let running = 0;
  let most = 0;
  const servers = await Promise.all(
    Array.from({ length: SERVERS }, () =>
      startHttps(options, ({ url }, response) => {
        running += 1;
        most = Math.max(most, running);
        setTimeout(() => {
          running -= 1;
          response
            .writeHead(200, { 'content-type': 'application/json' })
            .end(JSON.stringify(answers[url ?? '']));
        }, ANSWER_MS);
      }),
    ),
  );
  return {
    origins: servers.map(({ origin }) => origin),
    root: authority.root.pem,
    most: () => most,
    stop: async () => {
      await Promise.all(servers.map(({ stop }) => stop()));
    },
  };
}

/** The connections take turns with the servers. */
export const originOf = (origins: readonly string[], at: number): string =>
  origins[at % origins.length] ?? '';

/** Writes the file of one connection into the home folder. @returns its name, which is also the connection's */
export function schoolFile(desktop: Desktop, origins: readonly string[], at: number): string {
  const name = `school-${at}.json`;
  const values = { serverUrl: originOf(origins, at), clientId: randomUUID() };
  const text = JSON.stringify({ system: 'powerschool', name, environment: 'test', values });
  desktop.writeFile(`home/${name}`, text, 0o644);
  return name;
}

const answers: Readonly<Record<string, unknown>> = {
  '/ws/v1/metadata': { metadata: { powerschool_version: '23.5.0.0' } },
  '/oauth/access_token': { access_token: 'a-token', token_type: 'Bearer', expires_in: '3600' },
  '/ws/v1/district': { district: { name: 'Maple' } },
};
