import * as z from 'zod/mini';
import { isPrintable } from './printable';

/** One line of text, to be shown as it is. */
const line = z.string().check(z.minLength(1), z.maxLength(300), z.refine(isPrintable));

/** What the project says about a newer version: text only, no address and nothing to run. */
export const noticeSchema = z.strictObject({
  /** The newer version, of three numbers. */
  version: z.string().check(z.regex(/^\d{1,4}\.\d{1,4}\.\d{1,4}$/)),
  /** When it was signed (ISO 8601): an older notice does not replace a newer one. */
  issued: z.iso.datetime(),
  /** Language → one sentence or two; the first one for a language that has none. */
  text: z.record(z.string(), line).check(z.refine((text) => Object.keys(text).length > 0)),
});

export type UpdateNotice = z.infer<typeof noticeSchema>;
