import { ranOnOwnNode } from './lib/own-node.mjs';
import { asCommand, projectEnvironment, run, sayOnError } from './lib/project.mjs';

/*
 * `npm run --silent cli -- check …`: a check without a window (docs/command-line.md). Standard output is reserved for
 * the report, so setup writes to standard error, and only if it has something to do.
 */
/** The command line's own exit status for this (docs/command-line.md); 1 would mean that a step failed. */
const NOTHING_CHECKED = 2;

await asCommand(async () => {
  if (await ranOnOwnNode(import.meta.url, sayOnError)) return process.exitCode ?? 0;
  const { setUp } = await import('./setup.mjs');
  const { build } = await import('./build.mjs');
  /** @param {string} line */
  const isElectronNews = (line) => /^Electron [\d.]+[ ,]/.test(line);
  const runtime = await setUp('window', (line) => isElectronNews(line) || sayOnError(line));
  await build(sayOnError);
  const { ELECTRON_RUN_AS_NODE: _, ...env } = projectEnvironment();
  // `--disable-gpu` prevents the graphics process from starting, which would complain about the missing screen.
  const switches = ['--ozone-platform=headless', '--log-level=3', '--disable-gpu'];
  // There is no web content to protect, and as root (cron, a test) Chromium refuses to start with its sandbox.
  if (process.getuid?.() === 0) switches.push('--no-sandbox');
  // Everything after `--` goes to the command line unchanged; INIT_CWD holds the caller's folder.
  return run(runtime.executable, [...switches, ...runtime.appArguments, '--', ...process.argv.slice(2)], {
    env: { ...env, INIT_CWD: process.env.INIT_CWD ?? process.cwd() },
    cwd: process.cwd(),
  });
}, NOTHING_CHECKED);
