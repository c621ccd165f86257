import type { Papers } from './papers';
import { movedClock, type SchoolNetwork } from './school-network';

/** Path → the lines of its location block. */
export type Locations = Readonly<Record<string, string>>;

export interface Site {
  readonly host: string;
  readonly address: string;
  readonly papers: Papers;
  readonly lines: readonly string[];
  readonly locations: Locations;
  /** The clock for its `Date` header, shifted by faketime. */
  readonly clock: 'right' | 'hour-ahead';
}

/** Must not appear in any report. */
export const TOKEN = 'throwaway-token-of-the-fault-laboratory';
export const BLOCK_PAGE = 'This page was blocked for Sam Maple';

const oneLine = (json: unknown): string => JSON.stringify(json).replaceAll("'", '');

export const answer = (status: number, json: unknown): string =>
  `default_type application/json; return ${status} '${oneLine(json)}';`;

export const htmlAnswer = (status: number): string =>
  `default_type text/html; return ${status} '<!doctype html><title>${BLOCK_PAGE}</title>';`;

/** A working PowerSchool server's answers to a check's three requests (docs/vendors/powerschool.md). */
export const goodPowerschool: Locations = {
  '/ws/v1/metadata': answer(200, { metadata: { powerschool_version: '23.7.2.0' } }),
  '/oauth/access_token': answer(200, {
    access_token: TOKEN,
    token_type: 'Bearer',
    expires_in: '2592000',
  }),
  '/ws/v1/district': answer(200, { district: { uuid: 'd', name: 'Maple' } }),
};

const one = (list: string) => answer(200, { [list]: [{ sourcedId: '1' }] });

/** A working OneRoster service's answers below `base` (docs/vendors/oneroster.md). */
export const goodOneRoster = (base = ''): Locations => ({
  [`${base}/token`]: answer(200, { access_token: TOKEN, token_type: 'bearer', expires_in: 3600 }),
  ...Object.fromEntries(
    Object.entries({
      orgs: 'orgs',
      schools: 'orgs',
      academicSessions: 'academicSessions',
      gradingPeriods: 'academicSessions',
      courses: 'courses',
      classes: 'classes',
    }).map(([collection, list]) => [`${base}/ims/oneroster/v1p1/${collection}`, one(list)]),
  ),
});

const COMMON = `
daemon off;
user root;
worker_processes 1;
error_log stderr crit;
events { worker_connections 512; }
`;

function serverBlock({ address, host, papers, lines, locations }: Site): string {
  const all = Object.entries(locations).map(([path, content]) => `  location = ${path} { ${content} }`);
  return [
    'server {',
    `  listen ${address}:443 ssl;`,
    `  server_name ${host};`,
    `  ssl_certificate ${papers.chain};`,
    `  ssl_certificate_key ${papers.key};`,
    ...lines.map((line) => `  ${line}`),
    ...all,
    '}',
  ].join('\n');
}

/**
 * Starts nginx for all sites with one clock.
 * @param plain server blocks without TLS
 */
export async function startNginx(
  network: SchoolNetwork,
  sites: readonly Site[],
  clock: Site['clock'],
  plain: readonly string[] = [],
): Promise<void> {
  const mine = sites.filter((site) => site.clock === clock);
  const [first] = mine;
  if (first === undefined) return;
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
    (kind) => `  ${kind}_temp_path ${network.folder}/nginx-${clock}-${kind};`,
  );
  const config = network.writeFile(
    `nginx-${clock}.conf`,
    [
      COMMON,
      `pid ${network.folder}/nginx-${clock}.pid;`,
      'http {',
      '  access_log off;',
      '  server_tokens off;',
      '  server_names_hash_bucket_size 128;',
      ...temporary,
      ...mine.map(serverBlock),
      ...plain,
      '}',
      '',
    ].join('\n'),
  );
  const moved = clock === 'right' ? [] : movedClock('+1h');
  const nginx = ['nginx', '-c', config, '-p', network.folder, '-e', 'stderr'];
  const server = network.start('env', [...moved, ...nginx]);
  await network.listening(first.address, 443, server);
}
