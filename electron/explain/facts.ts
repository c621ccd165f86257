import { parseAddress } from '@contract/address';
import type { Facts } from '@contract/report';
import { statusPatterns } from './status';

/*
 * What can be seen in a message whatever it says: the server it is about, and an HTTP status. Nothing else of the text
 * is passed on, since anything may stand in it.
 */

const URL_IN_TEXT = /https?:\/\/[^\s"'<>()[\]{},;]+/gi;
/** Where programs write a bare name: `ENOTFOUND sis.example`, `lookup sis.example`, `host='sis.example'`. */
const NAMED =
  /(?:ENOTFOUND|EAI_AGAIN|UnknownHostException:|lookup|host(?:name)?(?: name)?\s*[:=]?|resolve(?: host)?:?|resolved?:|connect(?:ing)? to|connection to|proxy|distant n['’]a pas pu [êe]tre r[ée]solu\s*:|(?:certificate|certificat) (?:for|pour|de)|serveur de|server)\s*['"«“]?\s*((?:[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?\.)+[a-z]{2,24})(?::(\d{2,5}))?(?![\w(@])/gi;
/** Ends of names that are a class, a file or a package, and no server. */
const NOT_A_SERVER =
  /\.(?:java|js|mjs|ts|py|go|cs|dll|exe|so|cpp|html?|xml|json|log|pem|crt|cer|jar|class|exception|error|httpclient|http|ssl|security|net|lang|io|util)$/i;
const STATUS = new RegExp(statusPatterns('([1-5]\\d\\d)(?!\\d)').join('|'), 'i');

/** `2026-11-30`. Days written with slashes are left out: `03/04/2026` may be in March or in April. */
const DAY = /(?<!\d)(20\d\d)-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])(?!\d)/;

/** The first day named in a message, as an instant; null if there is none. */
export function dateIn(text: string): string | null {
  const day = DAY.exec(text)?.[0];
  return day === undefined ? null : `${day}T00:00:00.000Z`;
}

export function factsIn(text: string): Facts {
  const server = serverIn(text);
  const status = STATUS.exec(text)?.slice(1).find(Boolean);
  return { ...server, ...(status !== undefined && { status: Number(status) }) };
}

function serverIn(text: string): Facts {
  for (const [address] of text.matchAll(URL_IN_TEXT)) {
    const url = parseAddress(address.replace(/[.:]+$/, ''));
    // Go and .NET print addresses of documentation, too: those are never the server.
    if (
      url !== null &&
      !/^(?:aka\.ms|go\.microsoft\.com|learn\.microsoft\.com|docs\.microsoft\.com|curl\.se|curl\.haxx\.se|urllib3\.readthedocs\.io|nodejs\.org)$/.test(
        url.hostname,
      )
    )
      return { host: url.hostname, port: Number(url.port) || (url.protocol === 'http:' ? 80 : 443) };
  }
  for (const [, name = '', port] of text.matchAll(NAMED)) {
    if (NOT_A_SERVER.test(name)) continue;
    return { host: name.toLowerCase(), ...(port !== undefined && { port: Number(port) }) };
  }
  return {};
}
