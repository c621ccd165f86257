import { blind } from './blind';
import { doubts } from './doubts';
import { environments } from './environments';
import { hostileReplies } from './hostile';
import { layouts } from './layouts';
import { mails } from './mails';
import { notes } from './notes';
import type { ReplyCase } from './reply-case';
import { requests } from './requests';
import { structured } from './structured';
import { tables } from './tables';

export type { ReplyCase } from './reply-case';

/** Every kind of reply the parser promises to understand, with what a careful technician would conclude. */
export const replyCases: readonly ReplyCase[] = [
  ...structured,
  ...tables,
  ...mails,
  ...doubts,
  ...environments,
  ...requests,
  ...notes,
  ...blind,
  ...layouts,
  ...hostileReplies,
];
