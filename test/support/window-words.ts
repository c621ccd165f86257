import { first as firstInEnglish } from '../../assets/locales/en/first';
import { later as laterInEnglish } from '../../assets/locales/en/later';
import { first as firstInFrench } from '../../assets/locales/fr/first';
import { later as laterInFrench } from '../../assets/locales/fr/later';

/** All of the window's texts. */
export const en = { ...firstInEnglish, ...laterInEnglish };
export type Words = typeof en;
export const fr: Words = { ...firstInFrench, ...laterInFrench };
