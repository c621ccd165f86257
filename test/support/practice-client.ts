import http from 'node:http';
import https from 'node:https';
import { isIP } from 'node:net';

/** The complete response. */
export interface Got {
  readonly status: number;
  readonly headers: http.IncomingHttpHeaders;
  readonly text: string;
  readonly json: unknown;
}

export interface Ask {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | URLSearchParams;
  /** PEM; without it only the runtime's roots are trusted. */
  readonly ca?: string;
}

/** One plain request by Node's own client, without following redirects. */
export function ask(address: string, { method = 'GET', headers = {}, body, ca }: Ask = {}): Promise<Got> {
  const url = new URL(address);
  const client = url.protocol === 'https:' ? https : http;
  const text = body === undefined ? undefined : String(body);
  return new Promise((resolve, reject) => {
    const request = client.request(
      url,
      {
        method,
        agent: false,
        // Otherwise Node verifies the certificate against an explicit `Host` header.
        servername: isIP(url.hostname) === 0 ? url.hostname : '',
        headers: {
          ...(body instanceof URLSearchParams && { 'content-type': 'application/x-www-form-urlencoded' }),
          ...headers,
        },
        ...(ca === undefined ? {} : { ca }),
      },
      (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('error', reject);
        response.on('end', () => {
          const whole = Buffer.concat(chunks).toString('utf8');
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            text: whole,
            json: /json/.test(response.headers['content-type'] ?? '') ? JSON.parse(whole) : undefined,
          });
        });
      },
    );
    request.on('error', reject);
    request.end(text);
  });
}
