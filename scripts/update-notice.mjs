import { createPrivateKey, createPublicKey, generateKeyPairSync, sign } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ranOnOwnNode } from './lib/own-node.mjs';
import { asCommand, root, SetUpProblem, sayOnError } from './lib/project.mjs';

/*
 * Notices of a newer version, for the feed that an organisation may name in its policies.
 *
 *   node scripts/update-notice.mjs key PRIVATE_KEY_FILE
 *     makes a key, keeps the private half in that file, and prints the public half for electron/update-notice/public-key.ts.
 *   node scripts/update-notice.mjs sign PRIVATE_KEY_FILE VERSION LANGUAGE=TEXT…
 *     prints the feed; in each language (fr=…), one sentence or two.
 */

/** @param {import('node:crypto').KeyObject} key */
const publicHalf = (key) => createPublicKey(key).export({ type: 'spki', format: 'der' }).toString('base64');

await asCommand(async () => {
  if (await ranOnOwnNode(import.meta.url, sayOnError)) return process.exitCode ?? 0;
  const [what, file, version, ...texts] = process.argv.slice(2);
  if (what === 'key' && file !== undefined) {
    const { privateKey } = generateKeyPairSync('ed25519');
    writeFileSync(file, privateKey.export({ type: 'pkcs8', format: 'pem' }), { flag: 'wx', mode: 0o600 });
    process.stdout.write(`${publicHalf(privateKey)}\n`);
    return 0;
  }
  if (what !== 'sign' || file === undefined)
    throw new SetUpProblem('Say: key FILE, or: sign FILE VERSION LANGUAGE=TEXT…');
  const text = Object.fromEntries(texts.map((one) => one.split(/=(.*)/s).slice(0, 2)));
  const { runnerImport } = await import('vite');
  const { module } = await runnerImport(join(root, 'electron/update-notice/feed.ts'), {
    configFile: false,
    resolve: { alias: { '@contract': join(root, 'electron/contract') } },
  });
  const key = createPrivateKey(readFileSync(file));
  const notice = JSON.stringify({ version, issued: new Date().toISOString(), text });
  const feed = { notice, signature: sign(null, module.signedBytes(notice), key).toString('base64') };
  if (module.readFeed(feed, publicHalf(key)) === null)
    throw new SetUpProblem(
      'The program would not believe this notice: a version has three numbers, a text one line.',
    );
  process.stdout.write(`${JSON.stringify(feed)}\n`);
  return 0;
});
