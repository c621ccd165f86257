import type { StoreNotice } from '@contract/channels';

/**
 * The notices not shown yet, identified by their file's copy: each appears once per session, however late it arrives.
 */
export const unseenNotices = (
  notices: readonly StoreNotice[],
  seen: ReadonlySet<string>,
): readonly StoreNotice[] => notices.filter(({ copiedTo }) => !seen.has(copiedTo));
