import { canonicalLabel } from '../labels';
import { isEnvironmentAlone } from './no-value';
import { type Cell, cellText, type Row } from './table-rows';

/* Column headings other than labels: values, environments, names, remarks. */

const REMARKS = new Set(
  'notes note remarks remark remarques remarque comments comment commentaires commentaire description descriptions example examples exemple exemples format purpose expires expiry expiry date expiration date date d expiration required type obligatoire help aide details'.split(
    ' ',
  ),
);

/** In Microsoft's list of client secrets, the column "Value" next to this one contains the secret. */
export const SECRET_IDS = new Set(['secret id', 'id de secret', 'id du secret', 'id de cle secrete']);

export const VALUES = new Set(['value', 'values', 'valeur', 'valeurs', 'setting', 'data', 'donnee', '']);

export const INSTANCES = new Set([
  'environment',
  'environnement',
  'env',
  'instance',
  'tier',
  'stage',
  'environment name',
]);

export const NAMES = new Set([
  'name',
  'nom',
  'school',
  'ecole',
  'district',
  'board',
  'conseil',
  'site',
  'label',
  'title',
]);

/** Names the environment column. Most cells are ruled out quickly first. */
export const isInstance = (cell: Cell): boolean =>
  cell.text.length < 40 && /^[^\p{L}\p{N}]*[eits]/iu.test(cell.text) && INSTANCES.has(cellLabel(cell));

export const cellLabel = (cell: Cell | undefined): string => canonicalLabel(cellText(cell).slice(0, 60));

const CORNERS = new Set(
  'setting settings field fields champ champs parametre parametres parameter parameters property propriete item element key cle label name nom'.split(
    ' ',
  ),
);

/** The cell above a column of labels. */
export const isCorner = (cell: Cell | undefined): boolean => {
  const word = cellLabel(cell);
  return VALUES.has(word) || INSTANCES.has(word) || NAMES.has(word) || CORNERS.has(word);
};

/** A row of column headings that are only names of environments. */
export function isHeadingRow(cells: Row): boolean {
  const [first, ...others] = cells;
  const named = others.map(cellText).filter((text) => text !== '');
  return (
    named.length > 0 &&
    named.every((text) => isEnvironmentAlone(text) || isRemark(canonicalLabel(text))) &&
    named.some(isEnvironmentAlone) &&
    (isCorner(first) || isEnvironmentAlone(cellText(first)))
  );
}

export const isRemark = (word: string): boolean =>
  word !== '' && word.split(' ').every((one) => REMARKS.has(one) || one === 'd');
