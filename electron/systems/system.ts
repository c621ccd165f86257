import type { ByLanguage } from '@contract/by-language';
import type { Sibling } from '@contract/channels';
import type { SystemId, Values } from '@contract/connection';
import type { Doubt, FindingCode, Job, NextAction, OwnFindingText } from '@contract/findings';
import type { Language } from '@contract/languages';
import type { LinkId } from '@contract/links';
import type { Facts } from '@contract/report';
import type { Note } from './notes';

/* What a system definition consists of. Pure data and pure functions: no Electron, no Node, no React. */

/**
 * How a fact is known (docs/vendors/README.md#how-sure): the vendor documents it, other programs use it so, or it only
 * follows from what is known and may be wrong.
 */
export type HowSure = 'documented' | 'seen' | 'inferred';

/** One fact, and what is said because of it. */
export interface SourcedFact {
  /** Its line: a page of the documents, with the line's anchor. */
  readonly line: string;
  readonly sure: HowSure;
  /** Whose page or program it is from, as addresses; '' for programs of nobody in particular, and for what follows. */
  readonly from: string;
  /** What rests on it: field ids and parts of the texts, such as `limits` or `findings:token-rejected`. */
  readonly of: readonly string[];
}

export interface Field {
  readonly id: string;
  readonly kind: 'text' | 'address' | 'scopes' | 'choice';
  readonly secret: boolean;
  readonly optional: boolean;
  /** The wizard step with this field; `choose` is the one that asks for the system itself. */
  readonly askedAt: 'choose' | 'register' | 'enter';
  readonly choices?: readonly string[];
  /** Used if the user leaves an optional field empty. */
  readonly fallback?: string;
  /**
   * Only for the redirect URL, which it identifies. Accepts the addresses of this computer, for which plain http is
   * allowed (RFC 8252 §7.3). The whole sign-in can then run here.
   */
  readonly loopback?: (address: string) => boolean;
  /** Only the beginning of this address is used, so another address inside it would be cut off. */
  readonly beginningOnly?: true;
  /** False if other values make this field irrelevant: it is then not shown, and its value is not used. */
  readonly applies?: (values: Values) => boolean;
  /** Values offered with one click; any other can be typed. */
  readonly suggestions?: (values: Values) => readonly string[];
}

/** An address for the stages `address … secure-connection`; `subject` as in the report. */
export interface Address {
  readonly subject: string | null;
  readonly url: string;
}

/** An answer, reduced to what a system's rules may use; `json` is undefined if the body was not JSON. */
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

/**
 * One request of a check, a GET unless it has a form, and how its 2xx JSON answer is read. All other answers are read
 * by the decision table.
 */
export interface RequestPlan {
  readonly subject: string | null;
  readonly url: string;
  readonly read: (answer: HttpAnswer) => Reading;
  /** The part of the address the user entered; absent if they entered all of it. */
  readonly typed?: string;
  /** What a 404 means here, if not a failed `wrong-address`. */
  readonly notFound?: Reading;
  /** Reads a 4xx or 5xx JSON answer in this server's own form; null leaves it to the decision table. */
  readonly refused?: (answer: HttpAnswer) => Reading | null;
  /** The request is a POST of a form that repeats the access token under this name (RFC 7662 §2.1). */
  readonly tokenInForm?: string;
  /** What a 2xx JSON answer tells about the credentials, for the request's row in the report. */
  readonly told?: (answer: HttpAnswer) => Facts;
}

/**
 * How a token request sends client ID and secret. RFC 6749 §2.3.1 form-encodes both halves of HTTP Basic, many
 * servers expect them raw, and some read only the body.
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
      /** True if the redirect URL is this computer's, so that the whole sign-in can run here. */
      readonly completesHere: boolean;
    }
  | {
      readonly kind: 'client-credentials';
      readonly tokenUrl: string;
      readonly clientId: string;
      readonly secretField: string;
      readonly scopes: string | null;
      readonly clientAuthentication: ClientAuthentication;
      /** The part of the token URL the user entered; absent if they entered all of it. */
      readonly typed?: string;
      /** Whether cookies of the token answer are sent with later requests of this check. They are dropped after it. */
      readonly keepCookies: boolean;
      readonly notFound?: Reading;
      /** A phrase that only this product's token endpoint says → the remark it leads to (`SystemText.remarks`). */
      readonly sayings?: Readonly<Record<string, string>>;
      /** As `RequestPlan.refused`. */
      readonly refused?: (answer: HttpAnswer) => Reading | null;
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
  /** The public probe, before any secret is sent; null if the system has none (`skipped`). */
  readonly reach: RequestPlan | null;
  /**
   * For services whose public probe names the addresses of the rest: the plan with those, once the probe has passed.
   * Its origins must be among `System.secretOrigins`; `reach.read` fails any other.
   */
  readonly asNamed?: (probe: HttpAnswer) => CheckPlan;
  readonly signIn: SignInPlan;
  /** Requests with the token or signature. For `oauth1` and `bearer`, the first one also proves the sign-in. */
  readonly permission: readonly RequestPlan[];
  /** The permission request whose answer is the proof; null: the `data` step is skipped. */
  readonly proof: string | null;
  /** Endpoints that are not called because they contain personal data; the user can compare their permissions. */
  readonly notTested: readonly string[];
}

