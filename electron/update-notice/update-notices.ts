import type { UpdateNotice } from '@contract/update-notice';
import { HttpsClient } from '../http/client';
import { Network, type NetworkPorts } from '../http/network';
import { userAgentOf } from '../http/user-agent';
import { isNewer, readFeed } from './feed';

const DAY_MS = 24 * 60 * 60 * 1000;
const WAIT_MS = 10_000;
/** In bytes; a notice has some hundreds. */
const LARGEST_FEED = 16 * 1024;

/** What is kept between starts. */
export interface KeptNotice {
  /** When the feed was last asked, whatever came of it. */
  readonly askedAt: string;
  /** The newest notice that was believed. */
  readonly notice: UpdateNotice | null;
}

export interface UpdateNoticePorts {
  /** Where the organization keeps the feed. */
  readonly address: string;
  /** The key that notices are signed with; null: there is none yet. */
  readonly publicKey: string | null;
  readonly network: () => Promise<NetworkPorts>;
  /** The running version. */
  readonly version: string;
  readonly now: () => Date;
  readonly kept: () => KeptNotice | null;
  readonly keep: (kept: KeptNotice) => void;
  /** For the whole answer; tests wait for less. */
  readonly waitMs?: number;
}

/**
 * Says that there is a newer version, if the organisation named the address of a feed. The feed is asked at most once a
 * day, by the same client as any server: through the proxy, and only if its certificate verifies. Only a signed notice is
 * believed, and an older one never replaces a newer one. Nothing is downloaded but the feed, nothing is sent, and a feed
 * that is gone is no news.
 */
export class UpdateNotices {
  #asking: Promise<void> | null = null;

  constructor(private readonly ports: UpdateNoticePorts) {}

  /** The notice to show now, or null. Never throws. */
  async current(): Promise<UpdateNotice | null> {
    const { address, publicKey, kept, version } = this.ports;
    if (publicKey === null) return null;
    if (this.#isDue()) {
      this.#asking ??= this.#ask(address, publicKey).finally(() => {
        this.#asking = null;
      });
      await this.#asking;
    }
    const notice = kept()?.notice ?? null;
    return notice !== null && isNewer(notice.version, version) ? notice : null;
  }

  #isDue(): boolean {
    const last = Date.parse(this.ports.kept()?.askedAt ?? '');
    const since = this.ports.now().getTime() - last;
    // A clock that was wrong must not stop the questions for years.
    return !(since >= 0 && since < DAY_MS);
  }

  async #ask(feed: string, publicKey: string): Promise<void> {
    const { keep, kept, now } = this.ports;
    const before = kept()?.notice ?? null;
    const askedAt = now().toISOString();
    // Noted first: a feed that breaks something must not do so at every start.
    keep({ askedAt, notice: before });
    const notice = await this.#fetch(feed, publicKey).catch(() => null);
    if (notice === null || (before !== null && notice.issued <= before.issued)) return;
    keep({ askedAt, notice });
  }

  async #fetch(feed: string, publicKey: string): Promise<UpdateNotice | null> {
    const { network, version, now, waitMs = WAIT_MS } = this.ports;
    if (!URL.canParse(feed)) return null;
    const limit = new AbortController();
    const timer = setTimeout(() => limit.abort('timed-out'), waitMs);
    try {
      const client = new HttpsClient(new Network(await network(), []), userAgentOf(version), () =>
        now().getTime(),
      );
      const waiting = { waitMs, signal: limit.signal };
      const answer = await client.request(feed, { method: 'GET', headers: {} }, waiting);
      if (!answer.ok || answer.value.status !== 200 || answer.value.size > LARGEST_FEED) return null;
      const { body } = answer.value;
      return body.kind === 'json' ? readFeed(body.value, publicKey) : null;
    } finally {
      clearTimeout(timer);
    }
  }
}
