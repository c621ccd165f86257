import type { Bridge } from '@contract/bridge';
import type { AnswerOf, ChannelName } from '@contract/channels';
import { refuse } from '@contract/result';

declare global {
  interface Window {
    /** Exposed by the preload script; the page's only access to main. */
    readonly wizard: Bridge;
  }
}

/** The page's calls to main. A call that throws becomes a failure, never an exception. */
export const bridge: Bridge = {
  async call<Name extends ChannelName>(
    channel: Name,
    request: Parameters<typeof window.wizard.call<Name>>[1],
  ): Promise<AnswerOf<Name>> {
    try {
      return await window.wizard.call(channel, request);
    } catch {
      return refuse({ code: 'unexpected' as const });
    }
  },
  on: (event, listener) => window.wizard.on(event, listener),
};
