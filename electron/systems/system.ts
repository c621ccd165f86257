import type { ByLanguage } from '@contract/by-language';
import type { Sibling } from '@contract/channels';
import type { SystemId, Values } from '@contract/connection';
import type { Doubt, FindingCode, Job, OwnFindingText } from '@contract/findings';
import type { Language } from '@contract/languages';
import type { LinkId } from '@contract/links';
import type { Facts } from '@contract/report';
import type { Note } from './notes';

/* What a system's file has to say. Pure data and pure functions: no Electron, no Node, no React. */

export interface Field {
  readonly id: string;
  readonly kind: 'text' | 'address' | 'scopes' | 'choice';
  readonly secret: boolean;
  readonly optional: boolean;
  /** The wizard step that asks for it; `choose`: the one in which the system itself is chosen. */
  readonly askedAt: 'choose' | 'register' | 'enter';
  readonly choices?: readonly string[];
  /** Stands in when the person leaves an optional field empty. */
  readonly fallback?: string;
  /**
   * Only on the redirect URL, which this marks: the plain-http addresses that are right here all the same, those of this
   * computer (RFC 8252 §7.3). The sign-in then runs here from beginning to end.
   */
  readonly loopback?: (address: string) => boolean;
  /** Only the beginning of this address is used, so that another one that stands further back would be cut off. */
  readonly beginningOnly?: true;
  /** False while other values make this field pointless: it is then not asked for, and what it holds is not used. */
  readonly applies?: (values: Values) => boolean;
  /** Values worth offering at one click; what is typed stays free. */
  readonly suggestions?: (values: Values) => readonly string[];
}

/** One address whose stages `address … secure-connection` run; subject as in the report. */
export interface Address {
  readonly subject: string | null;
  readonly url: string;
}

/** What came back, reduced to what a judgement may use; `json` is undefined when the body was not JSON. */
export interface HttpAnswer {
  readonly status: number;
  readonly contentType: string;
  readonly json: unknown;
}

export interface Reading {
  readonly outcome: 'passed' | 'warning' | 'failed';
  readonly code: FindingCode;
  readonly facts: Facts;
}

/** One GET of a check, and how its 2xx JSON answer is read; every other answer is read by the decision table. */
export interface RequestPlan {
  readonly subject: string | null;
  readonly url: string;
  readonly read: (answer: HttpAnswer) => Reading;
  /** The part of the address that the person entered; absent where it was entered as a whole. */
  readonly typed?: string;
  /** What a 404 means here when it is not `wrong-address`, failed. */
  readonly notFound?: Reading;
  /** A 4xx JSON answer that this server words in a way of its own; null leaves it to the decision table. */
  readonly refused?: (answer: HttpAnswer) => Reading | null;
}

/**
 * How a token request carries Client ID and secret. RFC 6749 §2.3.1 form-encodes both halves of HTTP Basic first, many
 * servers take them raw, and some read the body alone.
 */
export type ClientAuthentication = 'basic-raw' | 'basic-form-encoded' | 'body';

export type SignInPlan =
  | {
      readonly kind: 'authorization-code';
      readonly authorizationUrl: string;
      readonly tokenUrl: string;
      readonly clientId: string;
      readonly secretField: string;
      readonly scopes: string;
      readonly redirectUrl: string;
      readonly clientAuthentication: ClientAuthentication;
      /** True when the redirect URL is this computer's, so that the whole sign-in can run here. */
      readonly completesHere: boolean;
    }
  | {
      readonly kind: 'client-credentials';
      readonly tokenUrl: string;
      readonly clientId: string;
      readonly secretField: string;
      readonly scopes: string | null;
      readonly clientAuthentication: ClientAuthentication;
      /** The part of the token address that the person entered; absent where it was entered as a whole. */
      readonly typed?: string;
      /** Cookies of the token answer go with the later calls of this check, and are dropped after it. */
      readonly keepCookies: boolean;
      readonly notFound?: Reading;
    }
  | {
      readonly kind: 'oauth1';
      readonly clientId: string;
      readonly secretField: string;
      readonly signatureMethod: 'HMAC-SHA256' | 'HMAC-SHA1';
    }
  | { readonly kind: 'bearer'; readonly secretField: string };
export type SignInKind = SignInPlan['kind'];

