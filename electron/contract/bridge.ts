import type { AnswerOf, ChannelName, EventName, Events, RequestOf } from './channels';

/** The API the preload script exposes as `window.wizard`; the window can do nothing else. */
export interface Bridge {
  call<Name extends ChannelName>(channel: Name, request: RequestOf<Name>): Promise<AnswerOf<Name>>;
  /** Returns a function that removes the listener. */
  on<Name extends EventName>(event: Name, listener: (payload: Events[Name]) => void): () => void;
}
