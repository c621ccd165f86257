/*
 * Globals that both Node and browsers have, as far as the contract and the systems use them. TypeScript declares
 * these only together with all of Node or all of the DOM, but this code must run in both.
 */

interface URLSearchParams {
  get(name: string): string | null;
  has(name: string): boolean;
}

interface URL {
  readonly href: string;
  readonly origin: string;
  readonly protocol: string;
  readonly username: string;
  readonly password: string;
  readonly host: string;
  readonly hostname: string;
  readonly port: string;
  readonly pathname: string;
  readonly search: string;
  readonly searchParams: URLSearchParams;
  readonly hash: string;
}

declare const URL: {
  new (url: string, base?: string): URL;
  canParse(url: string, base?: string): boolean;
};

interface TextDecoder {
  decode(bytes: Uint8Array): string;
}

declare const TextDecoder: new (label?: string, options?: { readonly fatal?: boolean }) => TextDecoder;

declare function atob(base64: string): string;

declare function structuredClone<Value>(value: Value): Value;
