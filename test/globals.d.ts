/* What the preload script puts into the window: `page.evaluate` calls it. */
import '../renderer/bridge';
