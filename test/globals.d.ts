/* What the preload script exposes to the window; `page.evaluate` calls it. */
import '../renderer/bridge';
