import type { StoreNotice } from '@contract/channels';

/** The notices not shown yet, by where their file was copied to: each is said once a run, however late it comes. */
export const unseenNotices = (
  notices: readonly StoreNotice[],
  seen: ReadonlySet<string>,
): readonly StoreNotice[] => notices.filter(({ copiedTo }) => !seen.has(copiedTo));
