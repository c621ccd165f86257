import type { IncomingHttpHeaders } from 'node:http';

/** An answer without its body. */
export interface Head {
  readonly status: number;
  /** The media type without parameters, lower case; `''` if there is none. */
  readonly contentType: string;
  /** The declared charset, lower case; null if there is none. */
  readonly charset: string | null;
  /** Names in lower case; repeated headers are joined with `, `. */
  readonly headers: ReadonlyMap<string, string>;
  /** `Set-Cookie` values, which cannot be joined. */
  readonly cookies: readonly string[];
  /** Our clock when the head arrived, to compare with the server's `Date`. */
  readonly receivedAt: number;
}

export function readHead(status: number, fields: IncomingHttpHeaders, receivedAt: number): Head {
  const headers = new Map<string, string>();
  for (const [name, value] of Object.entries(fields)) {
    if (value === undefined || name === 'set-cookie') continue;
    headers.set(name, Array.isArray(value) ? value.join(', ') : value);
  }
  const contentType = headers.get('content-type') ?? '';
  return {
    status,
    contentType: contentType.split(';', 1)[0]?.trim().toLowerCase().slice(0, 100) ?? '',
    charset: declaredCharset(contentType),
    headers,
    cookies: fields['set-cookie'] ?? [],
    receivedAt,
  };
}

/** The `charset` parameter of a media type, lower case; null if there is none. */
function declaredCharset(contentType: string): string | null {
  const value = /;\s*charset\s*=\s*"?([^\s";,]{1,40})/i.exec(contentType)?.[1]?.toLowerCase() ?? null;
  return value === 'utf8' ? 'utf-8' : value;
}

export const hasNoBody = ({ status }: Head): boolean => status === 204 || status === 205 || status === 304;
