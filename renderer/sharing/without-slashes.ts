/** A path of the store as it counts, however it was typed. */
export const withoutSlashes = (typed: string): string => typed.trim().replaceAll(/^\/+|\/+$/g, '');
