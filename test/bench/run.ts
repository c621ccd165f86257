import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, release, totalmem } from 'node:os';
import { join } from 'node:path';
import { installedRuntime } from '../support/staged-app';
import { parts } from './all';
import type { Row } from './row';
import { table } from './table';

/** Short enough for a coffee break, enough that one disturbed start does not shift a median. */
const ROUNDS = 11;

/**
 * Runs the given parts, or all, prints their tables and writes `NAME.json` for each into `folder`.
 * @param words names of parts, `--short`, `--rounds N`
 * @returns false if a part could not be measured or does not exist; a missed bound is not a failure
 */
export async function runBench(
  words: readonly string[],
  folder: string,
  say: (line: string) => void,
): Promise<boolean> {
  const asked = readWords(words);
  const unknown = asked.names.filter((name) => !parts.some((part) => part.name === name));
  if (unknown.length > 0) {
    say(`There is no part “${unknown.join(', ')}”. There are: ${parts.map(({ name }) => name).join(', ')}.`);
    return false;
  }
  // A short run must not overwrite real figures.
  const kept = asked.short ? join(folder, 'short') : folder;
  mkdirSync(kept, { recursive: true });
  const machine = machineClass();
  say(`On ${machine.cores} cores (${machine.processor}), Electron ${machine.electron}, load ${machine.load}`);
  let allRan = true;
  const all: Row[] = [];
  for (const part of parts.filter(({ name }) => asked.names.length === 0 || asked.names.includes(name))) {
    say(`\n— ${part.name}: ${part.title} —`);
    const startedAt = new Date().toISOString();
    try {
      const rows = await part.measure({ ...asked, say });
      all.push(...rows);
      for (const line of table(rows)) say(line);
      const result = { part: part.name, startedAt, machine, short: asked.short, rows };
      writeFileSync(join(kept, `${part.name}.json`), `${JSON.stringify(result, null, 2)}\n`);
    } catch (problem) {
      allRan = false;
      say(problem instanceof Error ? (problem.stack ?? problem.message) : String(problem));
    }
  }
  if (all.length > 0) {
    say('\n— all —');
    for (const line of table(all)) say(line);
    writeFileSync(
      join(kept, 'all.json'),
      `${JSON.stringify({ machine, short: asked.short, rows: all }, null, 2)}\n`,
    );
  }
  const over = all.filter(({ kept }) => kept === false).length;
  say(`\n${over === 0 ? 'Every bound is kept.' : `${over} over their bound.`} Figures: ${kept}`);
  return allRan;
}

function readWords(words: readonly string[]): { names: readonly string[]; short: boolean; rounds: number } {
  const short = words.includes('--short');
  const at = words.indexOf('--rounds');
  const rounds = at === -1 ? (short ? 1 : ROUNDS) : Number(words[at + 1]);
  if (!Number.isInteger(rounds) || rounds < 1) throw new Error('--rounds takes a number from 1');
  const names = words.filter((word, index) => !word.startsWith('--') && (at === -1 || index !== at + 1));
  return { names, short, rounds };
}

function machineClass() {
  const { version, isStandIn } = installedRuntime();
  return {
    cores: cpus().length,
    processor: cpus()[0]?.model ?? 'unknown',
    memoryGB: Math.round(totalmem() / 2 ** 30),
    system: `${process.platform} ${release()}`,
    electron: `${version}${isStandIn ? ' (stand-in)' : ''}`,
    /** The load average of the last minute before measuring. */
    load: (loadavg()[0] ?? 0).toFixed(2),
  };
}
