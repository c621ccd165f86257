import type { AnswerOf, ChannelName, EventName, Events, RequestOf } from '@contract/channels';

/** One handler a channel: a channel without one does not compile. */
export type Handlers = {
  readonly [Name in ChannelName]: (request: RequestOf<Name>) => AnswerOf<Name> | Promise<AnswerOf<Name>>;
};

/** Tells the window something unasked; a window that is gone hears nothing. */
export type Tell = <Name extends EventName>(event: Name, payload: Events[Name]) => void;
