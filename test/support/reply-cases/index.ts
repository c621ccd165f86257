import { doubts } from './doubts';
import { mails } from './mails';
import type { ReplyCase } from './reply-case';
import { structured } from './structured';
import { tables } from './tables';

export type { ReplyCase } from './reply-case';

/** Replies of every kind the reader promises to understand, with what a careful technician would conclude. */
export const replyCases: readonly ReplyCase[] = [...structured, ...tables, ...mails, ...doubts];
