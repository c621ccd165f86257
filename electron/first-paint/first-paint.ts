import type { StartView } from '@contract/channels';
import type { Language } from '@contract/languages';
import { drawnFirstPage, plainPage } from './first-page';
import { isSame, type Opening, openingAtGlance, openingOf } from './opening';
import { type PaintedWindow, paintedOrLate } from './painted';

/* How it works, why, and the switch that turns it off: docs/first-paint.md. */

export interface FirstPaintPorts {
  /** False: the page is plain, and its script draws the first screen. */
  readonly isOn: boolean;
  /** Where the build laid the pages down. */
  readonly rendererFolder: string;
  /** The app's data folder, absolute. */
  readonly dataFolder: string;
  readonly language: () => Language;
  readonly now: () => Date;
  readonly window: PaintedWindow;
}

/** The window's page, with the first screen on it wherever a glance at the files can tell what that shows. */
export class FirstPaint {
  /** What stands in the page as it was handed out last; null: nothing. */
  #drawn: Opening | null = null;

  readonly #painted: Promise<void> | null;

  constructor(private readonly ports: FirstPaintPorts) {
    this.#painted = ports.isOn ? paintedOrLate(ports.window) : null;
  }

  /** Made anew for each load. */
  page(): Buffer {
    const { isOn, rendererFolder, dataFolder, language, now } = this.ports;
    this.#drawn = null;
    if (isOn) {
      try {
        const opening = openingAtGlance(dataFolder, language(), now());
        if (opening !== null) {
          const page = drawnFirstPage(rendererFolder, opening);
          this.#drawn = opening;
          return page;
        }
      } catch {
        // What the glance saw is nothing that a store has written: the stores will say what it is.
      }
    }
    return plainPage(rendererFolder);
  }

  /** What is drawn is painted first, without main being busy with anything else. */
  async shown(): Promise<void> {
    if (this.#drawn !== null) await this.#painted;
  }

  /** Whether the page shows exactly this already. */
  isDrawn(view: Omit<StartView, 'isDrawn'>): boolean {
    return isSame(openingOf(view), this.#drawn);
  }
}
