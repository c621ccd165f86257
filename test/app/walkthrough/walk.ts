import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SystemId } from '@contract/connection';
import type { Report } from '@contract/report';
import type { Page } from '@playwright/test';
import { installBrowser, type PersonsBrowser } from '../../support/browser';
import { type Desktop, startDesktop } from '../../support/desktop';
import { type LaunchedApp, launchApp } from '../../support/launch-app';
import type { StagedApp } from '../../support/staged-app';

/* A walk-through: a user's whole path through the real app, step by step. */

/** One system's walk-through. Add a new one as its own file, listed in `all.ts`. */
export interface WalkThrough {
  /** The id of the product, for one that a system knows by name. */
  readonly product?: string;
  readonly system: SystemId;
  readonly title: string;
  /** Runs it and returns the final check's report. */
  run(walk: Walk): Promise<Report>;
}

interface WalkedStep {
  readonly number: number;
  readonly title: string;
  readonly outcome: 'passed' | 'failed';
  readonly durationMs: number;
  readonly screenshot: string | null;
}

/** What a walk-through can use. */
export interface Walk {
  readonly desktop: Desktop;
  readonly browser: PersonsBrowser;
  readonly app: LaunchedApp;
  readonly page: Page;
  /** Starts the app, or restarts it after it was quit. */
  launch(): Promise<void>;
  quit(): Promise<void>;
  /** One step: passes if its body does, and takes a screenshot. Prints the body's result. */
  step(title: string, body: () => Promise<unknown>): Promise<void>;
  /** One user action, counted between `startCounting` and `stopCounting`. */
  act(what: string, body: () => Promise<unknown>): Promise<void>;
  startCounting(): void;
  /** @returns the number of actions */
  stopCounting(): number;
}

export interface WalkOptions {
  /** Where screenshots and reports go; emptied first. */
  readonly folder: string;
  /** Receives a line for each finished step. */
  readonly say: (line: string) => void;
  /** What to start instead of the built app. */
  readonly program?: StagedApp;
}

/**
 * Runs one walk-through on its own desktop, as an ordinary user with an unlocked keyring. Throws at the first failing
 * step. Screenshots and `walkthrough.json` are written in any case, `report.json` if it got that far.
 */
export async function walk(way: WalkThrough, options: WalkOptions): Promise<void> {
  const { folder, say } = options;
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  say(way.title);
  const started = performance.now();
  const desktop = await startDesktop({ keyring: 'unlocked' });
  const walker = new Walker(desktop, await installBrowser(desktop), options);
  let outcome: 'passed' | 'failed' = 'failed';
  try {
    const report = await way.run(walker);
    writeJson(join(folder, 'report.json'), report);
    outcome = 'passed';
  } finally {
    await walker.end();
    await desktop.stop();
    const durationMs = Math.round(performance.now() - started);
    const { steps, actions } = walker;
    writeJson(join(folder, 'walkthrough.json'), { system: way.system, outcome, durationMs, actions, steps });
  }
}

class Walker implements Walk {
  readonly steps: WalkedStep[] = [];
  readonly actions: string[] = [];
  private counting = false;
  private launched: LaunchedApp | null = null;

  constructor(
    readonly desktop: Desktop,
    readonly browser: PersonsBrowser,
    private readonly options: WalkOptions,
  ) {}

  get app(): LaunchedApp {
    if (this.launched === null) throw new Error('The app is not running');
    return this.launched;
  }

  get page(): Page {
    return this.app.page;
  }

  async launch(): Promise<void> {
    const { program } = this.options;
    this.launched = await launchApp(this.desktop, program === undefined ? {} : { program });
  }

  async quit(): Promise<void> {
    await this.launched?.close();
    this.launched = null;
  }

  async step(title: string, body: () => Promise<unknown>): Promise<void> {
    const number = this.steps.length + 1;
    const label = `${String(number).padStart(2, '0')} ${title}`;
    const started = performance.now();
    const record = async (outcome: WalkedStep['outcome']): Promise<number> => {
      const durationMs = Math.round(performance.now() - started);
      const screenshot = await this.photograph(number, title);
      this.steps.push({ number, title, outcome, durationMs, screenshot });
      return durationMs;
    };
    let remark: unknown;
    try {
      remark = await body();
    } catch (problem) {
      await record('failed');
      this.options.say(`✗ ${label}`);
      throw problem;
    }
    const seconds = ((await record('passed')) / 1000).toFixed(1);
    this.options.say(`✓ ${label}${typeof remark !== 'string' ? '' : `: ${remark}`} (${seconds} s)`);
  }

  async act(what: string, body: () => Promise<unknown>): Promise<void> {
    if (this.counting) this.actions.push(what);
    await body();
  }

  startCounting(): void {
    this.counting = true;
  }

  stopCounting(): number {
    this.counting = false;
    return this.actions.length;
  }

  async end(): Promise<void> {
    await this.browser.detach();
    await this.quit();
  }

  private async photograph(number: number, title: string): Promise<string | null> {
    if (this.launched === null) return null;
    const words = title.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-');
    const name = `${String(number).padStart(2, '0')}-${words.replaceAll(/^-|-$/g, '')}.png`;
    const path = join(this.options.folder, name);
    await this.launched.page.screenshot({ path, animations: 'disabled' });
    return name;
  }
}

const writeJson = (file: string, content: unknown): void =>
  writeFileSync(file, `${JSON.stringify(content, null, 2)}\n`);
