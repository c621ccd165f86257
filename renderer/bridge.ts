import type { Bridge } from '@contract/bridge';
import type { AnswerOf, ChannelName } from '@contract/channels';
import { refuse } from '@contract/result';

declare global {
  interface Window {
    /** Put there by the preload script; the window's whole power. */
    readonly wizard: Bridge;
  }
}

/** The window's calls to the main process. A call that breaks down is a refusal too, never an exception. */
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
