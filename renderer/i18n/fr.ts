import type { Words } from './en';
import { first } from './fr-first';
import { later } from './fr-later';

/** Canadian French; a missing or surplus key does not compile. */
export const fr: Words = { ...first, ...later };
