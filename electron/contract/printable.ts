/*
 * Control characters, bidirectional overrides, line separators and invisible characters. Names, facts and texts come from
 * files, pastes, servers and certificates; terminals, tickets and web pages would interpret these characters, and a name
 * could pass for another.
 */
const UNPRINTABLE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;

/** Replaces them with question marks, so that the text is one line. */
export const printable = (text: string): string => text.replaceAll(UNPRINTABLE, '?');

/** Whether it has none, so that what is read is what is there. */
export const isPrintable = (text: string): boolean => text.search(UNPRINTABLE) < 0;

/** Without them, for what the user types or pastes as a name of their own. */
export const withoutUnprintable = (text: string): string => text.replaceAll(UNPRINTABLE, '');

/** Letters written from right to left, and what turns the direction. */
const TURNS =
  /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Bidi_Control}]/u;

/** A part that is isolated already, or one of the characters that turn the direction. */
const TURNING = /\u2068[^\p{Bidi_Control}]*\u2069|\p{Bidi_Control}/gu;

/**
 * A text from outside as part of one of ours: it may be written from right to left, but cannot turn the order of the
 * words around it.
 */
export const isolated = (text: string): string =>
  TURNS.test(text)
    ? `\u2068${text.replaceAll(TURNING, (found) => (found.length > 1 ? found : '?'))}\u2069`
    : text;
