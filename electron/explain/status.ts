/** What may follow a status that is only called "error 404": otherwise it is the number of something else. */
const AFTER_STATUS =
  '(?=$|["\'`)\\]}.,;:<|/\\\\]|\\s*[-–—:]|\\s+(?:unauthori[sz]ed|forbidden|not|bad|internal|service|gateway|too|proxy|method|client|server|precondition|request|error|non|interdit|introuvable|erreur|demande|requ[êe]te|at|for|from|while|when|https?)\\b)';

/** Patterns of an HTTP status where a program names it as one, and not "the export returned 404 records". */
export const statusPatterns = (number: string): readonly string[] => [
  `(?:HTTP(?:[ /]?[0-9.]+)?(?: (?:error|erreur))?|(?:http|response|error|erreur)[ _-]?(?:status[ _-]?)?code|status(?:[ _-]?code)?|statut)(?: (?:is|was|of|est))?["')]?\\W{0,4}${number}(?! of )`,
  `(?:error|erreur|server|serveur|returned|response|r[ée]ponse|["']code["'])["']?\\W{0,4}\\(?${number}\\)?${AFTER_STATUS}`,
];
