import http from 'node:http';
import https from 'node:https';
import type { AddressInfo, Server } from 'node:net';
import { type SystemId, systemIds } from '@contract/connection';
import type { Language } from '@contract/languages';
import { type AeriesSwitches, aeriesPart } from './aeries-oneroster';
import { type ClasslinkDirectSwitches, classlinkDirectPart } from './classlink-direct';
import { type ClasslinkProxySwitches, classlinkProxyPart } from './classlink-proxy';
import { type EdFiSwitches, edFiPart } from './ed-fi';
import { type ChosenFault, withFault } from './faults/faults';
import { type OnerosterSwitches, onerosterPart } from './oneroster';
import { type OnsisSwitches, onsisPart } from './onsis';
import { type PowerschoolSwitches, powerschoolPart } from './powerschool';
import { makePracticeCertificates } from './practice-certificates';
import { json, type PracticeAnswer, type PracticeCredentials, type PracticePart } from './practice-part';
import { practiceSystems, practiceValues } from './practice-systems';

/*
 * The practice server: all practice systems, each under its own path, on this computer only. HTTPS uses a throwaway
 * CA that only practice connections trust. The browser's pages are also served without TLS, so that users never
 * practise clicking through a certificate warning.
 */

export type ChosenFaults = Map<SystemId, ChosenFault>;

interface PracticeSwitches {
  readonly onsis: OnsisSwitches;
  readonly powerschool: PowerschoolSwitches;
  readonly 'aeries-oneroster': AeriesSwitches;
  readonly 'classlink-direct': ClasslinkDirectSwitches;
  readonly 'classlink-proxy': ClasslinkProxySwitches;
  readonly oneroster: OnerosterSwitches;
  readonly 'ed-fi': EdFiSwitches;
}

export interface PracticeServer {
  /** PEM of the CA that issued this server's certificate. */
  readonly ca: string;
  readonly port: number;
  /** `https://127.0.0.1:<port>`; the certificate is also valid for `localhost`. */
  readonly origin: string;
  /** `http://127.0.0.1:<port>`: only the browser's pages, no tokens and no data. */
  readonly browserOrigin: string;
  readonly switches: PracticeSwitches;
  /** The current fault per system, used in place of its own answer. Changed in place. */
  readonly faults: ChosenFaults;
  /** Values and secrets of each practice system on this server. */
  readonly systems: Partial<Record<SystemId, PracticeCredentials>>;
  /** The same for each OneRoster product that can be practised. */
  readonly products: Readonly<Record<string, PracticeCredentials>>;
  /** The e-mail with which a ministry or vendor replies; null if the system cannot be practised. */
  reply(system: string, language: Language, product?: string): string | null;
  /**
   * Renews a system's credentials as its own page would. The old ones are invalid until they are renewed once more.
   * False if the system cannot be practised.
   */
  renew(system: SystemId): boolean;
  stop(): Promise<void>;
}

export interface PracticeServerOptions {
  /**
   * Used if it is free, so that saved practice connections find the server again; otherwise the operating system
   * chooses.
   */
  readonly port?: number | null;
  readonly now?: () => Date;
  /** Faults chosen before the start. The owner may change the map at any time. */
  readonly faults?: ChosenFaults;
}

const HOST = '127.0.0.1';
const LONGEST_BODY = 64 * 1024;

/** Rejects only if not even a port chosen by the operating system is available. */
export async function startPracticeServer(options: PracticeServerOptions = {}): Promise<PracticeServer> {
  const now = options.now ?? (() => new Date());
  const { ca, certificate, key } = await makePracticeCertificates(now());
  let origin = '';
  const clock = () => now().getTime();
  const onsis = onsisPart(clock, () => origin);
  const powerschool = powerschoolPart(clock);
  const aeries = aeriesPart(clock);
  const classlinkDirect = classlinkDirectPart(clock);
  const classlinkProxy = classlinkProxyPart();
  const oneroster = onerosterPart(clock);
  const edFi = edFiPart(clock);
  const faults: ChosenFaults = options.faults ?? new Map();
  const parts: readonly PracticePart[] = [
    onsis,
    powerschool,
    aeries,
    classlinkDirect,
    classlinkProxy,
    oneroster,
    edFi,
  ].map((part) => withFault(part, () => faults.get(part.system)));

  const secure = https.createServer(
    { key, cert: `${certificate}\n${ca}\n`, minVersion: 'TLSv1.2' },
    (request, response) => serve(parts, request, response, origin, now),
  );
  const plain = http.createServer((request, response) =>
    serve(parts.map(onlyBrowserPaths), request, response, browserOrigin, now),
  );
  const port = await listen(secure, options.port ?? 0);
  origin = `https://${HOST}:${port}`;
  const browserOrigin = `http://${HOST}:${await listen(plain, 0)}`;
  const systems: Partial<Record<SystemId, PracticeCredentials>> = practiceValues(origin);
  const partOf = (id: SystemId) => parts.find(({ system }) => system === id);
  const productsOf = (id: SystemId) =>
    practiceSystems[id]?.products?.(origin, partOf(id)?.switches.renewed) ?? {};

  return {
    ca,
    port,
    origin,
    browserOrigin,
    switches: {
      onsis: onsis.switches,
      powerschool: powerschool.switches,
      'aeries-oneroster': aeries.switches,
      'classlink-direct': classlinkDirect.switches,
      'classlink-proxy': classlinkProxy.switches,
      oneroster: oneroster.switches,
      'ed-fi': edFi.switches,
    },
    faults,
    systems,
    get products() {
      return productsOf('oneroster');
    },
    reply: (system, language, product) => {
      const id = systemIds.find((known) => known === system);
      const ofProduct = id === undefined || product === undefined ? undefined : productsOf(id)[product];
      const credentials = ofProduct ?? (id === undefined ? undefined : systems[id]);
      if (id === undefined || credentials === undefined) return null;
      return practiceSystems[id]?.reply(language, credentials) ?? null;
    },
    renew: (id) => {
      const switches = partOf(id)?.switches;
      const practised = practiceSystems[id];
      if (practised === undefined || switches === undefined) return false;
      switches.renewed = !switches.renewed;
      systems[id] = practised.credentials(origin, switches.renewed);
      return true;
    },
    stop: async () => {
      await Promise.all([close(secure), close(plain)]);
    },
  };
}