/** An alternative, tried only if the user chooses it after a sign-in that left this part in doubt. */
export interface Alternative {
  readonly id: string;
  readonly changes: Doubt;
  /** The plan with one thing changed; null if it would change nothing. */
  readonly change: (plan: CheckPlan, values: Values) => CheckPlan | null;
}

/** Instructions in addition to the main guide, such as how to replace a secret. */
interface Instructions {
  readonly title: string;
  readonly steps: readonly string[];
}

export interface FieldText {
  readonly label: string;
  /** For a secret: its name inside a sentence, with article: "the Client Secret". */
  readonly named?: string;
  /** What it is, in plain words; one or two sentences below the field. */
  readonly help: string;
  readonly example: string;
  /** Where the user finds it: short numbered steps in the help next to the field. */
  readonly where: readonly string[];
  /** For a choice: the name of each of `Field.choices`, and a line that explains it. */
  readonly choices?: Readonly<Record<string, { readonly name: string; readonly hint: string }>>;
}

/** Who receives the redirect: the school's own server or this computer. */
export type RedirectPlace = 'sis-server' | 'this-computer';

/** Texts for systems whose owner first registers an address and then sends the values by e-mail. */
interface RegistrationText {
  /** Below the question which instance it is. */
  readonly instances: string;
  readonly nameHint: string;
  /** What the production environment is for. */
  readonly production: string;
  /** Title and lead of the registration step. */
  readonly title: string;
  readonly lead: string;
  /** Title above the field of the redirect URL. */
  readonly copyUrl: string;
  /** By id of the step's optional fields: the checkbox that shows the field. */
  readonly optional: Readonly<Record<string, string>>;
  /** Title of the step for the values that were received. */
  readonly received: string;
  readonly practice: {
    readonly title: string;
    /** Below the redirect URL. */
    readonly registered: string;
    readonly reply: string;
    /** What to do after practising. */
    readonly next: string;
  };
  /** What is lost with a secret, `{{secret}}`, and what deleting does not change. */
  readonly deletion: { readonly secret: string; readonly outside: string };
}

/** Texts about a sign-in on the owner's page, in a browser. */
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
    /** What the probe with the secret sends, and what its answer means. */
    readonly token: string;
    readonly afterwards: string;
  };
}

export interface SystemText {
  readonly name: string;
  /** One line in the list of systems. */
  readonly summary: string;
  /** Who runs the server, as the answer to "Whose job" for `service-owner` findings. */
  readonly owner: string;
  /** The same within a sentence, or where to write; default: whoever runs the server. */
  readonly ownerInText?: string;
  readonly fields: Readonly<Record<string, FieldText>>;
  /** Texts of findings where this system has better ones than the general texts. */
  readonly findings: Partial<Record<FindingCode, OwnFindingText>>;
  /** The same for cases of a finding that only this system has, as `code:problem` (the fact `problem`). */
  readonly cases?: Readonly<Record<string, OwnFindingText>>;
  /** What a practice connection connects to, inside a sentence: "the practice PowerSchool". */
  readonly practiceName: string;
  /** Where to go in the system to register or to find the values, step by step. */
  readonly guide: readonly string[];
  /** Findings that a server's own saying leads to, by the fact `problem` (`sayings` of a sign-in). */
  readonly remarks?: Readonly<Record<string, OwnFindingText>>;
  /** When keys of this product end by themselves. */
  readonly expiry?: string;
  /** Above the guide, if not the usual title. */
  readonly guideTitle?: string;
  /** Texts of notes only this system has, by `Note.words`. */
  readonly notes?: Readonly<Record<string, string>>;
  /** Endpoint → the permission's name on the system's own page, for endpoints that are tested and that are not. */
  readonly permissions?: Readonly<Record<string, string>>;
  /** By the ids that `System.replacing` returns. */
  readonly instructions?: Readonly<Record<string, Instructions>>;
  /** What happens to the old secret in the system when a new one is made; shown before anything is done. */
  readonly rotation?: {
    readonly before: string;
    /** The button that begins it, if it is about more than the secret. */
    readonly begin?: string;
    /** Above several instructions, if another reason than the version decides between them. */
    readonly which?: string;
    /** For systems with `System.rotation.yearly`: why a reminder is offered. */
    readonly yearly?: string;
  };
  /** By `Alternative.id`: what it would do, and the label of its button. */
  readonly alternatives?: Readonly<Record<string, { readonly offer: string; readonly action: string }>>;
  /** The sheet for whoever needs the values next; `names` are the receiver's names for them, by field id. */
  readonly handOver?: {
    readonly title: string;
    readonly lead: string;
    readonly names: Readonly<Record<string, string>>;
    /** What to do and to remember after handing them over. */
    readonly afterwards: readonly string[];
  };
  /** The label of the button for `System.link`. */
  readonly openLink?: string;
  /** For systems that ask for a board number. */
  readonly boardNumber?: { readonly label: string; readonly help: string };
  /** For systems with a registration e-mail. */
  readonly registration?: RegistrationText;
  readonly browserSignIn?: BrowserSignInText;
  /** The page of the school's own server on which the values are entered, and what to do then. */
  readonly receiver?: {
    /** In the request to the network team: this server needs the same hosts. */
    readonly network: string;
    readonly title: string;
    readonly path: string;
    readonly lead: string;
    readonly next: string;
    readonly nextProved: string;
  };
  /** Lines of every message to send about a finding. */
  readonly letter?: {
    /** To whoever runs the server, who has to know whose connection it is. */
    readonly toOwner: string;
    /** Where the real calls come from, if not from this computer; with it, what the reader has to do. */
    readonly from: string;
    readonly todo: string;
  };
  /** If only the system's own server can prove a connection: what to say and do until it has. */
  readonly unproved?: {
    /** The title once everything is saved, and the sentence below it, with `{{name}}`. */
    readonly saved: string;
    readonly lead: string;
    /** The line in the list of connections. */
    readonly row: string;
    readonly todo: readonly string[];
  };
  /** What practice shows that a real setup does not; shown next to a practice result. */
  readonly onlyInPractice?: string;
  /** What a passed check does not prove; shown next to the result. */
  readonly limits?: readonly string[];
}

