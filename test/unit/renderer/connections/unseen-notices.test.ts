import type { StoreNotice } from '@contract/channels';
import { expect, it } from 'vitest';
import { unseenNotices } from '../../../../renderer/connections/unseen-notices';

const notice = (copiedTo: string): StoreNotice => ({ kind: 'damaged', file: 'reports', copiedTo });

it('tells what came after the first answer, and nothing twice', () => {
  const early = notice('/data/a.json');
  const late = notice('/data/b.json');
  expect(unseenNotices([early, late], new Set(['/data/a.json']))).toEqual([late]);
  expect(unseenNotices([early, late], new Set(['/data/a.json', '/data/b.json']))).toEqual([]);
});
