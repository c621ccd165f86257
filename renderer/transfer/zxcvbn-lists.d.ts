/* Types for single lists of the language packages, which declare only the whole set. */

declare module '@zxcvbn-ts/language-en/dist/commonWords.json.mjs' {
  const words: string[];
  export default words;
}

declare module '@zxcvbn-ts/language-en/dist/firstnames.json.mjs' {
  const words: string[];
  export default words;
}

declare module '@zxcvbn-ts/language-en/dist/wordSequences.json.mjs' {
  const lists: Record<string, string[]>;
  export default lists;
}

declare module '@zxcvbn-ts/language-fr/dist/commonWords.json.mjs' {
  const words: string[];
  export default words;
}

declare module '@zxcvbn-ts/language-fr/dist/firstnames.json.mjs' {
  const words: string[];
  export default words;
}

declare module '@zxcvbn-ts/language-fr/dist/lastnames.json.mjs' {
  const words: string[];
  export default words;
}

declare module '@zxcvbn-ts/language-fr/dist/wordSequences.json.mjs' {
  const lists: Record<string, string[]>;
  export default lists;
}
