import { first } from './en-first';
import { later } from './en-later';

/** English, the language the keys are typed by. */
export const en = { ...first, ...later };
export type Words = typeof en;
