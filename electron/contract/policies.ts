import type { Environment, SystemId, Values } from './connection';
import { systemIds } from './connection-kinds';
import { type Language, languages } from './languages';
import type { StoreSettings } from './shared-store';

/*
 * The settings of an organization for all its computers: the one table of them. The reader, the Windows templates, the
 * macOS profile, the JSON Schema, the sample and docs/policies.md follow from it (scripts/policies.mjs).
 */

/** What a policy holds, in `policies.json` and in a macOS profile. */
export type PolicyKind =
  /** `true` forbids something. */
  | { readonly kind: 'switch' }
  | { readonly kind: 'number'; readonly from: number; readonly to: number }
  | { readonly kind: 'choice'; readonly of: readonly string[] }
  | { readonly kind: 'choices'; readonly of: readonly string[] }
  | { readonly kind: 'text'; readonly most: number }
  /** `{ "url": "https://…" }` */
  | { readonly kind: 'address'; readonly most: number }
  /** Each as PEM or as the Base64 inside it. */
  | { readonly kind: 'certificates'; readonly most: number }
  | { readonly kind: 'presets'; readonly most: number }
  /** Where a store of shared connections is (contract/shared-store.ts). */
  | { readonly kind: 'store' };

export const policyTable = {
  presets: { kind: 'presets', most: 200 },
  allowedSystems: { kind: 'choices', of: systemIds },
  forbidExport: { kind: 'switch' },
  forbidReveal: { kind: 'switch' },
  longestClipboardSeconds: { kind: 'number', from: 5, to: 30 },
  certificateAuthorities: { kind: 'certificates', most: 20 },
  forbidProxySignIn: { kind: 'switch' },
  language: { kind: 'choice', of: languages },
  supportContact: { kind: 'text', most: 300 },
  forbidPractice: { kind: 'switch' },
  updateNotice: { kind: 'address', most: 2048 },
  sharedStore: { kind: 'store' },
  sharedStoreOfflineHours: { kind: 'number', from: 0, to: 8760 },
} as const satisfies Readonly<Record<string, PolicyKind>>;

export type PolicyName = keyof typeof policyTable;
export const policyNames = Object.keys(policyTable) as readonly PolicyName[];

/** A connection that the organization has prepared: only its secret remains to be entered. */
export interface Preset {
  readonly id: string;
  readonly system: SystemId;
  readonly name: string;
  readonly environment: Environment;
  readonly boardNumber: string;
  readonly values: Values;
  /** The user may change the values. */
  readonly editable: boolean;
}

export const PRESET_ID = /^[A-Za-z0-9][A-Za-z0-9._-]{0,39}$/;

export interface Policies {
  readonly presets: readonly Preset[];
  /** Systems that may be set up anew or imported, besides presets; null: all. */
  readonly allowedSystems: readonly SystemId[] | null;
  /** No secret leaves the program but to its own server: no file, no copy. */
  readonly forbidExport: boolean;
  /** No secret is shown. */
  readonly forbidReveal: boolean;
  /** null: the program's own limit. */
  readonly longestClipboardSeconds: number | null;
  /** PEM, trusted like the computer's own. */
  readonly certificateAuthorities: readonly string[];
  /** Neither saved nor used. */
  readonly forbidProxySignIn: boolean;
  /** null: the user chooses. */
  readonly language: Language | null;
  readonly supportContact: string | null;
  readonly forbidPractice: boolean;
  readonly updateNotice: { readonly url: string } | null;
  /** The store of shared connections, in place of one that the user chooses. */
  readonly sharedStore: StoreSettings | null;
  /** For how long shared secrets can be used without the store; 0: never on disk. null: the program's own limit. */
  readonly sharedStoreOfflineHours: number | null;
}

export const noPolicies: Policies = {
  presets: [],
  allowedSystems: null,
  forbidExport: false,
  forbidReveal: false,
  longestClipboardSeconds: null,
  certificateAuthorities: [],
  forbidProxySignIn: false,
  language: null,
  supportContact: null,
  forbidPractice: false,
  updateNotice: null,
  sharedStore: null,
  sharedStoreOfflineHours: null,
};

/** What a policy means whose value cannot be understood: each at its strictest, so that a mistake loosens nothing. */
export const strictest: Policies = {
  ...noPolicies,
  allowedSystems: [],
  forbidExport: true,
  forbidReveal: true,
  longestClipboardSeconds: policyTable.longestClipboardSeconds.from,
  forbidProxySignIn: true,
  forbidPractice: true,
  sharedStoreOfflineHours: 0,
};

/** Policies that allow less than the program does by itself. */
export const restrictions = policyNames.filter((name) => strictest[name] !== noPolicies[name]);

/** What is wrong with a place as a whole. All its restrictions then count as set. */
const placeProblems = [
  'not-readable',
  'not-a-file',
  /** It, or a folder above it, is a symbolic link. */
  'link',
  /** It, or a folder above it, belongs to somebody who is no administrator. */
  'not-owned',
  /** Others may write it, or a folder above it. */
  'writable',
  'too-large',
  'not-utf8',
  'not-json',
  'not-an-object',
  'duplicate-key',
] as const;
export type PlaceProblem = (typeof placeProblems)[number];

/** What is wrong with one policy. */
const policyFaults = [
  'unknown-policy',
  /** Nearly the name of another: `detail`. */
  'mistyped-policy',
  'wrong-type',
  'wrong-value',
  'unknown-system',
  'unknown-provider',
  'unknown-environment',
  'unknown-key',
  'missing-key',
  'secret-in-values',
  /** Control or direction characters. */
  'invisible-characters',
  /** The id of another preset. */
  'same-id',
  'too-many',
] as const;
export type PolicyFault = (typeof policyFaults)[number];

export interface PolicyProblem {
  /** The file, or the key of the registry. */
  readonly place: string;
  /** Where in it: `presets[1].values.tokenUrl`; null for the place as a whole. */
  readonly policy: string | null;
  readonly reason: PlaceProblem | PolicyFault;
  readonly detail: string | null;
}

/** The policies of this computer. */
export interface PoliciesInForce {
  readonly policies: Policies;
  /** Policy → the place that sets it. */
  readonly from: Readonly<Partial<Record<PolicyName, string>>>;
  readonly problems: readonly PolicyProblem[];
  /** Where policies are looked for, first the one that decides. */
  readonly places: readonly string[];
}

export const noneInForce: PoliciesInForce = { policies: noPolicies, from: {}, problems: [], places: [] };

/** What the window knows of them. */
export interface PoliciesView extends Omit<Policies, 'certificateAuthorities' | 'updateNotice'> {
  /** What the organization has set, in the table's order. */
  readonly set: readonly PolicyName[];
  readonly problems: readonly PolicyProblem[];
}

export function policiesView({ policies, from, problems }: PoliciesInForce): PoliciesView {
  const { certificateAuthorities: _roots, updateNotice: _notice, ...seen } = policies;
  return { ...seen, set: policyNames.filter((name) => from[name] !== undefined), problems };
}

/** The preset whose values a connection has to keep; null if it has none, or may be edited. */
export const fixedBy = (
  { presets }: Pick<Policies, 'presets'>,
  { preset }: { readonly preset?: string | undefined },
): Preset | null =>
  preset === undefined ? null : (presets.find(({ id, editable }) => id === preset && !editable) ?? null);
