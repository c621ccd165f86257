import { readFileSync } from 'node:fs';
import { ranOnOwnNode } from './lib/own-node.mjs';
import { asCommand, projectEnvironment, run, SetUpProblem, sayOnOutput as say } from './lib/project.mjs';

/*
 * `npm start`: sets up a fresh clone, then opens the wizard. Where no window can appear, or with `--walkthrough [system
 * | all]`, it runs the walk-through instead.
 */
await asCommand(async () => {
  if (await ranOnOwnNode(import.meta.url, say)) return process.exitCode ?? 0;
  const args = process.argv.slice(2);
  const asked = args.indexOf('--walkthrough');
  const hasDisplay =
    process.platform !== 'linux' || Boolean(process.env.DISPLAY) || Boolean(process.env.WAYLAND_DISPLAY);
  if (asked === -1 && hasDisplay && process.getuid?.() === 0) {
    throw new SetUpProblem(
      'The window does not open for root: sign in as an ordinary user and run "npm start" in a checkout of theirs, ' +
        'or run "npm start -- --walkthrough", which uses an ordinary user by itself.',
    );
  }
  const { setUp } = await import('./setup.mjs');
  const { build } = await import('./build.mjs');
  if (asked === -1 && hasDisplay) {
    const runtime = await setUp('window', say);
    await build(say);
    sayWhenSandboxIsKeptAway();
    // An inherited ELECTRON_RUN_AS_NODE would start plain Node instead of the app.
    const { ELECTRON_RUN_AS_NODE: _, ...env } = projectEnvironment();
    // Chromium's log is for its developers, not for our users.
    return run(runtime.executable, ['--log-level=3', ...runtime.appArguments, ...args], { env });
  }
  if (asked === -1) say('No display here: the walk-through runs instead.');
  await setUp('walkthrough', say);
  await build(say);
  const { walkThrough } = await import('./walkthrough.mjs');
  const next = args[asked + 1];
  const which = asked !== -1 && next !== undefined && !next.startsWith('-') ? next : 'onsis';
  return walkThrough(which);
});

/** Newer Ubuntu releases let only known programs create the sandbox that Chromium needs; without it Chromium exits. */
function sayWhenSandboxIsKeptAway() {
  try {
    const file = '/proc/sys/kernel/apparmor_restrict_unprivileged_userns';
    if (readFileSync(file, 'utf8').trim() !== '1') return;
    say(
      'This system keeps the sandbox from programs it does not know. If no window appears, allow it until the next ' +
        'start of the computer: sudo sysctl kernel.apparmor_restrict_unprivileged_userns=0',
    );
  } catch {
    // This kernel has no such restriction.
  }
}