export interface CheckPlan {
  readonly addresses: readonly Address[];
  /** The public probe, before any secret leaves; null where the system has none (`skipped`). */
  readonly reach: RequestPlan | null;
  readonly signIn: SignInPlan;
  /** Requests with the token or signature; for `oauth1` and `bearer` the first one also proves the sign-in. */
  readonly permission: readonly RequestPlan[];
  /** Which permission request's answer is the proof; null: the `data` step is skipped. */
  readonly proof: string | null;
  /** Endpoints that are not called because they hold personal data, with the permission to compare by eye. */
  readonly notTested: readonly string[];
}

/** Another way to ask, tried only when the person chooses it after a sign-in that left this part of it in doubt. */
export interface Alternative {
  readonly id: string;
  readonly changes: Doubt;
  /** The same plan with the one thing changed; null where it would change nothing. */
  readonly change: (plan: CheckPlan, values: Values) => CheckPlan | null;
}

/** Instructions beside the main guide, such as how to replace a secret. */
interface Instructions {
  readonly title: string;
  readonly steps: readonly string[];
}

interface FieldText {
  readonly label: string;
  /** Of a secret: how it stands in the middle of a sentence, with its article: "the Client Secret". */
  readonly named?: string;
  /** What it is, in plain words, one or two sentences under the field. */
  readonly help: string;
  readonly example: string;
  /** Where the person finds it: short numbered steps for the help beside the field. */
  readonly where: readonly string[];
  /** For a choice: what each of `Field.choices` is called, and a line that says what it means. */
  readonly choices?: Readonly<Record<string, { readonly name: string; readonly hint: string }>>;
}

/** Who the redirect URL belongs to: the school's own server, or this computer. */
export type RedirectPlace = 'sis-server' | 'this-computer';

/** Words of the set-up where the owner registers an address first and then sends the values in an e-mail. */
interface RegistrationText {
  /** Under the question which instance it is. */
  readonly instances: string;
  readonly nameHint: string;
  /** What the production environment is for. */
  readonly production: string;
  /** Heading and lead of the step that asks for the registration. */
  readonly title: string;
  readonly lead: string;
  /** Heading over the field of the redirect URL. */
  readonly copyUrl: string;
  /** By the ids of the optional fields of that step: the tick that asks for them. */
  readonly optional: Readonly<Record<string, string>>;
  /** Heading of the step that asks for the values that came back. */
  readonly received: string;
  readonly practice: {
    readonly title: string;
    /** Under the redirect URL. */
    readonly registered: string;
    readonly reply: string;
    /** What to do after the rehearsal. */
    readonly next: string;
  };
  /** What is lost with a secret, `{{secret}}`, and what a deletion does not change. */
  readonly deletion: { readonly secret: string; readonly outside: string };
}

/** Words about a sign-in that happens on a page of the owner, in a browser. */
interface BrowserSignInText {
  readonly redirect: {
    readonly title: string;
    readonly lead: string;
  } & Readonly<Record<RedirectPlace, { readonly name: string; readonly hint: string }>>;
  /** What to do on that page, and on the practice server's. */
  readonly page: string;
  readonly practicePage: string;
  /** After a probe: why nothing is proved. */
  readonly probed: string;
  readonly probes: {
    readonly lead: string;
    /** What the probe with the secret sends, and what its answer is worth. */
    readonly token: string;
    readonly afterwards: string;
  };
}

