import { execFile } from 'node:child_process';
import { join } from 'node:path';
import type { PlaceProblem } from '@contract/policies';
import { ok, type Result, refuse } from '@contract/result';
import { APP_ID } from '../identity';
import { parseObject } from '../transfer/read-connection';
import type { Place } from './in-force';
import { policyFile } from './policy-file';
import { type Owner, readPolicyFile, readTrusted } from './read-file';
import { policiesInRegistry, REGISTRY_KEY } from './registry';

/*
 * Where this computer's policies are: only where nobody but an administrator writes, never in the working folder, the
 * environment or a home folder. Nothing that a user starts the program with changes it.
 */

const MAC_PREFERENCES = `/Library/Managed Preferences/${APP_ID}.plist`;
const PLUTIL = '/usr/bin/plutil';
const REGISTRY_READER = 'school-api-setup-wizard-policies.exe';

const ROOT: Owner = { user: 0, from: '/' };

type Found = ReturnType<Place['read']>;
/** Runs a program of the system or our own, and returns what it prints; `missing` if there is no such program. */
type Run = (program: string, args: readonly string[]) => Promise<Result<string, 'missing' | 'failed'>>;

/**
 * The places of this platform, first the one that decides.
 * @param programFolder the folder of the running program
 */
export function policyPlaces(
  platform: NodeJS.Platform,
  programFolder: string,
  run: Run = runHere,
): readonly Place[] {
  const path = policyFile(platform, programFolder);
  const file: Place = { name: path, read: () => readPolicyFile(path, platform === 'win32' ? null : ROOT) };
  switch (platform) {
    case 'win32':
      return [
        { name: REGISTRY_KEY, read: () => fromRegistry(join(programFolder, REGISTRY_READER), run) },
        file,
      ];
    case 'darwin':
      return [{ name: MAC_PREFERENCES, read: () => fromPreferences(run) }, file];
    default:
      return [file];
  }
}

async function fromRegistry(reader: string, run: Run): Found {
  const printed = await run(reader, []);
  // A folder without the reader was never installed, and its policies.json is its owner's as well.
  if (!printed.ok) return printed.failure === 'missing' ? ok(null) : refuse('not-readable');
  const members = policiesInRegistry(printed.value);
  if (members === null) return refuse('not-readable');
  return ok(Object.keys(members).length === 0 ? null : members);
}

/** What a management system has installed. A user's own defaults of the same name are another file. */
async function fromPreferences(run: Run): Found {
  const there = await readTrusted(MAC_PREFERENCES, ROOT);
  if (!there.ok || there.value === null) return there.ok ? ok(null) : there;
  const printed = await run(PLUTIL, ['-convert', 'json', '-o', '-', MAC_PREFERENCES]);
  const json = printed.ok ? parseObject(printed.value) : null;
  if (json?.ok !== true) return refuse<PlaceProblem>('not-readable');
  // What describes the profile itself.
  const isOurs = (key: string) => !key.startsWith('Payload');
  return ok(Object.fromEntries(Object.entries(json.value).filter(([key]) => isOurs(key))));
}

const runHere: Run = (program, args) =>
  new Promise((done) => {
    const limits = {
      timeout: 10_000,
      maxBuffer: 8 * 1024 * 1024,
      windowsHide: true,
      encoding: 'utf8',
    } as const;
    execFile(program, args, limits, (failure, printed) => {
      if (failure === null) done(ok(printed));
      else done(refuse(failure.code === 'ENOENT' ? 'missing' : 'failed'));
    });
  });
