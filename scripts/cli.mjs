import { ranOnOwnNode } from './lib/own-node.mjs';
import { asCommand, projectEnvironment, run, sayOnError } from './lib/project.mjs';

/*
 * `npm run --silent cli -- check …`: the same check without a window (docs/command-line.md). Standard output belongs
 * to the report, so set-up writes to standard error, and only when it has something to do.
 */
/** As the command line says it (docs/command-line.md): 1 would mean that a step failed. */
const NOTHING_CHECKED = 2;

await asCommand(async () => {
  if (await ranOnOwnNode(import.meta.url, sayOnError)) return process.exitCode ?? 0;
  const { setUp } = await import('./setup.mjs');
  const { build } = await import('./build.mjs');
  const isElectronNews = (line) => /^Electron [\d.]+[ ,]/.test(line);
  const runtime = await setUp('window', (line) => isElectronNews(line) || sayOnError(line));
  await build(sayOnError);
  const { ELECTRON_RUN_AS_NODE: _, ...env } = projectEnvironment();
  // The last one keeps the graphics process away, which would complain of the missing screen.
  const switches = ['--ozone-platform=headless', '--log-level=3', '--disable-gpu'];
  // No web content exists here, and Chromium refuses to start for root (cron, a test) with its sandbox on.
  if (process.getuid?.() === 0) switches.push('--no-sandbox');
  // What stands behind `--` is for the command line alone; INIT_CWD says where the caller stood.
  return run(runtime.executable, [...switches, ...runtime.appArguments, '--', ...process.argv.slice(2)], {
    env: { ...env, INIT_CWD: process.env.INIT_CWD ?? process.cwd() },
    cwd: process.cwd(),
  });
}, NOTHING_CHECKED);
