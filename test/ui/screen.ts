import type { Page } from '@playwright/test';
import type { Scenario } from '../fakes/bridge';

export interface Screen {
  readonly name: string;
  readonly scenario: Scenario;
  /** Gets to the screen. Buttons are matched in English and French, whichever the window uses. */
  readonly reach?: (page: Page) => Promise<void>;
}
