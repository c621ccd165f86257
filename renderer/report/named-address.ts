import type { FindingCode } from '@contract/findings';
import type { Facts } from '@contract/report';

/** What the user may decide where a service names an address on another server (finding `address-elsewhere`). */
export interface NamedAddress {
  /** The field the chosen address goes into. */
  readonly field: string;
  readonly entered: string;
  readonly named: string;
  /** Null where the named address is not encrypted: no secret may go there. */
  readonly use: string | null;
  /** The same path on the server that was entered; null where that would be no address of this field. */
  readonly stay: string | null;
}

export function namedAddress(code: FindingCode, { field, from, to }: Facts): NamedAddress | null {
  if (code !== 'address-elsewhere') return null;
  if (typeof field !== 'string' || typeof from !== 'string' || typeof to !== 'string') return null;
  if (!URL.canParse(from) || !URL.canParse(to)) return null;
  const [entered, named] = [new URL(from), new URL(to)];
  return {
    field,
    entered: from,
    named: to,
    use: named.protocol === 'https:' ? to : null,
    stay: field === 'tokenUrl' ? entered.origin + named.pathname : null,
  };
}
