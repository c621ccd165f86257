import { ok } from '@contract/result';
import type { SharedConnections } from '../shared-store/shared-connections';
import type { Handlers, SendEvent } from './handlers';

type SharedChannels =
  | 'shared-marks'
  | 'shared-view'
  | 'shared-row'
  | 'set-up-store'
  | 'take-down-store'
  | 'test-store'
  | 'sign-in-to-store'
  | 'stop-asking-store'
  | 'sign-out-of-store'
  | 'refresh-shared'
  | 'open-shared'
  | 'publish-connections'
  | 'offer-shared'
  | 'bring-shared'
  | 'keep-in-step'
  | 'resolve-shared'
  | 'confirm-addresses'
  | 'keep-own-addresses'
  | 'stop-sharing'
  | 'delete-there'
  | 'shared-history'
  | 'restore-shared'
  | 'end-replacement';

interface Ports {
  /** Whether a store is set up, known without loading anything of sharing. */
  readonly isSetUp: () => boolean;
  /** Loads the code of sharing on the first call. */
  readonly load: () => Promise<SharedConnections>;
  readonly sendEvent: SendEvent;
}

export function sharedHandlers({ isSetUp, load, sendEvent }: Ports): Pick<Handlers, SharedChannels> {
  /** Attempt → what ends it. */
  const running = new Map<string, AbortController>();
  async function stoppable<Answer>(attempt: string, act: (signal: AbortSignal) => Promise<Answer>) {
    const stop = new AbortController();
    running.set(attempt, stop);
    try {
      return ok(await act(stop.signal));
    } finally {
      running.delete(attempt);
    }
  }
  return {
    'shared-marks': async () => {
      if (!isSetUp()) return ok(null);
      const { settings, rows } = (await load()).view();
      return ok(
        settings === null ? null : Object.fromEntries(rows.map(({ id, standing }) => [id, standing])),
      );
    },
    'shared-view': async () => ok((await load()).view()),
    'shared-row': async ({ id }) => {
      if (!isSetUp()) return ok(null);
      const { settings, rows } = (await load()).view();
      return ok((settings === null ? undefined : rows.find((row) => row.id === id)) ?? null);
    },
    'set-up-store': async (settings) => ok((await load()).setUp(settings)),
    'take-down-store': async () => ok((await load()).takeDown()),
    'test-store': ({ attempt, credentials }) =>
      stoppable(attempt, async (signal) =>
        (await load()).test(credentials, {
          onStep: (step) => sendEvent('check-step', { attempt, step }),
          onStepBegan: (id, subject) => sendEvent('check-step-began', { attempt, id, subject }),
          onBrowser: (url, waitSeconds) => sendEvent('browser-sign-in', { attempt, url, waitSeconds }),
          signal,
        }),
      ),
    'sign-in-to-store': ({ attempt, credentials }) =>
      stoppable(attempt, async (signal) =>
        (await load()).signIn(credentials, {
          onBrowser: (url, waitSeconds) => sendEvent('browser-sign-in', { attempt, url, waitSeconds }),
          signal,
        }),
      ),
    'stop-asking-store': ({ attempt }) => {
      running.get(attempt)?.abort();
      return ok(null);
    },
    'sign-out-of-store': async () => {
      (await load()).signOut();
      return ok(null);
    },
    'refresh-shared': async () =>
      ok(await (await load()).refresh((count) => sendEvent('shared-found', { count }))),
    'open-shared': async ({ id, folder }) => ok(await (await load()).details(id, folder)),
    'publish-connections': async ({ ids, folder }) => ok(await (await load()).publish(ids, folder)),
    'offer-shared': async ({ ref }) => ok(await (await load()).offer(ref)),
    'bring-shared': async ({ ref, version, origins }) =>
      ok(await (await load()).bring(ref, { version, origins })),
    'keep-in-step': async ({ ids }) => ok(await (await load()).keepInStep(ids)),
    'resolve-shared': async ({ id, version, answers }) =>
      ok(await (await load()).resolve(id, version, answers)),
    'confirm-addresses': async ({ id, version, origins }) =>
      ok(await (await load()).confirmAddresses(id, version, origins)),
    'keep-own-addresses': async ({ id, version }) => ok(await (await load()).keepOwnAddresses(id, version)),
    'stop-sharing': async ({ id }) => ok(await (await load()).stopSharing(id)),
    'delete-there': async ({ ref, version }) => ok(await (await load()).deleteThere(ref, version)),
    'shared-history': async ({ ref }) => ok(await (await load()).history(ref)),
    'restore-shared': async ({ ref, version, shown }) =>
      ok(await (await load()).restore(ref, version, shown)),
    'end-replacement': async ({ id, version }) => ok(await (await load()).endReplacement(id, version)),
  };
}
