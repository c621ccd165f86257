import type { LaunchedApp } from './launch-app';

/** Makes the main process record everything it answers or sends to the window from now on. */
export async function listenIn({ app }: LaunchedApp): Promise<void> {
  await app.evaluate(({ ipcMain, webContents }) => {
    const said: { readonly channel: string; readonly text: string }[] = [];
    Object.assign(globalThis, { said });
    // Electron stores the handlers here and has no public way to get them.
    const handlers = Reflect.get(ipcMain, '_invokeHandlers') as Map<string, (...args: unknown[]) => unknown>;
    for (const [channel, handler] of [...handlers]) {
      handlers.set(channel, async (...args) => {
        const answer = await handler(...args);
        said.push({ channel, text: JSON.stringify(answer) });
        return answer;
      });
    }
    for (const contents of webContents.getAllWebContents()) {
      const send = contents.send.bind(contents);
      contents.send = (channel, ...args) => {
        said.push({ channel, text: JSON.stringify(args) });
        send(channel, ...args);
      };
    }
  });
}

export interface Said {
  readonly channel: string;
  readonly text: string;
}
/** Everything recorded so far. */
export const overheard = ({ app }: LaunchedApp): Promise<readonly Said[]> =>
  app.evaluate(() => Reflect.get(globalThis, 'said') as Said[]);
