import type { Page } from '@playwright/test';
import type { Scenario } from '../fakes/bridge';

export interface Screen {
  readonly name: string;
  readonly scenario: Scenario;
  /** Buttons by their words in English and French, whichever the window speaks. */
  readonly reach?: (page: Page) => Promise<void>;
}