const onlyBrowserPaths = (part: PracticePart): PracticePart => ({
  ...part,
  answer: (request) =>
    part.browserPaths?.includes(request.path) === true ? part.answer(request) : json(404, {}, 'invented'),
});

function serve(
  parts: readonly PracticePart[],
  request: http.IncomingMessage,
  response: http.ServerResponse,
  origin: string,
  now: () => Date,
): void {
  void read(request).then((body) => {
    if (response.destroyed) return;
    const at = now();
    const answer = answerTo(parts, request, body, origin, at.getTime());
    const { status, headers, body: sent, basis } = answer;
    response.writeHead(status, {
      date: at.toUTCString(),
      'cache-control': 'no-store',
      'x-emulator-basis': basis,
      ...(status === 204 ? {} : { 'content-length': Buffer.byteLength(sent) }),
      ...(headers as http.OutgoingHttpHeaders | undefined),
    });
    response.end(sent);
  });
}

function answerTo(
  parts: readonly PracticePart[],
  request: http.IncomingMessage,
  body: string | null,
  origin: string,
  at: number,
): PracticeAnswer {
  const { port } = new URL(origin);
  // Another host name that resolves to this computer means DNS rebinding by a web page.
  const { host = '' } = request.headers;
  if (host !== `${HOST}:${port}` && host !== `localhost:${port}`) return json(421, {}, 'invented');
  if (body === null) return json(413, {}, 'invented');
  const target = request.url ?? '/';
  const url = URL.canParse(target, origin) ? new URL(target, origin) : null;
  const [, system = '', ...rest] = url?.pathname.split('/') ?? [];
  const own = parts.find((candidate) => candidate.system === system);
  const path = url?.pathname ?? '';
  const rooted = parts.flatMap((part) =>
    (part.roots ?? []).filter((root) => `${path}/`.startsWith(`/${root}/`)).map((root) => ({ part, root })),
  );
  // The longest beginning says most.
  const part = own ?? rooted.toSorted((one, other) => other.root.length - one.root.length)[0]?.part;
  if (url === null || part === undefined) return json(404, {}, 'invented');
  return part.answer({
    method: request.method ?? 'GET',
    path: own === undefined ? url.pathname : `/${rest.join('/')}`,
    query: url.searchParams,
    headers: Object.fromEntries(
      Object.entries(request.headers).map(([name, value]) => [
        name,
        Array.isArray(value) ? value.join(', ') : value,
      ]),
    ),
    body,
    origin,
    address: `${origin}${url.pathname}`,
    at,
  });
}

/** The body as text; null if it is too long. */
async function read(request: http.IncomingMessage): Promise<string | null> {
  const chunks: Buffer[] = [];
  let length = 0;
  try {
    for await (const chunk of request as AsyncIterable<Buffer>) {
      length += chunk.length;
      if (length > LONGEST_BODY) return null;
      chunks.push(chunk);
    }
  } catch {
    return null;
  }
  return Buffer.concat(chunks).toString('utf8');
}

/** Listens on the preferred port, or on one the operating system chooses. */
async function listen(server: Server, preferred: number): Promise<number> {
  const tryPort = (port: number): Promise<number> =>
    new Promise((resolve, reject) => {
      server.once('error', reject);
      server.listen({ host: HOST, port, exclusive: true }, () => {
        server.off('error', reject);
        resolve((server.address() as AddressInfo).port);
      });
    });
  if (preferred === 0) return tryPort(0);
  return tryPort(preferred).catch(() => tryPort(0));
}

function close(server: http.Server | https.Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
