import { type Language, languages } from '@contract/languages';
import { FakeMain, type Scenario } from '../fakes/bridge';
import { screens } from '../ui/screens';

/*
 * `npm run dev`: the window's pages in a browser, against the fake main process of the ui tests. A bar at the bottom
 * selects the scenario, language and theme; the selection is in the address, so that a reload keeps it.
 */

const asked = new URLSearchParams(location.search);
const language: Language = languages.find((each) => each === asked.get('language')) ?? languages[0];
const theme = asked.get('theme') ?? 'system';
const name = asked.get('screen') ?? 'first-run';
const scenario: Scenario = screens.find((screen) => screen.name === name)?.scenario ?? {};

const main = new FakeMain({ ...scenario, language, pace: 150 });
Object.assign(window, {
  fake: main.controls,
  wizard: {
    call: (...args: Parameters<FakeMain['call']>) => main.call(...args),
    on: (...args: Parameters<FakeMain['on']>) => main.on(...args),
  },
});

/** The style sheets follow the system's theme; here the bar's choice replaces it. */
function applyTheme(): void {
  for (const sheet of document.styleSheets) {
    for (const rule of sheet.cssRules) {
      if (!(rule instanceof CSSMediaRule)) continue;
      const isDark = /prefers-color-scheme: dark|^all$|^not all$/.test(rule.media.mediaText);
      if (isDark && theme !== 'system') rule.media.mediaText = theme === 'dark' ? 'all' : 'not all';
    }
  }
  if (theme !== 'system') document.documentElement.style.colorScheme = theme;
}

function choice(parameter: string, values: readonly string[], chosen: string): HTMLSelectElement {
  const select = document.createElement('select');
  select.setAttribute('aria-label', parameter);
  select.append(...values.map((value) => new Option(value, value, false, value === chosen)));
  select.onchange = () => {
    asked.set(parameter, select.value);
    location.search = asked.toString();
  };
  return select;
}

/** In a shadow root, so that the window's and the bar's styles do not interfere. */
function showBar(): void {
  const host = document.createElement('div');
  const bar = document.createElement('div');
  bar.style.cssText =
    'position:fixed;inset:auto 0 0 auto;display:flex;gap:4px;padding:4px;background:#4448;z-index:9999';
  bar.append(
    choice('screen', [...new Set(screens.map((screen) => screen.name))], name),
    choice('language', languages, language),
    choice('theme', ['system', 'light', 'dark'], theme),
  );
  host.attachShadow({ mode: 'open' }).append(bar);
  document.documentElement.append(host);
}

addEventListener('DOMContentLoaded', showBar);
// Hot reload inserts a changed sheet again.
new MutationObserver(applyTheme).observe(document.head, {
  childList: true,
  subtree: true,
  characterData: true,
});
addEventListener('load', applyTheme);