export interface SystemText {
  readonly name: string;
  /** One line on the choice screen. */
  readonly summary: string;
  /** Who runs the server, as the answer to "Whose job": whose job a `service-owner` finding is. */
  readonly owner: string;
  readonly fields: Readonly<Record<string, FieldText>>;
  /** How this system words a finding better than the general text does. */
  readonly findings: Partial<Record<FindingCode, OwnFindingText>>;
  /** What a rehearsal connects to, as it stands in the middle of a sentence: "the practice PowerSchool". */
  readonly practiceName: string;
  /** Where to go in the system to register or to find the values, step by step. */
  readonly guide: readonly string[];
  /** Words of the notes only this system makes, by `Note.words`. */
  readonly notes?: Readonly<Record<string, string>>;
  /** Endpoint → the permission as the system's own page names it; for tested and not tested endpoints alike. */
  readonly permissions?: Readonly<Record<string, string>>;
  /** By the ids `System.replacing` answers with. */
  readonly instructions?: Readonly<Record<string, Instructions>>;
  /** What happens to the old secret in the system when a new one is made, said before anything is done. */
  readonly rotation?: { readonly before: string };
  /** By `Alternative.id`: what it would do, and the button that does it. */
  readonly alternatives?: Readonly<Record<string, { readonly offer: string; readonly action: string }>>;
  /** The sheet for whoever needs the values next; `names` are the names the receiver uses, by field id. */
  readonly handOver?: {
    readonly title: string;
    readonly lead: string;
    readonly names: Readonly<Record<string, string>>;
    /** What to do, and to keep in mind, once they have been handed over. */
    readonly afterwards: readonly string[];
  };
  /** The name of `System.link` on its button. */
  readonly openLink?: string;
  /** Of a system that asks for a board number. */
  readonly boardNumber?: { readonly label: string; readonly help: string };
  /** Of a system with a registration mail. */
  readonly registration?: RegistrationText;
  readonly browserSignIn?: BrowserSignInText;
  /** The page of the school's own server that the values are copied into, and what to do once they are there. */
  readonly receiver?: {
    /** In the request to the network team: that this server needs the same hosts. */
    readonly network: string;
    readonly title: string;
    readonly path: string;
    readonly lead: string;
    readonly next: string;
    readonly nextProved: string;
  };
  /** Where only the system's own server can prove a connection: what is said, and what to do, until it has. */
  readonly unproved?: {
    /** The heading once everything is saved, and the sentence under it, with `{{name}}`. */
    readonly saved: string;
    readonly lead: string;
    /** The line in the list of connections. */
    readonly row: string;
    readonly todo: readonly string[];
  };
  /** What a rehearsal shows that a real set-up does not; shown beside a practice result. */
  readonly onlyInPractice?: string;
  /** What a passed check does not prove; shown beside the result. */
  readonly limits?: readonly string[];
}

/** A registration request the person sends by e-mail, ready-made. */
export interface RegistrationMail {
  readonly to: string;
  readonly subject: string;
  readonly body: string;
}

export interface System {
  readonly id: SystemId;
  /** Of a system whose owner knows a board by a number, asked for beside the name; words in `SystemText.boardNumber`. */
  readonly boardNumber?: { readonly example: string; readonly notes: (value: string) => readonly Note[] };
  readonly fields: readonly Field[];
  readonly texts: ByLanguage<SystemText>;
  /**
   * Whose job a finding is in this system, where its own words for what to do make it another's than usual.
   * `nothingToSend`: the usual message has nobody to go to.
   */
  readonly ownJobs?: Readonly<
    Partial<Record<FindingCode, { readonly job: Job; readonly nothingToSend?: true }>>
  >;
  /** Labels seen before values in replies, lower-case, per field, English and French (reply reader). */
  readonly replyLabels: Readonly<Record<string, readonly string[]>>;
  /** What the address of one of the system's own requests says of the fields; null for any other (reply reader). */
  readonly ofRequest?: (address: string) => Values | null;
  /** Secret field id → the origins it may be sent to, from the addresses entered; empty while those are not valid. */
  readonly secretOrigins: (values: Values) => Readonly<Record<string, readonly string[]>>;
  /** Rules that need more than one field: swapped addresses, a secret in the wrong box, other connections. */
  readonly notes: (
    values: Values,
    siblings: readonly Sibling[],
    environment: Sibling['environment'],
  ) => readonly Note[];
  /** What can be said of a typed secret without sending it; a note never repeats or repairs it. */
  readonly secretNotes?: (field: string, secret: string, values: Values) => readonly Note[];
  /** Field id → the value that will really be used, for every field where something is made of what was typed. */
  readonly tidied?: (values: Values) => Readonly<Record<string, string>>;
  /** What stands in for values left empty, where it follows from the others. */
  readonly given?: (values: Values) => Values;
  /** Only called with values that passed the `fields` stage. */
  readonly plan: (values: Values, practice: boolean) => CheckPlan;
  readonly alternatives?: readonly Alternative[];
  /**
   * Ids of the instructions that replace this system's secrets, for the version its public probe told
   * (fact `version`); null, an unknown version, gets every one that may fit.
   */
  readonly replacing?: (version: string | null) => readonly string[];
  /**
   * What is replaced together with the secrets, and what becomes of the old ones there; the words are
   * `SystemText.rotation`. Without it only the secrets are replaced, and nothing is known.
   */
  readonly rotation?: {
    readonly alongside: readonly string[];
  };
  /** Field ids in the order their receiver asks for them; a secret among them is copied by its own click only. */
  readonly handOver?: readonly string[];
  /** The system's own page about these values. */
  readonly link?: LinkId;
  readonly registrationMail?: (
    registration: {
      readonly values: Values;
      readonly name: string;
      readonly environment: Sibling['environment'];
      readonly boardNumber: string;
    },
    language: Language,
  ) => RegistrationMail;
}
