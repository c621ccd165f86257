/** `FIRST_PAINT=off npm test -- app` runs everything without the first paint (docs/first-paint.md). */
export const isFirstPaintOff = process.env.FIRST_PAINT === 'off';

/** For the command line of every launch. */
export const firstPaintSwitch: readonly string[] = isFirstPaintOff ? ['--first-paint=off'] : [];
