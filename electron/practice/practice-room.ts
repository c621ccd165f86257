import type { PracticeServer } from './practice-server';

/** Where the port is remembered, so that a rehearsal saved yesterday still finds its server. */
export interface PracticePort {
  readonly get: () => number | null;
  readonly set: (port: number) => void;
}

/** The practice server of this run: started when a rehearsal first needs it, stopped with the program. */
export class PracticeRoom {
  #starting: Promise<PracticeServer> | null = null;

  constructor(private readonly port: PracticePort) {}

  /** The running server; null when it could not be started, so that the next call tries anew. */
  async server(): Promise<PracticeServer | null> {
    this.#starting ??= this.#start();
    try {
      return await this.#starting;
    } catch {
      this.#starting = null;
      return null;
    }
  }

  async stop(): Promise<void> {
    const started = await this.#starting?.catch(() => null);
    this.#starting = null;
    await started?.stop();
  }

  async #start(): Promise<PracticeServer> {
    const { startPracticeServer } = await import('./practice-server');
    const preferred = this.port.get();
    const server = await startPracticeServer(preferred === null ? {} : { port: preferred });
    if (server.port !== preferred) this.port.set(server.port);
    return server;
  }
}
