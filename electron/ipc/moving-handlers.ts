import type { Failure } from '@contract/channels';
import type {
  ChosenFile,
  ExportAnswer,
  ImportAnswer,
  Movables,
  OpenedFile,
  SecretName,
} from '@contract/moving';
import { ok, type Result, refuse } from '@contract/result';
import type { Handlers } from './register';

export interface MovingHandlerPorts {
  readonly exports: {
    movables(): Promise<Movables>;
    toDatabase(
      ids: readonly string[],
      named: readonly SecretName[],
      password: string,
    ): Promise<Result<ExportAnswer, Failure>>;
    toSettings(ids: readonly string[]): Promise<Result<ExportAnswer, Failure>>;
  };
  readonly imports: {
    choose(): Promise<ChosenFile>;
    open(password: string): Promise<Result<OpenedFile, Failure>>;
    apply(attempt: string, items: readonly number[]): Promise<Result<ImportAnswer, Failure>>;
    takeBack(): Result<null, Failure>;
    forget(): void;
  };
}

type MovingChannels =
  | 'list-movable'
  | 'export-database'
  | 'export-settings'
  | 'choose-import'
  | 'open-import'
  | 'apply-import'
  | 'take-back-import'
  | 'forget-import';

/** @param load gets the ports when the first call comes */
export function movingHandlers(load: () => Promise<MovingHandlerPorts>): Pick<Handlers, MovingChannels> {
  let isBusy = false;
  /** A second click must not open a second dialog, nor write twice. */
  const oneAtATime = async <Value>(
    work: () => Promise<Result<Value, Failure>>,
  ): Promise<Result<Value, Failure>> => {
    if (isBusy) return refuse({ code: 'busy' });
    isBusy = true;
    try {
      return await work();
    } finally {
      isBusy = false;
    }
  };

  return {
    'list-movable': async () => ok(await (await load()).exports.movables()),
    'export-database': ({ connections, secrets, password }) =>
      oneAtATime(async () => (await load()).exports.toDatabase(connections, secrets, password)),
    'export-settings': ({ connections }) =>
      oneAtATime(async () => (await load()).exports.toSettings(connections)),
    'choose-import': () => oneAtATime(async () => ok(await (await load()).imports.choose())),
    'open-import': ({ password }) => oneAtATime(async () => (await load()).imports.open(password)),
    'apply-import': ({ attempt, items }) =>
      oneAtATime(async () => (await load()).imports.apply(attempt, items)),
    'take-back-import': async () => (await load()).imports.takeBack(),
    'forget-import': async () => {
      (await load()).imports.forget();
      return ok(null);
    },
  };
}
