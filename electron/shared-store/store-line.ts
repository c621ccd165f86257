import type { Facts } from '@contract/report';
import { ok, type Result, refuse } from '@contract/result';
import type { Reading } from '@systems/system';
import { answerFacts } from '../answers/read-answer';
import { failed, ofFailure } from '../answers/readings';
import type { Answer, HttpsClient, Outgoing } from '../http/client';
import type { Waiting } from '../http/waiting';
import { type StorePlace, urlOf } from './place';

/** A token of the store, or null once it has ended. */
export type TokenPort = () => string | null;

/** Visible ASCII, as a header may contain it. */
const TOKEN = /^[\x21-\x7e]{1,8192}$/;
export const isToken = (text: unknown): text is string => typeof text === 'string' && TOKEN.test(text);

/** An echo of something shorter may be chance. */
const SHORTEST_ECHO = 8;

export interface Request {
  /** Below `/v1/`, not encoded. */
  readonly path: string;
  readonly query?: Readonly<Record<string, string>>;
  /** With it, the request is a POST. Called once the server has been verified, since it may contain a secret. */
  readonly body?: () => Promise<Result<object, Reading>>;
  /** Without it, the request is not signed in. */
  readonly token?: TokenPort;
  /** What the body holds that no answer may repeat; asked for once it was sent. */
  readonly secrets?: () => readonly string[];
  /** One of many reads: the connection is kept, and the request is sent again if a kept one had just been closed. */
  readonly isOneOfMany?: boolean;
  /** The answer is a token, or about it. Everywhere else, a token in an answer is not believed. */
  readonly isAboutToken?: boolean;
}

/** An answer of the store, and what was asked. */
export interface Told {
  readonly answer: Answer;
  readonly url: string;
}

/** Sends requests to one store, and its token nowhere else. */
export class StoreLine {
  constructor(
    readonly place: StorePlace,
    readonly client: HttpsClient,
  ) {}

  /** Fails if there was no answer, or one that nobody may read. Reading the answer is up to the caller. */
  async ask(request: Request, waiting: () => Waiting): Promise<Result<Told, Reading>> {
    const url = urlOf(this.place, request.path, request.query);
    const { isOneOfMany = false } = request;
    for (;;) {
      const line = await this.client.open(url, waiting(), isOneOfMany);
      if (!line.ok) return refuse(withoutName(ofFailure(line.failure)));
      const outgoing = await this.#outgoing(request);
      if (!outgoing.ok) {
        line.value.close();
        return outgoing;
      }
      const { isReused } = line.value;
      const sent = await line.value.send(outgoing.value);
      if (sent.ok) return this.#unlessEchoed(answerWithoutName(sent.value), nameless(url), request);
      // The server closed a connection that it had kept until now; it has not seen the request.
      if (isReused && isOneOfMany && sent.failure.code === 'connection-reset') continue;
      return refuse(withoutName(ofFailure(sent.failure)));
    }
  }

  async #outgoing({ body, token, isOneOfMany = false }: Request): Promise<Result<Outgoing, Reading>> {
    const { namespace, address } = this.place;
    const value = token?.();
    if (token !== undefined && !isToken(value))
      return refuse(failed('store-sign-in-ended', { host: new URL(address).hostname }));
    const headers = {
      accept: 'application/json',
      // Shows the store that the request was not made by a page in a browser.
      'x-vault-request': 'true',
      ...(namespace !== null && { 'x-vault-namespace': namespace }),
      ...(isToken(value) && { 'x-vault-token': value }),
    };
    if (body === undefined) return ok({ method: 'GET', headers, keepOpen: isOneOfMany });
    const content = await body();
    if (!content.ok) return content;
    return ok({
      method: 'POST',
      headers: { ...headers, 'content-type': 'application/json' },
      body: JSON.stringify(content.value),
    });
  }

  /** What was sent to sign in has no place in an answer, and must not get into a list, a record or a report through one. */
  #unlessEchoed(
    answer: Answer,
    url: string,
    { token, secrets, isAboutToken = false }: Request,
  ): Result<Told, Reading> {
    const { body, headers } = answer;
    const text = !isAboutToken && body.kind === 'json' ? JSON.stringify(body.value) : '';
    // A finding names the host that a redirect leads to, and hosts are written in lower case.
    const target = (headers.get('location') ?? '').toLowerCase();
    const isEcho = [token?.() ?? '', ...(secrets?.() ?? [])].some(
      (value) =>
        value.length >= SHORTEST_ECHO &&
        (text.includes(JSON.stringify(value).slice(1, -1)) || target.includes(value.toLowerCase())),
    );
    return isEcho ? refuse(failed('unexpected-answer', answerFacts(answer, url))) : ok({ answer, url });
  }
}

/** A user's name is the last part of a sign-in's path, and has no place in a report. */
const nameless = (text: string): string => text.replace(/(\/login)\/.*$/, '$1');

const withoutAsked = (facts: Facts): Facts =>
  typeof facts.asked === 'string' ? { ...facts, asked: nameless(facts.asked) } : facts;
const withoutName = (reading: Reading): Reading => ({ ...reading, facts: withoutAsked(reading.facts) });
const answerWithoutName = (answer: Answer): Answer => ({
  ...answer,
  exchange: withoutAsked(answer.exchange),
});