/** A ready-made registration request to be sent by e-mail. */
export interface RegistrationMail {
  readonly to: string;
  readonly subject: string;
  readonly body: string;
}

export interface System {
  readonly id: SystemId;
  /** The page of the documents with the source of all that is said of it. */
  readonly source: string;
  /** For a product by its name: single facts, by what rests on them. */
  readonly facts?: readonly SourcedFact[];
  /**
   * For systems whose owner identifies a board by a number; asked next to the name. Texts in
   * `SystemText.boardNumber`.
   */
  readonly boardNumber?: { readonly example: string; readonly notes: (value: string) => readonly Note[] };
  readonly fields: readonly Field[];
  readonly texts: ByLanguage<SystemText>;
  /**
   * Whose job a finding is in this system, and the first action, if its own text for what to do changes that.
   * `nothingToSend`: there is nobody to send the usual message to.
   */
  readonly ownJobs?: Readonly<
    Partial<
      Record<FindingCode, { readonly job?: Job; readonly next?: NextAction; readonly nothingToSend?: true }>
    >
  >;
  /** The same for `SystemText.cases`, where one changes its finding's job. */
  readonly caseJobs?: Readonly<Record<string, Job>>;
  /** Labels found before values in replies, in lower case, per field, in English and French (reply reader). */
  readonly replyLabels: Readonly<Record<string, readonly string[]>>;
  /** The field values in the URL of one of the system's own requests; null for any other URL (reply reader). */
  readonly ofRequest?: (address: string) => Values | null;
  /** Secret field id → the origins it may be sent to, from the entered addresses; empty while those are not valid. */
  readonly secretOrigins: (values: Values) => Readonly<Record<string, readonly string[]>>;
  /** Rules across fields: swapped addresses, a secret in the wrong field, other connections. */
  readonly notes: (
    values: Values,
    siblings: readonly Sibling[],
    environment: Sibling['environment'],
    practice?: boolean,
  ) => readonly Note[];
  /** What can be said about a typed secret without sending it. A note never contains or repairs the secret. */
  readonly secretNotes?: (field: string, secret: string, values: Values) => readonly Note[];
  /** Field id → the value that will actually be used, for fields whose input is processed. */
  readonly tidied?: (values: Values) => Readonly<Record<string, string>>;
  /** Fills in empty values that follow from the others; in practice, none that lead to real servers. */
  readonly given?: (values: Values, practice?: boolean) => Values;
  /** The same system in the terms of the product that the values name. */
  readonly inTermsOf?: (values: Values) => System;
  /** After how many months a key ends by itself; null if it does not, or nobody knows. */
  readonly keyLasts?: (values: Values) => number | null;
  /** Systems of one family are one choice at first. */
  readonly family?: 'sis' | 'classlink';
  /** Short forms, initials and old names that people search for. */
  readonly otherNames?: readonly string[];
  /** Called only with values that passed the `fields` stage. */
  readonly plan: (values: Values, practice: boolean) => CheckPlan;
  readonly alternatives?: readonly Alternative[];
  /**
   * Ids of the instructions for replacing this system's secrets, for the version its public probe reported (fact
   * `version`). For null, an unknown version, all that may apply.
   */
  readonly replacing?: (version: string | null) => readonly string[];
  /**
   * What is replaced together with the secrets. The texts are in `SystemText.rotation`. If absent, only the secrets
   * are replaced, and what happens to the old ones is not known.
   */
  readonly rotation?: {
    readonly alongside: readonly string[];
    /** Around which day of each year the owner hands out new ones, so that a reminder can be offered. */
    readonly yearly?: { readonly month: number; readonly day: number };
  };
  /** What the public probe told (its facts), for fields that were left empty: the receiver asks for them as well. */
  readonly learned?: (facts: Facts) => Values;
  /** Field ids in the order the receiver asks for them. A secret among them is copied only by a separate click. */
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
