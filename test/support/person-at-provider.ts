import { request as httpRequest, type IncomingMessage } from 'node:http';
import { request as httpsRequest } from 'node:https';

interface Page {
  readonly url: URL;
  readonly status: number;
  readonly text: string;
}

/**
 * A person in a browser at the third-party provider: signs in with this name, agrees, and is sent back. Keeps cookies and
 * follows redirects, as a browser does.
 */
export async function signInAtProvider(address: string, name: string, root: string): Promise<Page> {
  const jar = new Map<string, string>();
  const visit = async (url: URL, form: Record<string, string> | null): Promise<Page> => {
    const response = await send(url, form, jar, root);
    for (const cookie of response.message.headers['set-cookie'] ?? []) {
      const [, key = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
      if (value === '') jar.delete(key);
      else jar.set(key, value);
    }
    const { location } = response.message.headers;
    if (location !== undefined) return visit(new URL(location, url), null);
    return { url, status: response.message.statusCode ?? 0, text: response.text };
  };
  const submit = (page: Page, filled: Record<string, string>): Promise<Page> => {
    const action = /<form[^>]+action="([^"]+)"/.exec(page.text)?.[1] ?? '';
    const hidden = [
      ...page.text.matchAll(/<input[^>]+type="hidden"[^>]+name="([^"]+)"[^>]+value="([^"]*)"/g),
    ];
    const fixed = Object.fromEntries(hidden.map(([, key = '', value = '']) => [key, value]));
    return visit(new URL(action, page.url), { ...fixed, ...filled });
  };
  const asked = await visit(new URL(address), null);
  const consent = await submit(asked, { login: name, password: 'any' });
  return submit(consent, {});
}

function send(
  url: URL,
  form: Record<string, string> | null,
  jar: ReadonlyMap<string, string>,
  root: string,
): Promise<{ readonly message: IncomingMessage; readonly text: string }> {
  return new Promise((resolve, reject) => {
    const options = {
      method: form === null ? 'GET' : 'POST',
      agent: false,
      headers: {
        // The way back to this computer is another site.
        ...(url.protocol === 'https:' && {
          cookie: [...jar].map(([key, value]) => `${key}=${value}`).join('; '),
        }),
        ...(form !== null && { 'content-type': 'application/x-www-form-urlencoded' }),
      },
    };
    const receive = (message: IncomingMessage) => {
      const chunks: Buffer[] = [];
      message.on('data', (chunk: Buffer) => chunks.push(chunk));
      message.on('end', () => resolve({ message, text: Buffer.concat(chunks).toString('utf8') }));
    };
    const sent =
      url.protocol === 'https:'
        ? httpsRequest(url, { ...options, ca: root }, receive)
        : httpRequest(url, options, receive);
    sent.on('error', reject);
    sent.end(form === null ? undefined : new URLSearchParams(form).toString());
  });
}
