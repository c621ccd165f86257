import { canonicalLabel } from '../labels';
import { hasProse } from './no-value';

/* The words of a text that may be a label, and the words that can surround one. */

export interface Word {
  readonly text: string;
  readonly raw: string;
  /** The word it is part of, up to the next space or punctuation. */
  readonly whole: string;
  readonly start: number;
}

/** Words around a label that say which one is meant, not what it is for. */
export const AROUND = new Set(
  'environment environnement env instance instances board conseil for pour the your our new old current previous votre vos nos notre nouveau nouvel nouvelle ancien ancienne actuel le la les l de du d des en in is are est sont value valeur same all as follows following suivant suivante now maintenant bon bonne correct corrected right vrai vraie real updated revised corrige corrigee this that ce cette use utilisez please veuillez utiliser instead plutot revealed decrypted generated issued assigned displayed corresponding matching associated affiche revele dechiffre genere correspondant correspondante associe associee'.split(
    ' ',
  ),
);

export const DISTINGUISHING = new Set(
  'new old current previous nouveau nouvel nouvelle ancien ancienne actuel'.split(' '),
);

/** Words that may precede a label: names of our systems and their standards, and keywords of programs. */
const NAMES = new Set(
  'onsis sison powerschool ps aeries classlink class link oneroster one roster edsembli ed fi sis api oauth o auth 1 2 0 a rostering rest app export set setx const let var string static final readonly dim env'.split(
    ' ',
  ),
);

export const PRODUCTS = new Set('powerschool aeries classlink oneroster onsis sison sis'.split(' '));

/** Capitalized before "ID" or "Key", these words say what it is the ID or key of. They do not name a product. */
const THINGS = new Set(
  'ticket meeting webinar conference call case incident issue bug request reference ref order purchase invoice receipt transaction payment account user login session member person people employee staff teacher student learner parent contact school building course section customer vendor supplier partner tenant company organization organisation org directory subscription resource object record row item product part model serial license licence activation registration device machine asset computer message mail email thread document file folder page site form project task job build commit version host port ssh pgp gpg public private primary foreign partition sort encryption signing wifi network door room locker house car shift control alt tab answer certificate event process caller tax billet rencontre reunion cas demande commande facture recu compte utilisateur eleve ecole enseignant employe client fournisseur organisme dossier document fichier projet tache appareil licence produit publique privee primaire etrangere chiffrement reunions numero'.split(
    ' ',
  ),
);

/** The last word before a separator; '' after a closing bracket; null if nothing there can end a label. */
export function lastWord(head: string): string | null {
  let end = head.length;
  for (let marks = 0; end > 0 && !/[\p{L}\p{N}\p{M}]/u.test(head.charAt(end - 1)); marks += 1) {
    if (/[)\]]/.test(head.charAt(end - 1))) return '';
    if (marks > 90) return null;
    end -= 1;
  }
  if (end === 0) return null;
  return /[\p{L}\p{N}\p{M}]{1,40}$/u.exec(head.slice(Math.max(0, end - 40), end))?.[0] ?? null;
}

/** Splits a head into words; `clientIdProd` is three. */
export function wordsOf(head: string): readonly Word[] {
  const words: Word[] = [];
  for (const match of head.matchAll(/[\p{L}\p{N}\p{M}\u200b]+/gu)) {
    const raw = match[0].replaceAll('\u200b', '');
    const parts = /^[\w]+$/.test(raw) ? (raw.match(/[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+/g) ?? [raw]) : [raw];
    const whole = raw.toLowerCase();
    let from = 0;
    for (const part of parts) {
      const at = raw === match[0] ? Math.max(0, raw.indexOf(part, from)) : 0;
      from = at + part.length;
      for (const text of canonicalLabel(part).split(' ')) {
        if (text !== '') words.push({ text, raw: part, whole, start: match.index + at });
      }
    }
  }
  return words;
}

/** The `prod` of "maple-prod, client secret": the end of a value before the label. */
export function isOfAValue(word: Word | undefined, next: Word | undefined, head: string): boolean {
  if (word === undefined || next === undefined) return false;
  const gap = head.slice(word.start + word.raw.length, next.start);
  return /[,;|•]/.test(gap) || (/\s/.test(gap) && /[-.@/_\d]/.test(head.charAt(word.start - 1)));
}

/** `Maple Key`, `ALMA_KEY`: only capitalized words, none of which says what it is the key of. */
export function mayBeProduct(others: readonly Word[], labelStart: number, head: string): boolean {
  const [first] = others;
  return (
    first !== undefined &&
    others.length <= MOST_NAMES &&
    // At the beginning of a line.
    !/[\p{L}\p{N}]/u.test(head.slice(0, first.start)) &&
    /^\p{Lu}/u.test(head.charAt(labelStart)) &&
    others.every(({ text, raw }) => /^\p{Lu}/u.test(raw) && !THINGS.has(text) && !/\d/.test(text)) &&
    !hasProse(others.map(({ raw }) => raw).join(' '))
  );
}

const MOST_NAMES = 3;

/** `PowerSchool` is one name, although it is split into two words. */
export const isName = ({ text, whole }: Word): boolean =>
  NAMES.has(text) || AROUND.has(text) || NAMES.has(whole) || JOINING.has(text);

const JOINING = new Set('and et also aussi here voici'.split(' '));

export const tidy = (label: string): string =>
  label
    .replaceAll(/[*_"'`“”«»\u200b]+/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();
