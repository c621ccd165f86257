import { canonicalLabel } from '../labels';
import { environmentNamed, isEnvironmentWord } from './environment-words';

/* What is in the place of a value but is not one: placeholders, remarks, a signature. */

const words = (text: string): ReadonlySet<string> => new Set(text.split('|'));

const PLACEHOLDERS = words(
  'n a|na|n d|nd|tbd|tba|tbc|null|none|nil|undefined|nan|pending|redacted|hidden|masked|removed|changeme|change me|replaceme|replace me|example|exemple|sample|placeholder|string|todo|fixme|unknown|inconnu|inconnue|secret|client secret|clientsecret|password|the secret|unchanged|inchange|inchangee|same|idem|ditto|meme|attached|enclosed|withheld|confidential|confidentiel|confidentielle|private|prive|masque|masquee|cache|cachee|caviarde|caviardee|aucun|aucune|neant|vide|empty|blank|below|above|ci joint|ci dessous|ci dessus|a venir|a confirmer|a determiner|a suivre|a completer|a definir|en attente|sans objet|s o|non communique|non communiquee|non fourni|non fournie|non disponible|non defini|not provided|not available|not applicable|not set|not shared|to follow|to come|on request|sur demande|separately|separement|later|soon|bientot|true|false|yes|no|oui|non|required|requis|optional|facultatif|see below|leave blank|leave empty|leave it blank|leave it empty|laisser vide|laissez vide|laisser en blanc|default|defaut|par defaut|sent|envoye|expired|generated|secure|securise',
);

/** Words of a sentence or a remark, never part of a generated value. */
const PROSE = words(
  'the|to|be|in|on|see|will|is|are|was|of|for|an|this|that|it|by|with|we|you|your|please|follow|follows|attached|separate|separately|under|cover|below|above|not|same|sent|soon|provided|call|phone|ask|contact|from|until|voir|sera|seront|est|sont|le|la|les|un|une|dans|par|pour|avec|vous|votre|nous|ci|ce|cette|suit|joint|jointe|meme|separe|separement|prochain|courriel|fourni|envoye|transmis|telephone|jusqu|appelez|demandez|et|and|or|ou|sous|pli',
);

const ASKS_TO_FILL =
  /^(?:your|votre|vos|insert|inserer|inserez|enter|entrez|put|paste|collez|type|replace|remplacez|provide|add|saisir|saisissez) \D{2,}$/;
const MINE =
  /^(?:my|mon|ma|some|the|le|la|un|a|test|example|exemple|sample|dummy|fake) (?:client|consumer|app|api|secret|key|id|cle|identifiant|token|jeton)\b\D{0,30}$/;

