import { type ChannelName, channels, type Failure, type RequestOf } from '@contract/channels';
import { type Result, refuse } from '@contract/result';
import { type IpcMainInvokeEvent, ipcMain } from 'electron';
import type { Handlers } from '../ipc/handlers';

export interface Registrar {
  handle(channel: string, listener: (event: IpcMainInvokeEvent, request: unknown) => Promise<unknown>): void;
}

/**
 * Registers all channels of the contract with the same protection: a trusted sender, a request that matches its
 * schema, and an answer instead of an exception.
 * @param onBug logs the bug and returns the details for the user to copy
 */
export function registerIpc(
  handlers: Handlers,
  isTrustedSender: (event: IpcMainInvokeEvent) => boolean,
  onBug: (channel: ChannelName, bug: unknown) => string,
  registrar: Registrar = ipcMain,
): void {
  for (const channel of Object.keys(channels) as ChannelName[]) {
    registrar.handle(channel, async (event, request) => {
      if (!isTrustedSender(event)) return refuse<Failure>({ code: 'refused-sender' });
      try {
        return await answer(handlers, channel, request);
      } catch (bug) {
        return refuse<Failure>({ code: 'unexpected', details: onBug(channel, bug) });
      }
    });
  }
}

/** electron-store reveals its folder to any page that asks. Ours never does, so remove the listener. */
export function silenceForeignChannels(): void {
  ipcMain.removeAllListeners('electron-store-get-data');
}

async function answer<Name extends ChannelName>(
  handlers: Handlers,
  channel: Name,
  request: unknown,
): Promise<Result<unknown, Failure>> {
  const parsed = channels[channel].request.safeParse(request);
  if (!parsed.success) return refuse<Failure>({ code: 'bad-request' });
  return handlers[channel](parsed.data as RequestOf<Name>);
}
