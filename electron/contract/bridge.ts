import type { AnswerOf, ChannelName, EventName, Events, RequestOf } from './channels';

/** What the preload puts on `window.wizard`: the window's whole power. */
export interface Bridge {
  call<Name extends ChannelName>(channel: Name, request: RequestOf<Name>): Promise<AnswerOf<Name>>;
  /** Returns the function that stops listening. */
  on<Name extends EventName>(event: Name, listener: (payload: Events[Name]) => void): () => void;
}