const TEMPLATE =
  /^(?:\{\{.*\}\}|\$\{.*\}|\$\(.*\)|#\{.*\}|<%.*%>|%[A-Za-z]\w*%|\$(?:env:)?[A-Z][A-Z0-9_]*|__[A-Z_]+__|@@?[A-Z_]+@@?)$/;
const IN_BRACKETS =
  /^(?:\[[\p{L}\p{M}\s’'._/-]*\]|\([\p{L}\p{M}\s’'._/-]*\)|<[\p{L}\p{M}\s’'._/-]*>|\{[\p{L}\p{M}\s’'._/-]*\}|«[\p{L}\p{M}\s’'._/-]*»)$/u;
const NOTHING = /^(?:[-–—_.…*•·●█■?#\s]+|[x\s-]{3,}|[x*•]{2,}|\/+)$/i;

const MAIL = /^<?(?:mailto:)?[^\s@<>]{1,64}@[^\s@<>]{1,255}\.[a-z]{2,}>?$/i;
const TELEPHONE =
  /^(?:(?:tel|tél|phone|téléphone|cell|fax)[.:]?\s{0,2})?\+?(?:1[\s.-])?\(?\d{3}\)?[\s.-]{1,3}\d{3}[\s.-]\d{4}(?:\s{0,2},?\s{0,2}(?:x|ext|poste|p)\.?\s{0,2}\d{1,6})?$/iu;
const DATE =
  /^(?:\d{4}[-/.]\d{1,2}[-/.]\d{1,2}(?:[T ][\d:.]+(?:Z|[+-]\d\d:?\d\d)?)?|\d{1,2}[-/.]\d{1,2}[-/.](?:\d{2}|\d{4})|\d{1,2}:\d{2}(?::\d{2})?(?:\s?[ap]m)?)$/i;
const WEB = /^www\.[^\s@]+$/i;

export const isMailAddress = (text: string): boolean => text.length < 400 && MAIL.test(text);

const isPlainWord = (token: string): boolean => /^[("“«]?\p{L}[\p{L}\p{M}’'-]*[)"”».,;:!?]*$/u.test(token);

/** Jira marks code as `{{abc-12}}`. In a template, a name would be between the braces. */
const isMarkedAsCode = (text: string): boolean => {
  const inner = /^\{\{([^\s{}.$|]{4,})\}\}$/.exec(text)?.[1] ?? '';
  // With an underscore it is a name, unless it mixes cases and digits as no name does.
  const isName = /_/.test(inner) && !(/\d/.test(inner) && /\p{Lu}/u.test(inner) && /\p{Ll}/u.test(inner));
  return /\d/.test(inner) && !isName && looksMade(inner);
};

/** « maple-lib » : a name in French quotation marks, unlike « votre-identifiant ». */
const isQuotedName = (text: string): boolean =>
  /^«\s{0,2}[a-z\d]{2,}(?:[-_.][a-z\d]+)+\s{0,2}»$/.test(text) &&
  !/client|secret|identifi|votre|your|jeton|token|cle|key|valeur|value/.test(text);

/** A placeholder in either language or of a template, or a row of dots. */
export function isPlaceholder(text: string): boolean {
  if (text.length > 160) return /^[-–—_.…*•x\s]+$/i.test(text.slice(0, 400)) && NOTHING.test(text);
  if (NOTHING.test(text) || (TEMPLATE.test(text) && !isMarkedAsCode(text))) return true;
  // `x7K••••••9Lq`: a masked value is useless.
  if (/[*•●█■]{4,}/.test(text) && !/\s/.test(text)) return true;
  // `9d3e5f7a…`: the page showed only its beginning.
  if (/[\p{L}\d]…/u.test(text) && !/\s/.test(text)) return true;
  if (IN_BRACKETS.test(text)) return !isQuotedName(text);
  const canonical = canonicalLabel(text);
  // Only words are looked up, so a secret is not mistaken for a placeholder.
  return PLACEHOLDERS.has(canonical) || ASKS_TO_FILL.test(canonical) || MINE.test(canonical);
}

/** Several words that read as a sentence or a remark, not as a value. */
export function isSentence(text: string): boolean {
  const tokens = text.slice(0, 400).split(/\s+/);
  if (tokens.length < 2) return false;
  const plain = tokens.filter(isPlainWord);
  if (tokens.some((token) => PROSE.has(canonicalLabel(token)) && isPlainWord(token))) return true;
  return plain.length === tokens.length && plain.some((token) => token.length >= 3);
}

export const hasProse = (text: string): boolean =>
  text
    .slice(0, 400)
    .split(/[\s’']+/)
    .some((token) => PROSE.has(canonicalLabel(token)));

/** A phone number, a date or a time. */
export const isTelephoneOrDate = (text: string): boolean =>
  text.length < 60 && (TELEPHONE.test(text) || DATE.test(text));

/** What may be below an empty label without being its value: a signature, a closing, a name, a rule. */
export const isUnderAnEmptyLabel = (text: string): boolean =>
  /\s/.test(text) ||
  // "Karen:", "Answers:", "Thanks!!"
  /^\p{L}[\p{L}\p{M}’'#-]{1,30}(?:[:：]|[!.…]{1,3})$/u.test(text) ||
  (!isHyphenedName(text) &&
    /^\p{Lu}?[\p{L}\p{M}’'-]{1,24}[,.!]?$/u.test(text.replaceAll(/(?<=\p{Ll})-(?=\p{Lu}\p{Ll})/gu, ''))) ||
  isMailAddress(text) ||
  isTelephoneOrDate(text) ||
  WEB.test(text);

/** Words that may accompany the name of an environment. */
const AROUND_AN_ENVIRONMENT = words(
  'pre|bac|a|sable|environment|environnement|env|instance|server|serveur|site|system|systeme|the|le|la|l|de|d|du|des|for|pour|your|votre|our|notre|only|seulement|new|nouveau|nouvelle',
);

/** Only the name of an environment: "Test", "Pre-production". `maple-prod` is an identifier. */
export const isEnvironmentAlone = (text: string): boolean =>
  text.length < 40 &&
  /^[[(]?[\p{L}\p{M}\s’'-]+[)\]]?:?$/u.test(text) &&
  environmentNamed(text) !== null &&
  canonicalLabel(text)
    .split(' ')
    .every((one) => isEnvironmentWord(one) || AROUND_AN_ENVIRONMENT.has(one));

/** Parts of ordinary hyphenated words that contain an environment: "pre-test", "test-driven". */
const ORDINARY = words(
  'non|pre|post|cross|in|self|co|re|sub|mid|multi|end|go|user|driven|ready|like|grade|level|only|wide|based',
);

/** `maple-prod`: an identifier named after its environment. */
const isHyphenedName = (text: string): boolean => {
  if (text.length > 100 || !/^[a-z\d]+(?:[-_.][a-z\d]+)+$/.test(text)) return false;
  const parts = text.split(/[-_.]/);
  return (
    parts.some(isEnvironmentWord) &&
    parts.some((part) => !isEnvironmentWord(part) && !AROUND_AN_ENVIRONMENT.has(part)) &&
    !parts.some((part) => ORDINARY.has(part))
  );
};

/** The token looks generated, not written by a person. */
export const looksMade = (token: string): boolean =>
  token.length >= 4 &&
  !isTelephoneOrDate(token) &&
  !isMailAddress(token) &&
  (/\d/.test(token) || /\p{Ll}\p{Lu}/u.test(token) || /[+/=_~!$%^&*]/.test(token) || isHyphenedName(token));
