import type { StartView } from '@contract/channels';
import type { Language } from '@contract/languages';
import { drawnFirstPage, plainPage } from './first-page';
import { isSame, type Opening, openingAtGlance, openingOf } from './opening';
import { type PaintedWindow, paintedOrLate } from './painted';

/* How and why this works, and how to switch it off: docs/first-paint.md. */

export interface FirstPaintPorts {
  /** False: the page is empty, and its script draws the first screen. */
  readonly isOn: boolean;
  /** The folder with the built pages. */
  readonly rendererFolder: string;
  /** The app's data folder, absolute. */
  readonly dataFolder: string;
  readonly language: () => Language;
  readonly now: () => Date;
  readonly window: PaintedWindow;
}

/** The window's page, with the first screen drawn if the files reveal what it shows. */
export class FirstPaint {
  /** What the last served page shows; null: nothing. */
  #drawn: Opening | null = null;

  readonly #painted: Promise<void> | null;

  constructor(private readonly ports: FirstPaintPorts) {
    this.#painted = ports.isOn ? paintedOrLate(ports.window) : null;
  }

  /** Generated anew for each load. */
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
        // The values are not what a store writes. The stores will report what is wrong.
      }
    }
    return plainPage(rendererFolder);
  }

  /** Waits until a drawn page is painted, so that the main process does nothing else until then. */
  async shown(): Promise<void> {
    if (this.#drawn !== null) await this.#painted;
  }

  /** Whether the page already shows exactly this. */
  isDrawn(view: Omit<StartView, 'isDrawn'>): boolean {
    return isSame(openingOf(view), this.#drawn);
  }
}
