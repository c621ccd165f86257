import type { LaunchedApp } from './launch-app';

/** Has the main process keep whatever it answers or tells the window, from now on. */
export async function listenIn({ app }: LaunchedApp): Promise<void> {
  await app.evaluate(({ ipcMain, webContents }) => {
    const said: { readonly channel: string; readonly text: string }[] = [];
    Object.assign(globalThis, { said });
    // Electron keeps the handlers here and offers no way to ask for them.
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
/** All of it so far. */
export const overheard = ({ app }: LaunchedApp): Promise<readonly Said[]> =>
  app.evaluate(() => Reflect.get(globalThis, 'said') as Said[]);
