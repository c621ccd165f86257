import { looksMade } from './no-value';

/*
 * One value in place of another in the same sentence: "the secret abc1 was revoked, your new one is def2", "changes from
 * abc1 to def2". Only the user can say which of the two is meant.
 */

const LEADS_TO =
  /^(?:(?:to|into|à)|([^.:;!?\n]{0,100}?)(?<![\p{L}\d])(?:becomes|is now|(?:replaced|superseded|followed) (?:by|with)|(?:changed|rotated|updated) to|new (?:one|value) (?:is|will be)|devient|est maintenant|remplacée?s? par|changée?s? (?:pour|en)|(?:le nouveau|la nouvelle|nouvelle valeur) (?:est|sera)))[ \u00a0]:?[ \u00a0]?[«“"'`(]?[ \u00a0]?(\S{4,200})/iu;
const OF_A_SECRET = /(?<!\p{L})(?:secrets?|passwords?|keys?|mot de passe|cl[ée]s?)(?!\p{L})/iu;
const OF_ANOTHER =
  /(?<!\p{L})(?:ids?|identifi\p{L}*|url|address|adresse|port|version|tickets?|billet)(?!\p{L})/iu;

/** The value that replaces the one before `behind`; null if none is named, or if it may belong to another field. */
export function replacementIn(behind: string, isSecret: boolean): string | null {
  const next = /^[«»“”"'`),]{0,2}[ \u00a0](.*)$/su.exec(behind.slice(0, 400))?.[1] ?? '';
  const [, between = '', word = ''] = LEADS_TO.exec(next) ?? [];
  const value = word.replace(/[.,;:!?)»”"'`]+$/, '');
  if ((isSecret ? OF_ANOTHER : OF_A_SECRET).test(between)) return null;
  return value.length >= 4 && /\d/.test(value) && looksMade(value) && !/:\/\//.test(value) ? value : null;
}
