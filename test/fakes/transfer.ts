import type { AnswerOf, RequestOf } from '@contract/channels';
import type { Connection, SecretState } from '@contract/connection';
import { ok } from '@contract/result';
import type { ChosenFile, ExportAnswer, ImportAnswer, OpenedFile } from '@contract/transfer';
import type { TransferChannels } from '../../electron/ipc/transfer-handlers';

/** Results of the fake system dialogs and files; each has a sensible default. */
export interface TransferScenario {
  readonly chosen?: ChosenFile;
  /** Each password attempt's result, in order; the last one repeats. */
  readonly opened?: readonly OpenedFile[];
  /** Opening never ends by itself. */
  readonly slow?: true;
  readonly exported?: ExportAnswer;
  readonly imported?: ImportAnswer;
  /** Connection id → field → the secret's state; default saved. */
  readonly states?: Readonly<Record<string, Readonly<Record<string, SecretState>>>>;
}

type TransferHandlers = {
  readonly [Name in TransferChannels]: (request: RequestOf<Name>) => AnswerOf<Name> | Promise<AnswerOf<Name>>;
};

export function transferFakes(
  scenario: () => TransferScenario,
  connections: () => readonly Connection[],
  stateOf: (connection: Connection) => Readonly<Record<string, SecretState>>,
): TransferHandlers {
  let attempts = 0;
  const written = (count: number, secrets: number, extension: string): ExportAnswer => ({
    kind: 'written',
    path: `/home/pat/Documents/connections 2026-11-25.${extension}`,
    connections: count,
    secrets,
    leftOut: [],
  });
  return {
    'list-exportable': () => {
      const all = connections();
      const real = all.filter(({ practice }) => !practice);
      return ok({
        connections: real.map((connection) => {
          const { id, system, name, environment } = connection;
          return {
            id,
            system,
            name,
            environment,
            secrets: { ...stateOf(connection), ...scenario().states?.[id] },
          };
        }),
        practice: all.length - real.length,
      });
    },
    'export-database': (request) =>
      ok(scenario().exported ?? written(request.connections.length, request.secrets.length, 'kdbx')),
    'export-settings': (request) => ok(scenario().exported ?? written(request.connections.length, 0, 'json')),
    'choose-import': () => ok(scenario().chosen ?? { kind: 'cancelled' }),
    'open-import': () => {
      const { opened = [], slow } = scenario();
      if (slow === true) return new Promise(() => undefined);
      const answer = opened[Math.min(attempts, opened.length - 1)];
      attempts += 1;
      return ok(answer ?? { kind: 'refused', problem: { reason: 'wrong-password', field: null } });
    },
    'apply-import': ({ items }) =>
      ok(
        scenario().imported ?? {
          kind: 'imported',
          added: items.length,
          changed: 0,
          secrets: items.length,
          sessionOnly: 0,
          canTakeBack: true,
        },
      ),
    'take-back-import': () => ok(null),
    'forget-import': () => ok(null),
  };
}
