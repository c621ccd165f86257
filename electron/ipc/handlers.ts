import type { AnswerOf, ChannelName, EventName, Events, RequestOf } from '@contract/channels';

/** One handler per channel. A missing handler is a compile error. */
export type Handlers = {
  readonly [Name in ChannelName]: (request: RequestOf<Name>) => AnswerOf<Name> | Promise<AnswerOf<Name>>;
};

/** Sends the window an event. Does nothing once the window is gone. */
export type SendEvent = <Name extends EventName>(event: Name, payload: Events[Name]) => void;
