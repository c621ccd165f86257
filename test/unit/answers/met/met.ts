import type { FindingCode, Job, Outcome } from '@contract/findings';
import type { Service } from '../../../servers/spoilt-service';
import type { Answer } from '../../../support/hostile-answers';
import type { Spoilable } from '../../../support/spoilt-check';

/*
 * Answers seen in the field, collected from public reports and documents, in our own words, and what a careful
 * technician concludes from each. The conclusions were written before the code was run against them.
 */

/** One answer, and what it means. */
export interface Met {
  readonly what: string;
  readonly answer: Answer;
  /** The expected result of the step that made the request. */
  readonly told: `${FindingCode} ${Outcome}`;
  readonly job: Job;
  /** The reason, in one line. */
  readonly why: string;
  /** Facts that the report must contain. */
  readonly facts?: Readonly<Record<string, unknown>>;
  /** The step that reports it, if not the one that made the request. */
  readonly step?: 'sign-in' | 'permission' | 'data';
  /** The sign-in's result, if the finding is elsewhere. */
  readonly signIn?: `${FindingCode} ${Outcome}`;
  readonly services?: readonly Service[];
}

/** Answers to one kind of request. */
export interface MetGroup {
  readonly name: string;
  readonly place: Spoilable;
  readonly services: readonly Service[];
  readonly rows: readonly Met[];
}

export type Headers = Readonly<Record<string, string | readonly string[]>>;

export const says =
  (status: number, headers: Headers = {}, body: string | Buffer = ''): Answer =>
  (response) =>
    void response
      .writeHead(
        status,
        Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, value as string])),
      )
      .end(body);
export const json = (status: number, value: unknown, headers: Headers = {}): Answer =>
  says(status, { 'content-type': 'application/json', ...headers }, JSON.stringify(value));
export const text = (status: number, body: string, headers: Headers = {}): Answer =>
  says(status, { 'content-type': 'text/plain', ...headers }, body);
export const xml = (status: number, body: string, headers: Headers = {}): Answer =>
  says(status, { 'content-type': 'application/xml', ...headers }, body);
/** A web page with this title and text. */
export const page = (
  status: number,
  title: string,
  headers: Headers = {},
  body = `<h1>${title}</h1>`,
): Answer =>
  says(
    status,
    { 'content-type': 'text/html; charset=utf-8', ...headers },
    `<!DOCTYPE html>\n<html><head><title>${title}</title></head><body>${body}</body></html>`,
  );
export const challenge = (...challenges: readonly string[]): Headers => ({ 'www-authenticate': challenges });

/** A OneRoster 1.2 status. */
export const failure = (minor: string, description = 'The request failed'): object => ({
  imsx_codeMajor: 'failure',
  imsx_severity: 'error',
  imsx_description: description,
  imsx_CodeMinor: {
    imsx_codeMinorField: [{ imsx_codeMinorFieldName: 'TargetEndSystem', imsx_codeMinorFieldValue: minor }],
  },
});

export const withTokenRequest: readonly Service[] = ['powerschool', 'aeries-oneroster', 'oneroster'];
export const signing: readonly Service[] = ['classlink-direct', 'oneroster oauth1'];
export const bearing: readonly Service[] = ['classlink-proxy'];
export const probed: readonly Service[] = ['powerschool', 'aeries-oneroster'];
